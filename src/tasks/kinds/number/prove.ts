/** Proves a number in every variant: its own answer is taken, each known wrong one reaches its own feedback, nonsense is refused. */
import { AuthorFault, fullSettings } from '../../../../widgets/kit/contract/author-settings.ts';
import type { Prover, Proof } from '../../sets/author/prove/proof.ts';
import type { Variant } from '../../sets/author/prove/variants.ts';
import type { NumberItemKey } from './item.ts';
import { settingsIn, valueIn } from '../../sets/pure/variants/variant.ts';
import { measureIn, widgetOf } from '../../practice/author/context.ts';
import type { ProofContext } from '../../practice/contract.ts';
import { proverIn } from '../../practice/prover.ts';
import { PRACTICE, sampleFaults, saysIn } from '../../sample.ts';
import { check as checkNumber, widthOf, type NumberKey } from './check.ts';
import { sampleOf } from './sample.ts';
import type { NumberQuestion, NumberSource } from './schema.ts';

type Source = NumberSource | NumberQuestion;

export async function proveNumber(
  item: Source,
  variants: readonly Variant[],
  prover: Pick<Prover, 'widgets' | 'runs'>,
): Promise<Proof<NumberItemKey>> {
  const { tolerance, solution } = item;
  const known = item.wrong.map(({ value: _value, ...one }) => one);
  const head = { kind: 'number', tolerance, solution, wrong: known } as const;
  if ('carried' in item && item.carried) {
    // Nothing is right in a variant alone: `author/prove/carried.ts` proves it once all items are there.
    const isFormula = typeof item.answer === 'string';
    const wrong = Object.fromEntries(item.wrong.map(({ id, value }) => [id, value]));
    const right = isFormula ? (item.answer as string) : Number.NaN;
    return {
      key: { ...head, answers: {}, carried: { right, wrong } },
      faults: isFormula ? [] : ['where earlier answers go on, the answer is a formula'],
    };
  }
  const rights = await answersOf(item, variants, prover);
  const faults: string[] = [];
  const answers: Record<string, NumberItemKey['answers'][string]> = {};
  const found: Record<string, { readonly distance?: number }> = {};
  for (const [i, variant] of variants.entries()) {
    const say = saysIn(variant, faults);
    const right = rights[i];
    if (typeof right !== 'number') {
      say(`the answer has no value: ${right ?? ''}`);
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
    const key: NumberKey = { kind: 'number', answer: right, unit: item.unit, tolerance, wrong };
    for (const fault of sampleFaults(sampleOf(key), (answer) => checkNumber(key, answer)))
      say(fault);
    const near = widthOf(tolerance, right);
    const gaps = wrong.map(({ value }) => Math.abs(value - right) / near);
    found[variant.seed] = gaps.length > 0 && near > 0 ? { distance: Math.min(...gaps) } : {};
  }
  return { key: { ...head, answers }, faults, found };
}

/** What is right in each variant, nine significant digits where a run says it; or why nothing is. */
async function answersOf(
  { answer, unit }: Source,
  variants: readonly Variant[],
  { widgets, runs }: Pick<Prover, 'widgets' | 'runs'>,
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

/** What is right in a lesson. Throws where it has no value. */
export async function answerOf(context: ProofContext, question: NumberQuestion): Promise<number> {
  const [right] = await answersOf(question, PRACTICE, proverIn(context));
  if (typeof right === 'number') return right;
  throw new AuthorFault(`the answer has no value: ${right ?? ''}`);
}
