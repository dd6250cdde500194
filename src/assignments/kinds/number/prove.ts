/** Proves a number in every variant: its own answer is taken, each known wrong one reaches its own feedback, nonsense is refused. */
import { fullSettings } from '../../../../widgets/kit/contract/author-settings.ts';
import { measureIn, widgetOf } from '../../../questions/author/context.ts';
import { checkNumber } from '../../../questions/kinds/number/judge/check.ts';
import type { NumberItemKey } from '../../pure/format/assignment.ts';
import { settingsIn, valueIn } from '../../pure/variants/variant.ts';
import type { NumberSource } from './schema.ts';
import { inVariant, type Bench, type Proof } from '../../author/prove/proof.ts';
import type { Variant } from '../../author/prove/variants.ts';

/** What no judge may take for a number. */
const NONSENSE = ['', 'x', 'NaN', '1e999', '12 apples and 3'];

export async function proveNumber(
  item: NumberSource,
  variants: readonly Variant[],
  bench: Bench,
): Promise<Proof<NumberItemKey>> {
  if (item.carried) return carriedKey(item);
  const rights = await answersOf(item, variants, bench);
  const faults: string[] = [];
  const answers: Record<string, NumberItemKey['answers'][string]> = {};
  for (const [i, variant] of variants.entries()) {
    const right = rights[i];
    if (typeof right !== 'number') {
      faults.push(`${inVariant(variant)}: the answer has no value: ${right ?? ''}`);
      continue;
    }
    const wrong = item.wrong.map((one) => ({
      ...one,
      value: Number(valueIn(one.value, variant.values)),
    }));
    answers[variant.seed] = {
      right,
      wrong: Object.fromEntries(wrong.map(({ id, value }) => [id, value])),
    };
    const key = { ...item, answer: right, wrong };
    const told = (value: number): string =>
      item.unit === undefined ? String(value) : `${value} ${item.unit}`;
    const say = (fault: string): unknown => faults.push(`${inVariant(variant)}: ${fault}`);
    if (!checkNumber(key, told(right)).correct)
      say(`its own answer, ${told(right)}, is not accepted`);
    for (const { id, value } of wrong) {
      const verdict = checkNumber(key, told(value));
      if (verdict.correct)
        say(`the known wrong answer "${id}" (${value}) counts as right (${right})`);
      else if (verdict.about[0] !== id)
        say(`"${id}" (${value}) is told what "${verdict.about[0] ?? 'nobody'}" is told`);
    }
    for (const nonsense of NONSENSE) {
      if (checkNumber(key, nonsense).readable) say(`“${nonsense}” is taken for a number`);
    }
  }
  const { tolerance, solution } = item;
  const known = item.wrong.map(({ id, misconception, feedback }) => ({
    id,
    misconception,
    feedback,
  }));
  const found = Object.fromEntries(
    Object.entries(answers).map(([seed, { right, wrong }]) => {
      const near = Math.max(tolerance.absolute ?? 0, (tolerance.relative ?? 0) * Math.abs(right));
      const gaps = Object.values(wrong).map((one) => Math.abs(one - right) / near);
      return [seed, gaps.length > 0 && near > 0 ? { distance: Math.min(...gaps) } : {}];
    }),
  );
  return { key: { kind: 'number', tolerance, solution, wrong: known, answers }, faults, found };
}

/** Where earlier answers go on nothing is right in a variant alone: `author/prove/carried.ts` proves it once all items are there. */
function carriedKey({ answer, wrong, tolerance, solution }: NumberSource): Proof<NumberItemKey> {
  const known = wrong.map(({ id, misconception, feedback }) => ({ id, misconception, feedback }));
  const formulas = Object.fromEntries(wrong.map(({ id, value }) => [id, value]));
  const isFormula = typeof answer === 'string';
  const carried = { right: isFormula ? answer : Number.NaN, wrong: formulas };
  return {
    key: { kind: 'number', tolerance, solution, wrong: known, answers: {}, carried },
    faults: isFormula ? [] : ['where earlier answers go on, the answer is a formula'],
  };
}

/** What is right in each variant, or why nothing is. */
async function answersOf(
  { answer, unit }: NumberSource,
  variants: readonly Variant[],
  { widgets, runs }: Bench,
): Promise<readonly (number | string)[]> {
  if (typeof answer !== 'object') {
    return variants.map(({ values }) => Number(valueIn(answer, values)));
  }
  const { widget: tag, settings, measure } = answer;
  const widget = widgetOf(widgets, tag);
  const { scale } = measureIn(unit, widget, measure);
  const list = variants.map(({ values }) =>
    fullSettings(widget, settingsIn(settings, values), 'answer.settings'),
  );
  const found = await runs(widget, list);
  return found.map(({ measures, why }) => {
    const value = measures[measure] ?? null;
    return value === null
      ? (why[measure] ?? `${measure} is not measured`)
      : Number((value * scale).toPrecision(9));
  });
}
