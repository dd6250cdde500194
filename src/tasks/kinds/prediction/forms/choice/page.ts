/** What its runs say to a predicted choice. */
import { listed } from '#words/src/tasks/judge/lists';
import { inShown } from '../../../../judge/shown-measure.ts';
import type { GivenAnswer } from '../../../../storage/pure/work.ts';
import type { FormAnswers } from '../../form.ts';
import { answerByRuns } from '../../runs/answer.ts';
import type { ChoiceData } from './build.ts';
import { rightOptions } from './check.ts';
import { PICKED } from '#words/src/tasks/kinds/prediction/forms/choice/words';

/** The option that was picked beside the one that the runs say, with the values that decide. */
export const answer: FormAnswers<ChoiceData> = (data, textOf) => {
  const { options, which, readings } = data;
  const quoted = (id: string): string => PICKED.quoted(textOf(id));
  const mine = (guess: GivenAnswer): string | undefined =>
    Array.isArray(guess) && typeof guess[0] === 'string' ? guess[0] : undefined;
  return answerByRuns(data, readings, {
    kept(guess) {
      const id = mine(guess);
      return id === undefined ? '' : PICKED.kept(quoted(id));
    },
    compare(guess, seen) {
      const right = rightOptions(options, which, seen);
      const values = seen.map(({ id, value, shown }) => {
        const is = inShown(value, shown);
        return PICKED.value(which === undefined ? shown.label : quoted(id), is);
      });
      const answer = right.length === 0 ? PICKED.none : listed(right.map(quoted));
      const isOne = readings.every(({ own }) => Object.keys(own).length === 0);
      const says = PICKED.says(isOne, answer, listed(values));
      const id = mine(guess);
      if (id === undefined) return says[0]?.toUpperCase() + says.slice(1);
      return right.includes(id) ? PICKED.agreed(quoted(id), says) : PICKED.said(quoted(id), says);
    },
  });
};
