/** Proves that several predicted numbers have values, each on its scale. */
import type { Faults } from '../../../../practice/contract.ts';
import { shownMeasure } from '../../../../practice/author/context.ts';
import type { ProofBench } from '../../form.ts';
import { isOnScale } from '../../judge/scale.ts';
import { readingsOverSeeds, sharedIds } from '../../runs/prove.ts';
import { numbersAsk } from './data.ts';
import type { NumbersPrediction } from './schema.ts';

/** The faults of several numbers, each with what to do. */
export async function proveNumbers(
  question: NumbersPrediction,
  bench: ProofBench,
): Promise<Faults> {
  const { numbers } = question;
  const faults = new Set(sharedIds('numbers', numbers));
  for (const { at, values } of await readingsOverSeeds(numbersAsk(question), bench)) {
    for (const [i, { id, measure, value }] of values.entries()) {
      const scale = numbers[i];
      const is = value * shownMeasure(bench.widget, measure).scale;
      if (!scale || isOnScale(scale, is)) continue;
      const { min = '', max = '' } = scale;
      faults.add(
        `${id} is ${Number(is.toPrecision(3))}${at}: the scale from ${min} to ${max} does not hold it`,
      );
    }
  }
  return [...faults];
}
