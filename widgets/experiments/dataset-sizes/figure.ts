/** The chart: sizes against dates, on a logarithmic or a straight scale, and the line through a span of them. */
import type { View } from '#kit/contract';
import type { Drawing, Extent, Mark } from '#kit/draw';
import { area, byHandles, chart, clamped, dots, drawing, handle, keptExtent } from '#kit/draw';
import { labelAt, line, number, rule, svg, words } from '#kit/draw';
import { keysOf, lookedAt, setsOf } from './figure-points.ts';
import type { Known, SizesOutcome } from './model.ts';
import { FIRST_YEAR, LAST_YEAR, params, type SizesSettings } from './params.ts';
import { factor, great } from './say.ts';
import { bandOf, lineOn } from './trend.ts';

type Seen = View<SizesSettings, SizesOutcome>;

/** The top of the logarithmic scale: a hundred trillion. */
const TOP = 1e14;

/** Draws the chart for a page or a phone; `then` is what was known at an earlier moment, on the axes of the whole run. */
export function draw(
  settings: SizesSettings,
  outcome: SizesOutcome,
  view: Seen,
  then?: Known,
): Drawing {
  const whole = { settings, outcome };
  const run = then ?? whole;
  const { from, to, scale } = run.settings;
  const sizes = sizesOf(whole, view);
  const isWide = view.layout === 'wide';
  // While the years are played, the span is in no hand.
  const hasEnds = !then && from <= to;
  const drawn = chart<SizesSettings, SizesOutcome>({
    title: 'What language models learned from',
    ...{ view, run, height: { wide: 396, narrow: 320 } },
    // Below the axis stands what is known of a set.
    ...{ right: 12, foot: 68 },
    x: {
      extent: [FIRST_YEAR, Math.max(LAST_YEAR, settings.until) + 1],
      ...{ label: 'published', ticks: { wide: 8, narrow: 4 } },
      ...{ format: String, keep: 'x' },
    },
    y: {
      ...{ extent: sizes, isLog: scale === 'log', keep: scale, ticks: 4 },
      label: 'words or tokens',
      format: (size) => (size === 0 ? '0' : great(size)),
    },
    marks: (one) => [
      ...keysOf(whole),
      ...(from <= to ? [from, to + 1].map((x) => rule({ x }, { look: 'run-line thin' })) : []),
      ...trendOf(one, sizes),
      ...covered(whole, sizes),
      ...setsOf(run, isWide),
      ...(hasEnds ? endsOf(run.settings, sizes[0], isWide) : []),
      lookedAt(run, isWide),
    ],
  });
  const { shown, count } = run.outcome;
  const how = scale === 'log' ? 'logarithmic' : 'straight';
  const label = `${number(shown.length)} data sets by date and size, on a ${how} scale; the line goes through the ${number(count)} of ${from} to ${Math.floor(to)}. The table lists them all.`;
  return drawing(drawn, label);
}

/** The sizes that have room: on the logarithmic scale all from the start; the straight one fits what is shown. */
function sizesOf({ settings: { scale }, outcome }: Known, { axes }: Seen): Extent {
  const isLog = scale === 'log';
  const { value } = outcome.forecast;
  const most = Math.max(1e9, ...outcome.shown.map(({ size }) => size));
  const carried = typeof value === 'number' ? value : 0;
  const sizes: Extent = isLog
    ? [1e8, carried > TOP ? 100 * TOP : TOP]
    : [0, Math.max(most, Math.min(carried, 2 * most)) * 1.08];
  return keptExtent(sizes, sizes, axes?.[scale], isLog);
}

const endOf = ({ to, until }: SizesSettings): number => Math.max(to + 1, until + 0.5);

/** The line of a run with its band, dashed where it is carried on, its end, and how fast it rises. */
function trendOf({ settings, outcome }: Known, sizes: Extent) {
  const { from, to, until } = settings;
  const { line: trend, forecast } = outcome;
  const { value } = forecast;
  if (!trend) return [];
  const late = { waits: true, still: true };
  const end = endOf(settings);
  // Names keep off the line as it stands at the end.
  const path = (to: number, look: string, twice: boolean): Mark => ({
    ...line(lineOn(trend, from, to, sizes), { look, twice, ...late }),
    covers: () => [],
  });
  return [
    trend.give !== null && clamped(area(bandOf(trend, from, end), late)),
    path(end, 'run-line carried', true),
    path(to + 1, 'run-line', false),
    typeof value === 'number' &&
      clamped(
        dots([[until + 0.5, value]], {
          words: `${until}: ${great(value)}${value > sizes[1] ? ' ↑' : ''}`,
          ...{ r: 4, twice: false, say: 'run', must: true, ...late },
        }),
      ),
    words(
      `${factor(Math.exp(trend.slope))} a year along the line`,
      ({ left, top }, text) => [16, 36, 56].map((down) => labelAt(text, left + 12, top + down)),
      { say: 'run', waits: true },
    ),
  ];
}

/** What words keep off: the sets and the line of the whole run, so that names stay where they are while the years are played. */
function covered({ settings, outcome: { shown, line: trend } }: Known, sizes: Extent) {
  const marks = [
    dots(shown.map(({ year, size }) => [year, size])),
    line(trend ? lineOn(trend, settings.from, endOf(settings), sizes) : []),
  ];
  return marks.map(({ covers }): Mark => ({ draw: () => svg``, ...(covers && { covers }) }));
}

/** What is taken hold of at the two ends. The first year is set after the prediction, and so is its end moved. */
function endsOf({ from, to }: SizesSettings, floor: number, isWide: boolean): readonly Mark[] {
  const end = { along: 'x', across: floor, dot: true } as const;
  const keys = `← → move this end${isWide ? ', ↑ ↓ lead to the other' : ''}`;
  const last = { value: to, at: to + 1, param: { min: from, max: LAST_YEAR } };
  const first = { value: from, at: from, param: { min: FIRST_YEAR, max: to } };
  return [
    handle({
      ...{ ...end, ...last, keys, sets: 'to', hint: 'drag the ends' },
      ...{ told: String(to), name: 'last year of the span' },
    }),
    handle({
      ...{ ...end, ...first, keys, sets: 'from' },
      ...{ told: String(from), name: 'first year of the span', waits: true, isOther: true },
    }),
  ];
}

/** An end is taken to the nearest turn of a year, and never past the other one; by a key from one to the next. */
export const edit = byHandles<typeof params, SizesOutcome>(
  params,
  'to',
  (at, { from, to }, name) => (name === 'to' ? Math.max(at - 1, from) : Math.min(at, to)),
);
