/** Which prediction a number in the text would give away. Build only. */
import type { AnySettings } from '../../../../widgets/kit/contract/params.ts';
import type { Book } from '../../author/contract.ts';
import { CHANCE, differing } from '../../judge/same-run.ts';
import type { Prediction } from './form.ts';
import { FORMS } from './forms/build.ts';

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
  return book.questions
    .filter((one) => one.lesson === lesson && one.question.kind === 'prediction')
    .map(({ question }) => question as Prediction)
    .find((prediction) => asksFor(prediction, cited))?.id;
}

function asksFor(prediction: Prediction, cited: QuotedNumber): boolean {
  const { form, instance, withholds, when } = prediction;
  if (instance !== cited.instance) return false;
  const asked = FORMS[form]?.asks(prediction) ?? [];
  return asked.some(({ measure, own = {}, spread }) => {
    if (![measure, ...withholds].includes(cited.measure)) return false;
    const free = spread ? [...CHANCE, spread.param] : CHANCE;
    const run = { ...cited.start, ...when, ...own };
    if (differing(run, cited.settings, free).length > 0) return false;
    return !spread || spread.values.includes(Number(cited.settings[spread.param]));
  });
}
