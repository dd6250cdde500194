/** What a prediction of any form sends to its page. Build only. */
import type { Table } from '../../../../widgets/kit/contract/params.ts';
import { unbroken } from '../../../../widgets/kit/draw/format.ts';
import { experimentOf } from '../../practice/author/context.ts';
import type { BookContext, BookQuestion, PageHead } from '../../practice/contract.ts';
import type { Prediction, PredictionData, PredictionForm } from './form.ts';

/** What a prediction adds to the data that every question sends. */
export function predictionData(
  loaded: BookQuestion<Prediction>,
  context: BookContext,
  own: PredictionForm,
): Omit<PredictionData, Exclude<keyof PageHead, 'form'>> {
  const { question } = loaded;
  const { form, instance, when } = question;
  const { widget, start } = experimentOf(context, loaded, instance);
  const after = unbroken(question.after);
  const expected = { ...start, ...when };
  const labels = Object.fromEntries(
    Object.entries(widget.params as Table).map(([name, { label }]) => [name, label]),
  );
  return { ...own.data(question, widget), form, instance, when, expected, labels, after };
}
