/** What the build knows of a prediction. */
import type { QuestionKind } from '../../practice/contract.ts';
import { predictionData } from './data.ts';
import type { Prediction, PredictionData, PredictionForm } from './form.ts';
import { FORMS } from './forms.ts';
import { predictionMarkup } from './markup.ts';
import { provePrediction } from './prove.ts';
import { questionSchema } from './schema.ts';

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
  pageData: (loaded, context) => predictionData(loaded, context, formOf(loaded.question)),
  markup: (data, question) => predictionMarkup(data, question, formOf(question)),
};

/** Its schema has let no other form pass. */
function formOf({ form }: Prediction): PredictionForm {
  return FORMS[form] as PredictionForm;
}
