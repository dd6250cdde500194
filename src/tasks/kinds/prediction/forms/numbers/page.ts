/** What its runs say to several predicted numbers. */
import { inShown } from '../../../../judge/shown-measure.ts';
import { listed } from '#words/src/tasks/judge/lists';
import type { GivenAnswer } from '../../../../storage/pure/work.ts';
import type { FormAnswers } from '../../form.ts';
import { answerByRuns } from '../../runs/answer.ts';
import { drawNumber, guessOf } from '../number/number-line.ts';
import { numbersField } from './numbers-field.ts';
import type { NumbersData } from './build.ts';
import { SAID } from '#words/src/tasks/kinds/prediction/forms/numbers/words';

/** Each number beside that of its run. */
export const answer: FormAnswers<NumbersData> = (data) => {
  const { numbers } = data;
  const mine = (guess: GivenAnswer, i: number): string | undefined => {
    const typed: unknown = Array.isArray(guess) ? guess[i] : undefined;
    if (typeof typed !== 'string') return undefined;
    return guessOf(typed, numbers[i]?.unit)?.words ?? typed;
  };
  return answerByRuns(data, numbers, {
    draw(question, guess, found, isNew) {
      const rows = [...question.querySelectorAll('.answer-row')];
      for (const [i, scale] of numbers.entries()) {
        const typed: unknown = Array.isArray(guess) ? guess[i] : undefined;
        if (rows[i]) drawNumber(rows[i], scale, { guess: typed, found: found?.[i] }, isNew);
      }
    },
    kept(guess) {
      const all = numbers.flatMap(({ label }, i) => {
        const text = mine(guess, i);
        return text === undefined ? [] : [`${text} (${label})`];
      });
      return all.length === 0 ? '' : SAID.kept(listed(all));
    },
    compare: (guess, seen) =>
      seen
        .map(({ value, shown }, i) => {
          const [label, run] = [numbers[i]?.label ?? '', inShown(value, shown)];
          const text = mine(guess, i);
          return text === undefined ? SAID.alone(label, run) : SAID.each(label, text, run);
        })
        .join(' '),
  });
};

export { numbersField as field };
