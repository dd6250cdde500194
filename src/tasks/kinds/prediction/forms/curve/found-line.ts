/** The curve that answers a drawn prediction, in the panel that was drawn in and on its axes. */
import { linePath } from '../../../../../../widgets/kit/draw/axes.ts';
import { inShownUnit } from '../../../../judge/shown-measure.ts';
import { svg, type Markup } from '../../../../../../widgets/kit/draw/markup.ts';
import { widthOf } from '../../../../../../widgets/kit/draw/text-width.ts';
import { setMarkup } from '../../../../../../widgets/run/page/trusted-types.ts';
import type { Found } from '../../../../storage/pure/work.ts';
import type { CurveData } from './data.ts';
import { LINE_ANSWERS } from '#words/src/tasks/kinds/prediction/forms/curve/words';

/** One of its points in a panel, in the panel's units, with the value it stands for. */
interface Place {
  readonly x: number;
  readonly y: number;
  readonly value: number;
}
/** The part of a panel that its axes bound. */
interface Room {
  readonly top: number;
  readonly bottom: number;
  readonly width: number;
}
/** So much of what lies on the edge is seen beyond it. */
const RIM = 6;
/** From the end of the axis to the end of the panel, as `empty-axes.ts` draws them. */
const ASIDE = 20;

/** Draws the curve in both widths, `isNew` from left to right, and writes its values beside the numbers of the drawn line. */
export function drawFound(
  question: HTMLElement,
  data: CurveData,
  found: Found,
  isNew: boolean,
): void {
  for (const panel of question.querySelectorAll<SVGSVGElement>('[data-part="curve"] > svg')) {
    const line = part(panel);
    line.toggleAttribute('data-new', isNew);
    setMarkup(line, lineIn(panel, data, found));
    panel.ariaLabel = LINE_ANSWERS.panel(data.shown.label, data.spread.label);
  }
  for (const [i, row] of [...question.querySelectorAll('.curve-numbers p')].entries()) {
    const value = found[i] ?? null;
    // No element that speaks: the verdict is what is said.
    const place =
      row.querySelector('.curve-run') ?? row.appendChild(document.createElement('span'));
    place.className = 'curve-run';
    place.textContent = value === null ? '' : LINE_ANSWERS.here(inShownUnit(value, data.shown));
  }
}

function part(panel: SVGSVGElement): Element {
  const before = panel.querySelector('[data-part="truth"]');
  if (before) return before;
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'g');
  line.dataset['part'] = 'truth';
  panel.append(line);
  return line;
}

function lineIn(panel: SVGSVGElement, data: CurveData, found: Found): Markup {
  const { min = 0, max = 1 } = data;
  const { xs = '', top: from, bottom: to } = panel.dataset;
  const [top, bottom] = [Number(from), Number(to)];
  const room = { top, bottom, width: panel.viewBox.baseVal.width };
  const yOf = (value: number): number => bottom - ((value - min) / (max - min)) * (bottom - top);
  const places = xs.split(' ').map((x, i): Place | undefined => {
    const value = found[i] ?? null;
    return value === null ? undefined : { x: Number(x), y: yOf(value), value };
  });
  const known = places.filter((place) => place !== undefined);
  const path = linePath(places.map((place, i) => [place?.x ?? i, place?.y ?? null]));
  const inside = known.filter(({ y }) => y >= top - 0.5 && y <= bottom + 0.5);
  const outside = known.filter((place) => !inside.includes(place));
  // A panel in the panel cuts off what leaves the axes.
  const view = `0 ${top - RIM} ${room.width} ${bottom - top + 2 * RIM}`;
  const [x, y, width, height] = view.split(' ') as [string, string, string, string];
  return svg`<svg x="${x}" y="${y}" width="${width}" height="${height}" viewBox="${view}"><path class="run-line" d="${path}"/></svg>
    ${inside.map(({ x: at, y: of }) => svg`<circle class="run-fill" cx="${at}" cy="${of}" r="4"/>`)}
    ${outside.map((place) => beyond(place, data, room))}
    ${key(data, room)}`;
}

/** A value that lies beyond the axis: an arrow at its end, and the number. */
function beyond(
  { x, y, value }: Place,
  { shown }: CurveData,
  { top, bottom, width }: Room,
): Markup {
  const isAbove = y < top;
  const [edge, way] = isAbove ? [top, 1] : [bottom, -1];
  const words = inShownUnit(value, shown);
  const half = widthOf(words) / 2;
  const at = Math.max(52 + half, Math.min(width - half, x));
  return svg`<path class="run" d="M${x} ${edge - way * RIM}l6 ${way * 9}h-12z"/><text class="run haloed" x="${at}" y="${isAbove ? top + 18 : bottom - 10}" text-anchor="middle">${words}</text>`;
}

/** Which line is whose, above the panel, where the name of the axis leaves room for it. */
function key({ shown }: CurveData, { top, width }: Room): Markup {
  const { mine, truth } = LINE_ANSWERS;
  const sample = 22;
  const title = widthOf(shown.unit ? `${shown.label}, ${shown.unit}` : shown.label);
  const right = width - ASIDE;
  const second = right - widthOf(truth) - sample - 6;
  const first = second - widthOf(mine) - sample - 22;
  if (first < title + 24) return svg``;
  const y = top - 10;
  const one = (x: number, look: string, words: string): Markup =>
    svg`<path class="${look}" d="M${x} ${y - 4}h${sample}"/><text x="${x + sample + 6}" y="${y}">${words}</text>`;
  return svg`${one(first, 'prediction-line', mine)}${one(second, 'run-line', truth)}`;
}
