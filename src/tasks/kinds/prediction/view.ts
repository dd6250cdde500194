/** What the build knows of a prediction. */
import type { Prediction, PredictionData, PredictionForm } from './form.ts';
import { FORMS, questionSchema } from './schema.ts';
import { provePrediction } from './prove.ts';
import { SENTENCE } from './room.ts';
import { PREDICTION_LABELS as LABELS } from '#words/src/tasks/kinds/prediction/words';
import { experimentOf } from '../../practice/author/context.ts';
import type {
  QuestionKind,
  BookContext,
  BookQuestion,
  PageHead,
  AnswerMarkup,
} from '../../practice/contract.ts';
import { block, button, submitButton } from '../../server/block.ts';
import type { Table } from '../../../../widgets/kit/contract/params.ts';
import { unbroken } from '../../../../widgets/kit/draw/format.ts';
import { markup } from '../../../../widgets/kit/draw/markup.ts';

/** Something is committed before the experiment answers; its form says what. */
export const QUESTION: QuestionKind<Prediction, PredictionData> = {
  schema: questionSchema,
  role: 'prediction',
  known: (question) => formOf(question).known?.(question) ?? [],
  prove: (loaded, context) => provePrediction(loaded, context, formOf(loaded.question)),
  answers(question) {
    const { instance, when } = question;
    const asked = formOf(question).asks(question);
    // What is picked, sorted or drawn is no number; the sentences after it say what came out.
    if (!['number', 'numbers'].includes(question.form)) return [];
    return asked.map(({ measure, own }) => ({
      of: `${instance}.${measure}`,
      when: { ...when, ...own },
    }));
  },
  guessed: (question) => formOf(question).guessed?.(question),
  pageData: (loaded, context) => predictionData(loaded, context, formOf(loaded.question)),
  markup: (data, question) => predictionMarkup(data, question, formOf(question)),
};

/** Its schema has let no other form pass. */
function formOf({ form }: Prediction): PredictionForm {
  return FORMS[form] as PredictionForm;
}

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

/** The field of its form; it is committed or skipped. */
export async function predictionMarkup(
  data: PredictionData,
  question: Prediction,
  own: PredictionForm,
): Promise<AnswerMarkup> {
  const texts = (own.known?.(question) ?? []).map(({ feedback = '' }) => feedback.length);
  const field = await own.markup(data, question);
  return {
    field: markup`${field}<p class="on-paper turn">${LABELS.turn}</p>`,
    buttons: block`${submitButton(LABELS.commit)}
      ${button('skip', LABELS.skip)}
      ${button('compare', LABELS.compare, 'hidden')}`,
    room: (own.room?.(question) ?? SENTENCE) + question.after.length + Math.max(0, ...texts),
  };
}
