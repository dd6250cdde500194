/** Proves work outside in every variant: the data are made, the solution finds each number, and each known wrong one is told its own. */
import { check as checkNumber } from '../number/check.ts';
import type { OutsideItemKey } from './item.ts';
import '../code/engine/node.ts';
import { withValues } from '../code/pure/cases.ts';
import { inVariant, type Proof } from '../../sets/author/prove/proof.ts';
import type { Variant } from '../../sets/author/prove/variants.ts';
import { csvOf, numbersBy, rowsOf } from './pure/table.ts';
import type { OutsideSource } from './schema.ts';

export function proveOutside(
  source: OutsideSource,
  variants: readonly Variant[],
): Proof<OutsideItemKey> {
  const { solution, solve, rubric, wrong, asks, data, points } = source;
  const faults: string[] = [];
  const answers: Record<string, OutsideItemKey['answers'][string]> = {};
  const files = new Map<string, Variant>();
  const known = new Set<string>();
  const forScript = rubric.reduce((sum, one) => sum + one.points, 0);
  if (forScript >= points)
    faults.push(`the rubric gives ${forScript} of ${points} points; leave some for the numbers`);
  for (const variant of variants) {
    const { seed, values } = variant;
    const say = (fault: string): unknown => faults.push(`${inVariant(variant)}: ${fault}`);
    const rows = rowsOf(source, values, seed);
    if (typeof rows === 'string') {
      say(`data.rows: ${rows}`);
      continue;
    }
    const file = csvOf(data, rows);
    const twin = files.get(file);
    if (twin) say(`its data are those of ${inVariant(twin)}; draw something for them`);
    files.set(file, variant);
    const right = numbersBy(withValues(solve, values), data, rows);
    if (typeof right === 'string') {
      say(`solve: ${right}`);
      continue;
    }
    const missing = asks.find(({ id }) => right[id] === undefined);
    if (missing) say(`solve gives no number "${missing.id}"`);
    const found = wrong.map(({ id, code }) => ({
      id,
      numbers: numbersBy(withValues(code, values), data, rows),
    }));
    const given: Record<string, Readonly<Record<string, number>>> = {};
    for (const { id, numbers } of found) {
      if (typeof numbers === 'string') say(`"${id}": ${numbers}`);
      else given[id] = numbers;
    }
    for (const ask of asks) {
      const answer = right[ask.id] ?? Number.NaN;
      const list = wrong.flatMap((one) => {
        const value = given[one.id]?.[ask.id];
        return value === undefined ? [] : [{ ...one, value }];
      });
      const { unit, tolerance } = ask;
      const check = (value: number) =>
        checkNumber({ kind: 'number', answer, unit, tolerance, wrong: list }, String(value));
      if (!check(answer).correct) say(`its own ${ask.id}, ${answer}, is not accepted`);
      if (check(0).correct) say(`0 counts as ${ask.id} (${answer})`);
      for (const { id, value } of list) {
        known.add(id);
        const verdict = check(value);
        if (verdict.correct)
          say(`the known wrong "${id}" (${value}) counts as ${ask.id} (${answer})`);
        else if (verdict.about[0] !== id)
          say(`"${id}" (${value}) is told what "${verdict.about[0] ?? 'nobody'}" is told`);
      }
    }
    answers[seed] = { right, wrong: given };
  }
  for (const { id } of wrong)
    if (faults.length === 0 && !known.has(id))
      faults.push(`"${id}" gives no number that is asked for`);
  const tolerances = Object.fromEntries(asks.map(({ id, tolerance }) => [id, tolerance]));
  return {
    key: {
      kind: 'outside',
      solution,
      solve,
      rubric,
      wrong: wrong.map(({ id, misconception, feedback }) => ({ id, misconception, feedback })),
      tolerances,
      answers,
    },
    faults,
  };
}
