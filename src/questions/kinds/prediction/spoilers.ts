/** Which prediction a number in the text would give away. Build only. */
import type { AnySettings } from '../../../../widgets/kit/contract/params.ts';
import type { Book } from '../../author/load.ts';
import { CHANCE, differing } from '../../page/proposal.ts';

/** A number of an experiment: its measure at full settings, of an instance that starts with `start`. */
export interface QuotedNumber {
  readonly instance: string;
  readonly measure: string;
  readonly start: AnySettings;
  readonly settings: AnySettings;
}

/** The id of the prediction of this lesson that asks for the number; nothing when none does. */
export function guardOf(
  book: Book,
  lesson: string | undefined,
  cited: QuotedNumber,
): string | undefined {
  const found = book.questions.find(({ question, lesson: of }) => {
    if (question.kind !== 'prediction' || of !== lesson) return false;
    const { instance, measure, withholds, spread, when } = question;
    if (instance !== cited.instance || ![measure, ...withholds].includes(cited.measure))
      return false;
    const free = spread ? [...CHANCE, spread.param] : CHANCE;
    if (differing({ ...cited.start, ...when }, cited.settings, free).length > 0) return false;
    return !spread || spread.values.includes(Number(cited.settings[spread.param]));
  });
  return found?.question.id;
}
