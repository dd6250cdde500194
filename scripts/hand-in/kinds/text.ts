/** Pretended students at a short text, and what is true of what they write. */
import type { TextItem, TextItemKey, TextRule } from '../../../src/tasks/kinds/text/item.ts';
import type { Drawn } from '../../../src/tasks/sets/pure/format/head.ts';
import { inOwn } from '../../../src/tasks/sets/pure/variants/in-own.ts';
import { drawn, valueIn } from '../../../src/tasks/sets/pure/variants/variant.ts';
import type { Asked, HandedIn, Pretends, Share } from './contract.ts';

/** What no rule decides: the proof of every short text holds it to that. */
const NOBODYS = 'Qqq, zzz!';

/** An example of a rule with full credit; of another rule; or what nobody foresaw. Written as people write. */
function give({
  key: { rules, answers },
  seed,
  isRight,
  random,
}: Asked<TextItem, TextItemKey>): string {
  const own = answers[seed] ?? {};
  const able = rules.filter(
    ({ id, credit }) => own[id] !== undefined && (credit === 1) === isRight,
  );
  const rule = able[random.whole(able.length)];
  const text = own[rule?.id ?? ''];
  if (text === undefined || (!isRight && random.uniform() < 0.3)) return NOBODYS;
  return random.uniform() < 0.5 ? text : ` ${text.toUpperCase()} `;
}

/** Whose example it is; of what was copied from another variant, what the rules say of it. Nothing is said of what is to be read. */
function share({
  item,
  key: { rules, answers },
  seed,
  handed: { answer },
}: HandedIn<TextItem, TextItemKey>): Share | undefined {
  if (typeof answer !== 'string' || answer === '') return undefined;
  const plain = answer.trim().toUpperCase();
  const rule =
    rules.find(({ id }) => answers[seed]?.[id]?.toUpperCase() === plain) ??
    rules.find((one) => decides(one, drawn(item, seed), answer));
  if (!rule) return { share: 0, state: 'unverified' };
  return { share: rule.credit, ...(rule.credit < 1 && { wrong: rule.id }) };
}

/** Whether a rule decides a text: by searching its words, put in one line, for the entries as patterns. */
function decides({ when, all, any, none }: TextRule, values: Drawn, text: string): boolean {
  const line = ` ${text
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/(?<!\d)[.,]|[.,](?!\d)|[^\p{L}\p{M}\p{N}.,]+/gu, ' ')
    .split(/\s+/)
    .join('  ')} `;
  const has = (entry: string): boolean => {
    const ways = inOwn(entry, values, String)
      .toLowerCase()
      .split('|')
      .map((one) => ` ${one.trim().replace(/\s+/g, '  ').replaceAll('*', '[^ ]*')} `);
    return ways.some((one) => new RegExp(one, 'u').test(line));
  };
  const isAsked = when === undefined || valueIn(when, values) === 1;
  return isAsked && all.every(has) && (any.length === 0 || any.some(has)) && !none.some(has);
}

export const PRETENDS: Pretends<TextItem, TextItemKey> = { give, share };
