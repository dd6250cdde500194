/** Scales and axes as markup. Ticks come from d3-array; d3-scale would add 10 kB to every lesson for two straight lines. */
import { ticks } from 'd3-array';
import { plain } from './format.ts';
import { short, svg, tenth, type Markup } from './markup.ts';
import { widthOf } from './text-width.ts';

/** From values to a coordinate, and back; knows its ticks. */
export interface Scale {
  (value: number): number;
  /** The value at a coordinate. */
  readonly invert: (at: number) => number;
  readonly ticks: readonly number[];
  readonly domain: readonly [number, number];
  readonly range: readonly [number, number];
}

function scale(
  domain: readonly [number, number],
  range: readonly [number, number],
  bend: (value: number) => number,
  straighten: (bent: number) => number,
  marks: readonly number[],
): Scale {
  const low = bend(domain[0]);
  const width = bend(domain[1]) - low || 1;
  const at = (value: number): number =>
    range[0] + ((bend(value) - low) / width) * (range[1] - range[0]);
  const invert = (place: number): number =>
    straighten(low + ((place - range[0]) / (range[1] - range[0])) * width);
  return Object.assign(at, { invert, ticks: marks, domain, range });
}

/** A linear scale with about `count` round ticks inside the domain. */
export function linear(
  domain: readonly [number, number],
  range: readonly [number, number],
  count = 5,
): Scale {
  const same = (value: number): number => value;
  return scale(domain, range, same, same, ticks(domain[0], domain[1], count));
}

/** A logarithmic scale (domain above 0) with ticks at 1, 10, 100 ...; under two decades also at 2 and 5. */
export function log(domain: readonly [number, number], range: readonly [number, number]): Scale {
  const low = Math.max(domain[0], Number.MIN_VALUE);
  const high = Math.max(domain[1], low * 1.0001);
  const decades = Math.log10(high / low);
  const steps = decades < 2.5 ? [1, 2, 5] : [1];
  const marks: number[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power += 1) {
    for (const step of steps) {
      const mark = Number((step * 10 ** power).toPrecision(6));
      if (mark >= low * 0.9999 && mark <= high * 1.0001) marks.push(mark);
    }
  }
  const bend = (value: number): number => Math.log10(Math.max(value, low));
  return scale([low, high], range, bend, (bent) => 10 ** bent, marks);
}

/** A scale over values from 0 on that spread over powers of ten: as logarithmic as it can be with a place for 0. */
function logFromZero(values: readonly number[], range: readonly [number, number]): Scale {
  const least = Math.min(...values.filter((value) => value > 0));
  const high = Math.max(...values);
  const bend = (value: number): number => Math.log1p(value / least);
  const marks = [0, ...log([least, high], range).ticks];
  return scale([0, high], range, bend, (bent) => least * Math.expm1(bent), marks);
}

/** The scale for values that are compared side by side, such as those of a spread. */
export function scaleOver(
  values: readonly number[],
  range: readonly [number, number],
  { isLog, count }: { readonly isLog: boolean; readonly count: number },
): Scale {
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (!isLog || low < 0 || high <= 0) return linear([low, high], range, count);
  return low > 0 ? log([low, high], range) : logFromZero(values, range);
}

interface AxisLook {
  /** What is measured, with its unit in plain words, at the end of the axis. */
  readonly label: string;
  readonly format?: (value: number) => string;
  /** How far words may stand out beyond the right end of a horizontal axis; 1 unless it says otherwise. */
  readonly beyond?: number | undefined;
}

/** Attributes of an axis: what tells it and its ends to who looks from outside. */
export function axisFacts(name: 'x' | 'y', { domain: [from, to] }: Pick<Scale, 'domain'>): Markup {
  return svg`data-axis="${name}" data-from="${String(from)}" data-to="${String(to)}"`;
}

/** A horizontal axis below a plot, at height `y`, whose words stay inside and off those of a vertical one; its label stands at the right end, below the ticks. */
export function axisX(at: Scale, y: number, look: AxisLook): Markup {
  const format = look.format ?? plain;
  const [from, to] = at.range;
  let taken = -Infinity;
  const words = at.ticks.map((tick) => {
    const half = widthOf(format(tick)) / 2;
    const least = Math.max(0, from - 6) + half;
    const middle = Math.max(least, Math.min(at(tick), to + (look.beyond ?? 1) - half));
    if (middle - half < taken + 3) return null;
    taken = middle + half;
    return svg`<text x="${middle}" y="${y + 17}" text-anchor="middle">${format(tick)}</text>`;
  });
  return svg`<g class="axis" ${axisFacts('x', at)}><path d="M${from} ${y}H${to}${at.ticks.map((tick) => `M${short(at(tick))} ${short(y)}v4`)}"/>${words}<text class="axis-label" x="${to}" y="${y + 34}" text-anchor="end">${look.label}</text></g>`;
}

/** The room that the words of a vertical axis need at its left. */
export function roomY(at: Scale, format = plain): number {
  return Math.ceil(Math.max(...at.ticks.map((tick) => widthOf(format(tick))))) + 7;
}

/** A vertical axis at the left of a plot, at `x`; its label stands above it, so that it reads level. */
export function axisY(at: Scale, x: number, look: AxisLook): Markup {
  const format = look.format ?? plain;
  const top = Math.min(...at.range);
  return svg`<g class="axis" ${axisFacts('y', at)}><path d="${at.ticks.map((tick) => `M${short(x)} ${short(at(tick))}h-4`)}"/>${at.ticks.map(
    (tick) => svg`<text x="${x - 7}" y="${at(tick) + 4}" text-anchor="end">${format(tick)}</text>`,
  )}<text class="axis-label" x="${Math.max(0, Math.min(x - 38, x - roomY(at, format)))}" y="${top - 12}">${look.label}</text></g>`;
}

/** The `d` of a line through points; a gap where y is `null`. */
export function linePath(
  points: readonly (readonly [number, number | null])[],
  x: (value: number) => number = (value) => value,
  y: (value: number) => number = (value) => value,
): string {
  let pen = 'M';
  let path = '';
  for (const [px, py] of points) {
    if (py === null || !Number.isFinite(py)) {
      pen = 'M';
      continue;
    }
    path += `${pen}${tenth(x(px))} ${tenth(y(py))}`;
    pen = 'L';
  }
  return path;
}
