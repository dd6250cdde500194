/** What a run says to a predicted number. */
import { OUTCOME, type OutcomeDetail } from '../../../../../../widgets/kit/contract/border.ts';
import { readNumber } from '../../../../judge/read-number.ts';
import { CHANCE, differing } from '../../../../judge/same-run.ts';
import { asSaid, inShown } from '../../../../judge/shown-measure.ts';
import { ANSWERS } from '#words/src/questions/kinds/prediction/answer-words';
import type { FormAnswers } from '../../form.ts';
import { neededFor } from '../../needed.ts';
import type { NumberData } from './build.ts';

/** Both numbers side by side. */
export const numberAnswer: FormAnswers<NumberData> = (data) => {
  const { expected, measure, shown, unit, when } = data;
  const said = (guess: string): string => {
    const read = readNumber(guess, unit);
    return 'value' in read ? asSaid(read.value, unit) : guess;
  };
  return {
    by: OUTCOME,
    needs: neededFor(data),
    ask: () => ({ settings: when, run: true }),
    compare(guess, event) {
      const { run, why, state } = event.detail as OutcomeDetail;
      if (event.type !== OUTCOME || state !== 'done') return undefined;
      if (differing(expected, run.settings, CHANCE).length > 0) return undefined;
      const value = run.measures[measure] ?? null;
      if (value === null) return { why: why[measure] ?? '' };
      const here = inShown(value, shown);
      const sentence =
        typeof guess === 'string'
          ? ANSWERS.saidNumber(said(guess), here)
          : ANSWERS.skippedNumber(here);
      return { sentence };
    },
    kept: (guess) => (typeof guess === 'string' ? ANSWERS.kept(said(guess)) : ''),
  };
};
