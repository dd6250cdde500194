/** What its runs say to several predicted numbers. */
import { readNumber } from '../../../../judge/read-number.ts';
import { asSaid, inShown } from '../../../../judge/shown-measure.ts';
import { listed } from '#words/src/questions/judge/lists';
import type { GivenAnswer } from '../../../../work/pure/work.ts';
import type { FormAnswers } from '../../form.ts';
import { answerByRuns } from '../../runs/answer.ts';
import type { NumbersData } from './data.ts';
import { SAID } from '#words/src/questions/kinds/prediction/forms/numbers/answer-words';

/** Each number beside that of its run. */
export const numbersAnswer: FormAnswers<NumbersData> = (data) => {
  const { numbers } = data;
  const mine = (guess: GivenAnswer, i: number): string | undefined => {
    const typed: unknown = Array.isArray(guess) ? guess[i] : undefined;
    if (typeof typed !== 'string') return undefined;
    const unit = numbers[i]?.unit;
    const read = readNumber(typed, unit);
    return 'value' in read ? asSaid(read.value, unit) : typed;
  };
  return answerByRuns(data, numbers, {
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
