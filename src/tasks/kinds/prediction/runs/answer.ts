/** What several readings say to a prediction: asks for one run after the other until all are there. */
import { OUTCOME } from '../../../../../widgets/kit/contract/border.ts';
import type { GivenAnswer } from '../../../storage/pure/work.ts';
import type { FormAnswer, PredictionData } from '../form.ts';
import { asFound } from '../found.ts';
import { neededFor } from '../needed.ts';
import type { ReadingAsked } from './data.ts';
import { SeenRuns, type Reading } from './seen.ts';

/** What one form makes of them: a sentence with what was committed, and one that compares. */
interface Sentences {
  kept(guess: GivenAnswer): string;
  compare(guess: GivenAnswer, readings: readonly Reading[]): string;
  readonly draw?: FormAnswer['draw'];
}

/** The answer of a form that compares readings. */
export function answerByRuns(
  data: PredictionData,
  asked: readonly ReadingAsked[],
  { kept, compare, draw }: Sentences,
): FormAnswer {
  const seen = new SeenRuns(data, asked);
  return {
    by: OUTCOME,
    needs: neededFor(data, seen.varied),
    ask: () => ({ settings: seen.next, run: true }),
    compare(guess, event) {
      if (!seen.take(event)) return undefined;
      const { readings } = seen;
      if (!readings) return { more: true };
      if ('why' in readings) return readings;
      const found = readings.map(({ value, shown }) => asFound(value * shown.scale));
      return { sentence: compare(guess, readings), ...(draw && { found }) };
    },
    kept,
    ...(draw && { draw }),
  };
}
