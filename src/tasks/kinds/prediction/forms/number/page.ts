/** What a run says to a predicted number. */
import { inShown } from '../../../../judge/shown-measure.ts';
import { ANSWERS } from '#words/src/tasks/kinds/prediction/words';
import type { FormAnswers } from '../../form.ts';
import { answerByRuns } from '../../runs/answer.ts';
import type { NumberData } from './build.ts';
import { sideOf } from './check.ts';
import { drawNumber, guessOf } from './number-line.ts';

/** Both numbers side by side. */
export const answer: FormAnswers<NumberData> = (data) => {
  const { measure, near, shown, unit } = data;
  const said = (guess: string): string => guessOf(guess, unit)?.words ?? guess;
  return answerByRuns(data, [{ id: '', measure, own: {}, shown }], {
    compare(guess, [run]) {
      const here = run ? inShown(run.value, shown) : '';
      return typeof guess === 'string'
        ? ANSWERS.saidNumber(said(guess), here)
        : ANSWERS.skippedNumber(here);
    },
    about: (guess, found) => sideOf(guessOf(guess, unit)?.value, found?.[0], near),
    draw(question, guess, found, isNew) {
      const row = question.querySelector('.answer-row');
      if (row) drawNumber(row, data, { guess, found: found?.[0] ?? undefined }, isNew);
    },
    kept: (guess) => (typeof guess === 'string' ? ANSWERS.kept(said(guess)) : ''),
  });
};
