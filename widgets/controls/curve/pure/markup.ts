/** The picture of a curve: on paper and before it is touched as it is when it is drawn on. */
import { ticks } from 'd3-array';
import { plain, withUnit } from '../../../kit/draw/format.ts';
import { forEyes, markup, short, svg, type Markup } from '../../../kit/draw/markup.ts';
import type { ControlKind } from '../../kind.ts';
import {
  curveInWords,
  onStep,
  readCurve,
  writeCurve,
  type CurveParam,
  type CurveShape,
} from './curve.ts';

/** As many places have a number below the axis; a phone has room for no more. */
const LABELS = 6;

/** What the build draws, and how proofs draw by chance: any value at each place. */
export const CURVE: ControlKind<CurveParam> = {
  markup: ({ surface: { shape } }, value) => {
    const words = curveInWords(shape, value);
    return markup`${picture(shape, value)}<p class="surface-foot"><span data-part="said">${words}</span></p>`;
  },
  random: ({ surface: { shape } }, random) =>
    writeCurve(
      shape.xs.map(() => onStep(shape, shape.min + random.uniform() * (shape.max - shape.min))),
    ),
};

/** Where a place lies, as a share of the width from the left. */
export function shareOfX({ xs }: Pick<CurveShape, 'xs'>, x: number): number {
  const [first = 0, last = 1] = [xs[0], xs.at(-1)];
  return (x - first) / (last - first || 1);
}

/** How far down a value lies, as a share of the height. */
export function shareOfY({ min, max }: Pick<CurveShape, 'min' | 'max'>, value: number): number {
  return (max - value) / (max - min);
}

/** The line through the values, in hundredths of the plot's width and height. */
export function lineOf(shape: CurveShape, values: readonly number[]): string {
  const points = values.map(
    (value, i) =>
      `${short(100 * shareOfX(shape, shape.xs[i] ?? 0))} ${short(100 * shareOfY(shape, value))}`,
  );
  return `M${points.join('L')}`;
}

const percent = (share: number): string => `${short(100 * share)}%`;

/** Every value at its place, for who cannot see the line. */
function label(shape: CurveShape, values: readonly number[]): string {
  const all = shape.xs.map((x, i) => `${plain(x)}: ${plain(values[i] ?? 0)}`).join(', ');
  return `${shape.across}: ${withUnit(all, shape.unit)}`;
}

// Places are percentages, so that words and dots keep their size and shape at every width; only the line is stretched.
function picture(shape: CurveShape, text: string): Markup {
  const values = readCurve(shape, text);
  const every = Math.ceil((shape.xs.length - 1) / (LABELS - 1));
  const rows = ticks(shape.min, shape.max, 4).map((value) => {
    const y = percent(shareOfY(shape, value));
    return svg`<line class="hair" x1="0" x2="100%" y1="${y}" y2="${y}"/><text x="-10" y="${y}" dy="0.35em" text-anchor="end">${plain(value)}</text>`;
  });
  const columns = shape.xs.map((x, i) =>
    i % every === 0
      ? svg`<text x="${percent(shareOfX(shape, x))}" y="100%" dy="1.7em" text-anchor="middle">${plain(x)}</text>`
      : '',
  );
  const dots = values.map(
    (value, i) =>
      svg`<circle class="curve-point" r="5" cx="${percent(shareOfX(shape, shape.xs[i] ?? 0))}" cy="${percent(shareOfY(shape, value))}"/>`,
  );
  const unit = shape.unit !== undefined && svg`<text x="0" y="0" dy="-1em">${shape.unit}</text>`;
  const words = svg`${unit}${rows}${columns}<text x="100%" y="100%" dy="3.1em" text-anchor="end">${shape.across}</text>`;
  return svg`<svg class="curve-pad" role="img" tabindex="0" aria-label="${label(shape, values)}">${forEyes(words)}<svg viewBox="0 0 100 100" preserveAspectRatio="none"><path class="curve-line" d="${lineOf(shape, values)}"/></svg>${dots}</svg>`;
}
