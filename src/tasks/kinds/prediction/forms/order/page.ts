/** What its runs say to a predicted order. */
import { inShown } from '../../../../judge/shown-measure.ts';
import type { GivenAnswer } from '../../../../storage/pure/work.ts';
import { listField } from '../../../../fields/sorted-field.ts';
import type { FormAnswers, FormOnPage } from '../../form.ts';
import { answerByRuns, type Reading } from '../../runs/answer.ts';
import type { OrderData } from './build.ts';
import { SORTED } from '#words/src/tasks/kinds/prediction/forms/order/words';

/** The reader's order beside that of the values, and how many pairs agree. */
export const answer: FormAnswers<OrderData> = (data, textOf) => {
  const { first, readings } = data;
  const sign = first === 'smallest' ? 1 : -1;
  const named = (id: string): string => SORTED.quoted(textOf(id));
  const kept = (guess: GivenAnswer): string =>
    Array.isArray(guess) ? SORTED.said(guess.map(String).map(named).join(', ')) : '';
  return answerByRuns(data, readings, {
    kept,
    compare(guess, seen) {
      const order = seen
        .toSorted((a, b) => sign * (a.value - b.value))
        .map(({ id, value, shown }) => `${named(id)} ${inShown(value, shown)}`);
      const isOne = readings.every(({ own }) => Object.keys(own).length === 0);
      const says = SORTED.says(isOne, order.join(', '));
      if (!Array.isArray(guess)) return says;
      const mine = guess.map(String).flatMap((id) => seen.filter((one) => one.id === id));
      return `${kept(guess)} ${says} ${pairsOf(mine, sign)}`;
    },
  });
};

/** Two equal values stand right either way. */
function pairsOf(mine: readonly Reading[], sign: number): string {
  const pairs = mine.flatMap((one, i) => mine.slice(i + 1).map((later) => later.value - one.value));
  return SORTED.pairs(pairs.filter((gap) => sign * gap >= 0).length, pairs.length);
}

/** The list comes from where questions of kind `order` have theirs. */
export const field: FormOnPage['field'] = (element, _, onChange) => listField(element, onChange);
