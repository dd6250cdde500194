/** The empty axes on which a prediction is drawn: drawn by the build, with the places that the pointer needs. */
import { axisX, axisY, linear, scaleOver } from '../../../../../../widgets/kit/draw/axes.ts';
import { forEyes, short, svg, type Markup } from '../../../../../../widgets/kit/draw/markup.ts';
import type { Layout } from '../../../../../../widgets/kit/contract/widget.ts';
import { PREDICTION_LABELS } from '#words/src/tasks/kinds/prediction/words';
import type { CurveData } from './data.ts';

/** One drawing of the empty axes; `data-xs`, `data-top` and `data-bottom` say where the values lie. */
export function drawEmptyAxes(
  { shown, spread, min = 0, max = 1 }: CurveData,
  layout: Layout,
): Markup {
  // A question is as wide as the text, so that its letters keep their size.
  const width = layout === 'wide' ? 560 : 320;
  const height = layout === 'wide' ? 260 : 220;
  const bottom = height - 44;
  const top = 30;
  const { isLog } = spread;
  const scale = scaleOver(spread.values, [64, width - 20], {
    isLog,
    count: layout === 'wide' ? 7 : 4,
  });
  // A few values are named themselves: a number that no line stands on would mislead the hand.
  const ticks = spread.values.length <= 8 ? spread.values : scale.ticks;
  const x = Object.assign((value: number) => scale(value), { ...scale, ticks });
  const y = linear([min, max], [bottom, top], 4);
  const name = (label: string, unit?: string): string => (unit ? `${label}, ${unit}` : label);
  const xs = spread.values.map((value) => short(x(value)));
  return svg`<svg class="figure ${layout}" viewBox="0 0 ${width} ${height}" role="img" data-pointer="draw" data-xs="${xs.join(' ')}" data-top="${top}" data-bottom="${bottom}" aria-label="${PREDICTION_LABELS.axes(shown.label, spread.label)}">
    <path class="hair" d="${xs.map((at) => `M${at} ${top}V${bottom}`).join('')}"/>
    ${forEyes(axisX(x, bottom, { label: name(spread.label, spread.unit) }))}
    ${forEyes(axisY(y, 52, { label: name(shown.label, shown.unit) }))}
    <path class="prediction-line"/>
  </svg>`;
}
