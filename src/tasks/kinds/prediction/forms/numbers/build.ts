/** What the build knows of several predicted numbers. */
import { block } from '../../../../server/block.ts';
import { numberRow } from '../../../../server/number-row.ts';
import type { PredictionForm } from '../../form.ts';
import { PREDICTION_LABELS } from '#words/src/tasks/kinds/prediction/words';
import { numbersAsk, numbersData, type NumbersData } from './data.ts';
import { proveNumbers } from './prove.ts';
import { numbersSchema, type NumbersPrediction } from './schema.ts';

/** Two or three numbers are typed, and committed together. */
export const NUMBERS_FORM: PredictionForm<NumbersPrediction, NumbersData> = {
  schema: numbersSchema,
  asks: numbersAsk,
  prove: proveNumbers,
  data: numbersData,
  markup: ({
    id,
    numbers,
  }) => block`<fieldset class="answer-numbers" aria-describedby="question-${id}-prompt">
  <legend>${PREDICTION_LABELS.yourPrediction}</legend>
  ${numbers.map((one) => numberRow({ id: `${id}-${one.id}`, unit: one.unit }, one.label, id))}
</fieldset>`,
};
