/** Which prediction a number in the text would give away. Build only. */
import type { AnySettings } from '../../../../widgets/kit/contract/params.ts';
import type { Book } from '../../practice/contract.ts';
import { CHANCE, differing } from '../../judge/differing.ts';
import type { Prediction } from './form.ts';
import { FORMS } from './schema.ts';

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
  return predictionsOf(book, lesson).find((prediction) => asksFor(prediction, cited))?.id;
}

/** The ids of the predictions of this lesson that a run would answer, whatever it is asked for. */
export function guardsOf(
  book: Book,
  lesson: string | undefined,
  run: Omit<QuotedNumber, 'measure'>,
): readonly string[] {
  return predictionsOf(book, lesson)
    .filter((prediction) => asksFor(prediction, run))
    .map(({ id }) => id);
}

function predictionsOf(book: Book, lesson: string | undefined): readonly Prediction[] {
  return book.questions
    .filter((one) => one.lesson === lesson && one.question.kind === 'prediction')
    .map(({ question }) => question as Prediction);
}

function asksFor(
  prediction: Prediction,
  cited: Omit<QuotedNumber, 'measure'> & Partial<QuotedNumber>,
): boolean {
  const { form, instance, withholds, when } = prediction;
  if (instance !== cited.instance) return false;
  const asked = FORMS[form]?.asks(prediction) ?? [];
  return asked.some(({ measure, own = {}, spread }) => {
    const isCited = cited.measure === undefined || [measure, ...withholds].includes(cited.measure);
    if (!isCited) return false;
    const free = spread ? [...CHANCE, spread.param] : CHANCE;
    const run = { ...cited.start, ...when, ...own };
    if (differing(run, cited.settings, free).length > 0) return false;
    return !spread || spread.values.includes(Number(cited.settings[spread.param]));
  });
}
