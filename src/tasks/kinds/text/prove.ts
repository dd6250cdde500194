/** Proves a short text in every variant: each example reaches its own rule, nonsense and the question itself reach none that pays. */
import { inVariant, type Proof } from '../../sets/author/prove/proof.ts';
import type { Variant } from '../../sets/author/prove/variants.ts';
import type { TextItemKey } from './item.ts';
import type { KnownWrong } from '../../sets/pure/format/head.ts';
import { inOwn } from '../../sets/pure/variants/in-own.ts';
import { valueIn } from '../../sets/pure/variants/variant.ts';
import { judgeText } from './grade.ts';
import type { TextSource } from './schema.ts';

/** What no rule may decide. */
const NONSENSE = ['qqq zzz', 'x', 'lorem ipsum dolor', '…', '42'];

export function proveText(item: TextSource, variants: readonly Variant[]): Proof<TextItemKey> {
  const faults: string[] = [];
  const ids = item.rules.map(({ id }) => id);
  if (new Set(ids).size < ids.length) faults.push('two rules have the same id');
  const rules = item.rules.map(({ examples: _examples, misconception: _why, ...rule }) => rule);
  const answers: Record<string, Readonly<Record<string, string>>> = {};
  const reached = new Set<string>();
  for (const variant of variants) {
    const { seed, values } = variant;
    const say = (fault: string): unknown => faults.push(`${inVariant(variant)}: ${fault}`);
    const judged = (text: string) => judgeText(item, { rules }, values, text);
    const ruleOf = (text: string): string =>
      item.rules.find(({ feedback }) => inOwn(feedback, values) === judged(text).says)?.id ??
      'nobody';
    const own: Record<string, string> = {};
    for (const { id, when, credit, feedback, examples } of item.rules) {
      if (when !== undefined && valueIn(when, values) !== 1) continue;
      reached.add(id);
      for (const written of examples) {
        const text = inOwn(written, values, String);
        const { says, credit: given } = judged(text);
        own[id] ??= text;
        if (says !== inOwn(feedback, values) || given !== credit)
          say(`“${text}” should be told what "${id}" says, and is told what ${ruleOf(text)} says`);
      }
    }
    answers[seed] = own;
    if (!item.rules.some(({ id, credit }) => credit === 1 && own[id] !== undefined))
      say('there is no rule with full credit');
    for (const text of [...NONSENSE, ...item.open.map((one) => inOwn(one, values, String))]) {
      const { state } = judged(text);
      if (state !== 'unverified' && state !== 'unreadable')
        say(`“${text}” is decided by "${ruleOf(text)}"; it should be left to be read`);
    }
    if (judged(inOwn(item.prompt, values).slice(0, item.longest)).credit > 0)
      say('the question itself, copied, has credit');
  }
  for (const id of ids) if (!reached.has(id)) faults.push(`"${id}" is a rule in no variant`);
  const wrong = item.rules.flatMap(({ id, misconception, feedback }): KnownWrong[] =>
    misconception === undefined ? [] : [{ id, misconception, feedback }],
  );
  return { key: { kind: 'text', solution: item.solution, rules, wrong, answers }, faults };
}
