/** A spread: one measure over the values of one control, drawn as a curve. */
import { axisX, axisY, linear, linePath, log, type Scale } from './axes.ts';
import { number, plain } from './format.ts';
import { markup, svg, type Markup } from './markup.ts';
import { spreadValues, type AnySettings, type NumberParam, type Table } from './params.ts';
import { measured, table } from './pieces.ts';
import type { AnyWidget, Measured, Room } from './widget.ts';
import { WORDS } from './words.ts';

/** One value of the spread control and all the measures of its run. */
export interface SpreadPoint {
  readonly x: number;
  readonly measures: Measured;
}
/** What is spread and shown, and what else belongs on the axes. */
export interface SpreadView {
  readonly param: string;
  readonly measure: string;
  readonly settings: AnySettings;
  readonly points: readonly SpreadPoint[];
  readonly pinned?: readonly SpreadPoint[];
  readonly prediction?: readonly { readonly x: number; readonly y: number }[];
}
type Pair = readonly [number, number | null];

/** The number controls that can be spread. */
export function spreadable(widget: AnyWidget): readonly (readonly [string, NumberParam])[] {
  return Object.entries(widget.params as Table).flatMap(([name, param]) =>
    param.kind === 'number' && name !== 'seed' && spreadValues(param).length > 1
      ? [[name, param] as const]
      : [],
  );
}

/** The settings of every run of a spread. */
export function spreadSettings(
  widget: AnyWidget,
  settings: AnySettings,
  param: string,
): readonly AnySettings[] {
  const one = (widget.params as Table)[param];
  if (one?.kind !== 'number') return [];
  return spreadValues(one).map((value) => ({ ...settings, [param]: value }));
}

function pairs(points: readonly SpreadPoint[], measure: string, factor: number): Pair[] {
  return points.map(({ x, measures }) => {
    const y = measures[measure] ?? null;
    return [x, y === null ? null : y * factor];
  });
}

/** The curve on its axes: this spread in the reader's colour, a pinned one dashed, a prediction dotted. */
export function drawSpread(widget: AnyWidget, view: SpreadView, room: Room): Markup {
  const param = (widget.params as Table)[view.param] as NumberParam;
  const measure = widget.measures[view.measure];
  const factor = measure?.unit === 'share' ? 100 : 1;
  const now = pairs(view.points, view.measure, factor);
  const pinned = view.pinned ? pairs(view.pinned, view.measure, factor) : [];
  const guess = (view.prediction ?? []).map(({ x, y }): Pair => [x, y * factor]);
  const width = room === 'wide' ? 680 : 320;
  const height = room === 'wide' ? 260 : 220;
  const x = xScale(param, now, [52, width - 14]);
  const y = yScale([...now, ...pinned, ...guess], [height - 44, 30]);
  const line = (points: readonly Pair[], name: string): Markup =>
    svg`<path class="${name}" d="${linePath(points, x, y)}"/>`;
  const names = labels(
    [
      [WORDS.curveNow, now],
      [WORDS.curvePinned, pinned],
      [WORDS.curveGuess, guess],
    ],
    x,
    y,
  );
  const unit = measure?.unit === 'share' ? '%' : measure?.unit;
  const here = Number(view.settings[view.param]);
  return svg`<svg class="figure" viewBox="0 0 ${width} ${height}" role="img" aria-label="${saySpread(widget, view)}">
    ${axisX(x, height - 44, { label: param.unit ? `${param.label}, ${param.unit}` : param.label })}
    ${axisY(y, 52, { label: `${measure?.label ?? view.measure}${unit ? `, ${unit}` : ''}` })}
    <path class="hair" d="M${x(here)} 26V${height - 44}"/>
    ${pinned.length > 0 && line(pinned, 'pinned-line')}
    ${guess.length > 0 && line(guess, 'prediction-line')}
    ${line(now, 'run-line')}
    ${pinned.length + guess.length > 0 && names}
    ${now.map(([px, py]) => py !== null && svg`<circle class="run-fill" cx="${x(px)}" cy="${y(py)}" r="${px === here ? 5 : 3}"/>`)}
  </svg>`;
}

/** The name of each curve above its right end, pushed apart where two would overlap. */
function labels(
  curves: readonly (readonly [string, readonly Pair[]])[],
  x: Scale,
  y: Scale,
): readonly Markup[] {
  const ends = curves.flatMap(([name, points]) => {
    const end = points.findLast(([, value]) => value !== null);
    return end ? [{ name, at: x(end[0]), height: y(end[1] ?? 0) - 9 }] : [];
  });
  ends.sort((a, b) => b.height - a.height);
  return ends.map((end, i) => {
    const below = ends[i - 1];
    const near = below && Math.abs(below.at - end.at) < 110;
    if (near) end.height = Math.min(end.height, below.height - 16);
    return svg`<text class="soft" x="${end.at}" y="${end.height}" text-anchor="end">${end.name}</text>`;
  });
}

function xScale(
  param: NumberParam,
  points: readonly Pair[],
  range: readonly [number, number],
): Scale {
  const values = points.map(([value]) => value);
  const low = Math.min(...values);
  const high = Math.max(...values);
  const doubling = param.scale === 'log' || (low > 0 && high / low >= 30);
  return doubling && low > 0
    ? log([low, high], range)
    : linear([low, high], range, range[1] > 400 ? 7 : 4);
}

function yScale(points: readonly Pair[], range: readonly [number, number]): Scale {
  const values = points.flatMap(([, value]) => (value === null ? [] : [value]));
  const low = Math.min(...values, Number.POSITIVE_INFINITY);
  const high = Math.max(...values, Number.NEGATIVE_INFINITY);
  if (!Number.isFinite(low)) return linear([0, 1], range);
  if (low > 0 && high / low > 40) return log([low * 0.8, high * 1.1], range);
  return linear([Math.min(0, low), high * 1.05 || 1], range, 4);
}

/** The spread in a sentence: where the measure is lowest and highest. */
export function saySpread(widget: AnyWidget, view: SpreadView): string {
  const known = view.points.filter((point) => typeof point.measures[view.measure] === 'number');
  if (known.length === 0) return WORDS.spreadEmpty;
  const by = [...known].sort(
    (a, b) => (a.measures[view.measure] ?? 0) - (b.measures[view.measure] ?? 0),
  );
  const low = by[0] as SpreadPoint;
  const high = by.at(-1) as SpreadPoint;
  const value = (point: SpreadPoint): string =>
    measured(widget, view.measure, point.measures[view.measure] ?? null);
  const param = (widget.params as Table)[view.param]?.label.toLowerCase() ?? view.param;
  const label = widget.measures[view.measure]?.label ?? view.measure;
  const missing = view.points.length - known.length;
  const gap =
    missing > 0
      ? ` ${number(missing)} of ${number(view.points.length)} settings give no value.`
      : '';
  return WORDS.spreadSays(label, param, value(low), plain(low.x), value(high), plain(high.x)) + gap;
}

/** The spread as a table, every measure in a column. */
export function tabulateSpread(widget: AnyWidget, view: SpreadView): Markup {
  const names = Object.keys(widget.measures);
  const param = (widget.params as Table)[view.param];
  return markup`${table({
    caption: saySpread(widget, view),
    head: [
      param?.label ?? view.param,
      ...names.map((name) => widget.measures[name]?.label ?? name),
    ],
    rows: view.points.map((point) => [
      plain(point.x),
      ...names.map((name) => measured(widget, name, point.measures[name] ?? null)),
    ]),
  })}`;
}
