/** What the build knows of a prediction. */
import type { QuestionKind } from '../../author/contract.ts';
import { predictionData, type PredictionData } from './data.ts';
import { predictionMarkup } from './markup.ts';
import { provePrediction } from './prove.ts';
import { predictionSchema, type PredictionQuestion } from './schema.ts';

/** A number or a line is committed before the experiment answers. */
export const PREDICTION: QuestionKind<PredictionQuestion, PredictionData> = {
  schema: predictionSchema,
  role: 'prediction',
  prove: provePrediction,
  pageData: predictionData,
  markup: predictionMarkup,
};
