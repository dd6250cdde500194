/** The chart: sizes against dates, on a logarithmic or a straight scale, and the line through a span of them. */
import type { Drawing, Markup } from '#kit/draw';
import { below, drawing, ghostLine, labelled, later, meet, number, part, plot } from '#kit/draw';
import { svg } from '#kit/draw';
import type { SeenRun } from '#kit/contract';
import { chartOf, type Chart, type Seen } from './figure-chart.ts';
import { span, spanEnds } from './figure-span.ts';
import { lineOf, trend, wordsOf } from './figure-trend.ts';
import { key, mark, namesOf, points } from './figure-points.ts';
import type { SizesOutcome } from './model.ts';
import type { SizesSettings } from './params.ts';

/** A run as it is drawn. */
export type Known = SeenRun<SizesSettings, SizesOutcome>;
/** Room below the axis for what is known of a set. */
const FOOT = 28;

/** Draws the chart for a page or a phone; `then` is what was known at an earlier moment, on the axes of the whole run. */
export function draw(
  settings: SizesSettings,
  outcome: SizesOutcome,
  view: Seen,
  then?: Known,
): Drawing {
  const whole = chartOf(settings, outcome, view);
  const chart = { ...whole, ...then };
  const { x, y, floor, spec } = chart;
  const { shown, count } = chart.outcome;
  const { from, to, scale } = chart.settings;
  const line = trend(chart);
  const behind = ghostLine(view.ghost, (other) => lineOf({ ...chart, ...other }));
  const atLast = wordsOf(whole);
  const words = then ? wordsOf(chart, true) : atLast;
  const names = namesOf(whole, atLast).filter((name) => !words.some((one) => meet(name, one)));
  const told = words.map((one) => labelled(one, 'run'));
  const marks = svg`${span(chart)}${later(clipped(chart, svg`${behind}${line}`), told)}`;
  const { body: axed, width, height } = plot(spec, () => marks);
  // While the years are played, the span is in no hand.
  const ends = !then && spanEnds(chart);
  const body = svg`${axed}${points(chart, names, ends !== false)}${ends}`;
  const how = scale === 'log' ? 'logarithmic' : 'straight';
  const label = `${number(shown.length)} data sets by date and size, on a ${how} scale; the line goes through the ${number(count)} of ${from} to ${Math.floor(to)}. The table lists them all.`;
  const still = svg`${span(chart)}<path class="hair" d="M${x.range[0]} ${floor}H${x.range[1]}"/>${clipped(chart, line)}${shown.map((set) => mark(set, chart))}`;
  const all = below(14, key(whole), part(width, height + FOOT, body));
  const axes = { x: x.domain, [scale]: y.domain };
  return { ...drawing(all, label, { body: still, y: 24, height: 206 }), axes };
}

/** A drawing inside the drawing cuts off what leaves the chart. */
function clipped({ x, y }: Chart, drawn: Markup | false): Markup {
  const [left, top] = [x.range[0], y.range[1]];
  const [width, height] = [x.range[1] - left, y.range[0] - top];
  return svg`<svg x="${left}" y="${top}" width="${width}" height="${height}" viewBox="${left} ${top} ${width} ${height}">${drawn}</svg>`;
}
