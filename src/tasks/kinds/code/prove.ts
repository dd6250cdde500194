/** Proves code in every variant: the solution runs, the start and each known wrong program fail, and each is told what is its own. */
import type { CodeItem, CodeItemKey } from './item.ts';
import type { ItemHead } from '../../sets/pure/format/head.ts';
import { inVariant, type Proof } from '../../sets/author/prove/proof.ts';
import type { Variant } from '../../sets/author/prove/variants.ts';
import {
  faultSaid,
  isAlike,
  passes,
  runCases,
  saidOf,
  withValues,
  type Result,
} from './pure/cases.ts';
import { casesOf } from './grade.ts';
import './engine/node.ts';
import { isFault } from './pure/faults.ts';
import { isPlain } from './pure/value.ts';
import { SHORTENED } from '#words/src/tasks/kinds/code/pure/words';
import type { CodeSource } from './schema.ts';

export function proveCode(source: CodeSource, variants: readonly Variant[]): Proof<CodeItemKey> {
  const { solution, solve, given, hidden, wrong } = source;
  const key: CodeItemKey = { kind: 'code', solution, solve, given, hidden, wrong };
  const faults: string[] = [];
  const asked = new Map<string, Variant>();
  for (const variant of variants) {
    const say = (fault: string): unknown => faults.push(`${inVariant(variant)}: ${fault}`);
    const cases = casesOf(unshown(source), key, variant.seed);
    const from = source.shown.length;
    const right = runCases(withValues(solve, variant.values), cases);
    const trouble = troubleOf(shownResult(source, variant)) ?? troubleOf(right);
    if (trouble !== undefined) {
      say(`solve: ${trouble}`);
      continue;
    }
    const cut = right.outcomes.slice(0, from).find((one) => saidOf(one).includes(SHORTENED.cut));
    if (cut) say(`${cut.asked} gives more than can be shown; show a smaller call`);
    const inHidden = right.outcomes.slice(from);
    const questions = JSON.stringify(inHidden.map((one) => one.asked));
    const twin = asked.get(questions);
    if (twin) say(`its hidden calls are those of ${inVariant(twin)}; draw something for them`);
    asked.set(questions, variant);
    const results = new Map(inHidden.map((one) => [saidOf(one), one]));
    for (const [said, constant] of results) {
      const lucky = inHidden.filter((one) => passes(constant, one, source.tolerance)).length;
      if (inHidden.length > 1 && lucky * 2 > inHidden.length)
        say(
          `a function that always gives ${said} passes ${lucky} of ${inHidden.length} hidden cases`,
        );
    }
    const passed = (result: Result): number =>
      inHidden.filter((one, i) => passes(result.outcomes[from + i], one, source.tolerance)).length;
    const start = runCases(withValues(source.start, variant.values), cases);
    const started = passed(start);
    if (started * 2 > inHidden.length)
      say(`the start passes ${started} of ${inHidden.length} hidden cases already`);
    const fails = wrong.map((one) => ({
      id: one.id,
      result: runCases(withValues(one.code, variant.values), cases),
    }));
    for (const [i, { id, result }] of fails.entries()) {
      if (result.problem) say(`"${id}": ${faultSaid(result.problem)}`);
      else if (passed(result) === inHidden.length) say(`"${id}" passes every hidden case`);
      const first = fails.slice(0, i).find((one) => isAlike(one.result, result, source.tolerance));
      if (first) say(`"${id}" cannot be told from "${first.id}": both give the same in every case`);
    }
  }
  return { key, faults };
}

/** The item as far as its cases go, before what the shown calls give is known. */
function unshown({ id, function: entry, shown, draw, derive, tolerance }: CodeSource): CodeItem {
  const head = {
    id,
    draw,
    derive: Object.fromEntries(
      Object.entries(derive).map(([name, formula]) => [name, formula.slice(1)]),
    ),
  } as Pick<ItemHead, 'id' | 'draw' | 'derive'> as ItemHead;
  return {
    ...head,
    kind: 'code',
    entry,
    shown: shown.map((call) => ({ call, gives: '' })),
    hidden: 0,
    near: tolerance,
  };
}

/** Why the author’s own program is none; nothing where it is. */
function troubleOf({ problem, outcomes }: Result): string | undefined {
  if (problem) return faultSaid(problem);
  for (const one of outcomes) {
    if (isFault(one)) return [one.asked, faultSaid(one)].filter(Boolean).join(': ');
    if (one.asked === '') return 'a call does not call the function';
    if (!isPlain(one.value)) return `${one.asked} gives what cannot be compared: ${saidOf(one)}`;
  }
  return undefined;
}

/** What the shown calls give: one text where it is the same in every variant, else by the variant’s seed. */
export function shownIn(source: CodeSource, variants: readonly Variant[]): CodeItem['shown'] {
  const bySeed = variants.map((variant) => shownResult(source, variant).outcomes.map(saidOf));
  return source.shown.map((call, i) => {
    const all = bySeed.map((said) => said[i] ?? '');
    const [first = ''] = all;
    const isOne = all.every((one) => one === first);
    const gives = isOne
      ? first
      : Object.fromEntries(variants.map(({ seed }, at) => [seed, all[at] ?? '']));
    return { call, gives };
  });
}

/** The key’s own program on the shown calls alone: as on the page, without helpers and without chance. */
function shownResult({ solve, shown, function: entry }: CodeSource, { values }: Variant): Result {
  const calls = shown.map((call) => ({ call: withValues(call, values) }));
  return runCases(withValues(solve, values), { entry, calls, given: '' });
}
