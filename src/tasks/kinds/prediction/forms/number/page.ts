/** What a run says to a predicted number. */
import { OUTCOME, type OutcomeDetail } from '../../../../../../widgets/kit/contract/border.ts';
import { CHANCE, differing } from '../../../../judge/differing.ts';
import { inShown } from '../../../../judge/shown-measure.ts';
import { ANSWERS } from '#words/src/tasks/kinds/prediction/words';
import type { FormAnswers } from '../../form.ts';
import { asFound, neededFor } from '../../needed.ts';
import type { NumberData } from './build.ts';
import { sideOf } from './check.ts';
import { drawNumber, guessOf } from './number-line.ts';

/** Both numbers side by side. */
export const answer: FormAnswers<NumberData> = (data) => {
  const { expected, measure, near, shown, unit, when } = data;
  const said = (guess: string): string => guessOf(guess, unit)?.words ?? guess;
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
      return { sentence, found: [asFound(value * shown.scale)] };
    },
    about: (guess, found) => sideOf(guessOf(guess, unit)?.value, found?.[0], near),
    draw(question, guess, found, isNew) {
      const row = question.querySelector('.answer-row');
      if (row) drawNumber(row, data, { guess, found: found?.[0] ?? undefined }, isNew);
    },
    kept: (guess) => (typeof guess === 'string' ? ANSWERS.kept(said(guess)) : ''),
  };
};
