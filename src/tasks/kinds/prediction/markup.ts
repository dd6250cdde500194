/** Where a prediction is entered, as server HTML. */
import { markup } from '../../../../widgets/kit/draw/markup.ts';
import type { AnswerMarkup } from '../../practice/contract.ts';
import { block } from '../../server/block.ts';
import { button, submitButton } from '../../server/buttons.ts';
import type { Prediction, PredictionData, PredictionForm } from './form.ts';
import { PREDICTION_LABELS as LABELS } from '#words/src/tasks/kinds/prediction/words';

/** The field of its form; it is committed or skipped. */
export async function predictionMarkup(
  data: PredictionData,
  question: Prediction,
  own: PredictionForm,
): Promise<AnswerMarkup> {
  const field = await own.markup(data, question);
  return {
    field: markup`${field}<p class="on-paper turn">${LABELS.turn}</p>`,
    buttons: block`${submitButton(LABELS.commit)}
      ${button('skip', LABELS.skip)}
      ${button('compare', LABELS.compare, 'hidden')}`,
  };
}
