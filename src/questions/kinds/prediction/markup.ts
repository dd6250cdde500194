/** Where a prediction is written or drawn, as server HTML. */
import { block } from '../../server/block.ts';
import { plain } from '../../../../widgets/kit/draw/format.ts';
import { markup, type Markup } from '../../../../widgets/kit/draw/markup.ts';
import type { AnswerMarkup } from '../../author/contract.ts';
import { button, submitButton } from '../../server/buttons.ts';
import { numberRow } from '../../server/number-row.ts';
import type { PredictionData } from './data.ts';
import { drawEmptyAxes } from './empty-axes.ts';
import { PREDICTION_LABELS as LABELS } from './words.ts';

/** A number, or a line on empty axes; it is committed or skipped. */
export function predictionMarkup(data: PredictionData): AnswerMarkup {
  const { spread } = data;
  return {
    field: spread ? curveMarkup(data, spread) : numberRow(data, LABELS.yourPrediction),
    buttons: block`${submitButton(LABELS.commit)}
      ${button('skip', LABELS.skip)}
      ${button('compare', LABELS.compare, 'hidden')}`,
  };
}

type Spread = NonNullable<PredictionData['spread']>;

function curveMarkup(data: PredictionData, spread: Spread): Markup {
  return block`<fieldset class="answer-curve" aria-describedby="question-${data.id}-prompt">
  <legend>${LABELS.draw}</legend>
  <div class="curve" data-part="curve">
    ${drawEmptyAxes(data, spread, 'wide')}
    ${drawEmptyAxes(data, spread, 'narrow')}
  </div>
  <details class="curve-numbers if-scripting">
    <summary>${LABELS.byNumber}</summary>
    <div>${spread.values.map((value, i) => pointRow(data, spread, value, i))}</div>
  </details>
</fieldset>`;
}

function pointRow(
  { id: question, shown, min, max }: PredictionData,
  spread: Spread,
  value: number,
  i: number,
): Markup {
  const id = `question-${question}-at-${i}`;
  return block`<p>
      <label for="${id}">${LABELS.point(spread.label, plain(value))}</label>
      <input type="number" id="${id}" min="${String(min)}" max="${String(max)}" step="any" autocomplete="off">
      ${shown.unit && markup`<span>${shown.unit}</span>`}
    </p>`;
}
