/** Where a prediction is drawn, as server HTML. */
import { plain } from '../../../../../../widgets/kit/draw/format.ts';
import { markup, type Markup } from '../../../../../../widgets/kit/draw/markup.ts';
import { block } from '../../../../server/block.ts';
import { PREDICTION_LABELS as LABELS } from '#words/src/tasks/kinds/prediction/words';
import type { CurveData } from './data.ts';
import { drawEmptyAxes } from './empty-axes.ts';

/** Empty axes in both widths, and a fold in which the points are set by number. */
export function curveMarkup(data: CurveData): Markup {
  return block`<fieldset class="answer-curve" aria-describedby="question-${data.id}-prompt">
  <legend>${LABELS.draw}</legend>
  <div class="curve" data-part="curve">
    ${drawEmptyAxes(data, 'wide')}
    ${drawEmptyAxes(data, 'narrow')}
  </div>
  <details class="curve-numbers if-scripting">
    <summary>${LABELS.byNumber}</summary>
    <div>${data.spread.values.map((value, i) => pointRow(data, value, i))}</div>
  </details>
</fieldset>`;
}

function pointRow(
  { id: question, shown, min, max, spread }: CurveData,
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
