/** The chart: sizes against dates, on a logarithmic or a straight scale, and the line through a span of them. */
import type { View } from '#kit/contract';
import type { Drawing, Extent, Mark } from '#kit/draw';
import { area, byHandles, chart, clamped, dots, drawing, handle, keptExtent } from '#kit/draw';
import { labelled, line, meet, number, special, svg } from '#kit/draw';
import { bandOf, lineOn, wordsOf } from './figure-trend.ts';
import { keys, namesOf, setsOf } from './figure-points.ts';
import type { Known, SizesOutcome } from './model.ts';
import { FIRST_YEAR, LAST_YEAR, params, type SizesSettings } from './params.ts';
import { great } from './say.ts';

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
  const years: Extent = [FIRST_YEAR, Math.max(LAST_YEAR, settings.until) + 1];
  const isWide = view.layout === 'wide';
  // While the years are played, the span is in no hand.
  const hasEnds = !then && from <= to;
  const drawn = chart<SizesSettings, SizesOutcome>({
    view,
    run,
    height: { wide: 414, narrow: 332 },
    right: 12,
    top: 30,
    // Below the axis stands what is known of a set.
    foot: 68,
    x: {
      extent: years,
      label: 'date of publication',
      ticks: { wide: 8, narrow: 4 },
      format: String,
      keep: 'x',
    },
    y: {
      extent: sizes,
      isLog: scale === 'log',
      label: {
        wide: 'Training data in words or tokens',
        narrow: 'Words or tokens (M, B, T: million, billion, trillion)',
      },
      ticks: 4,
      format: (size) => (size === 0 ? '0' : isWide ? great(size) : brief(size)),
      keep: scale,
    },
    marks: (one) => [
      ...keys(whole, isWide),
      from <= to &&
        special(
          ({ x, top, floor }) =>
            svg`<path class="run-line span" d="M${x(from)} ${top}V${floor}H${x(to + 1)}V${top}"/>`,
        ),
      ...trendOf(one, sizes),
      special((on) => svg`${wordsOf(one, on, !!then).map((word) => labelled(word, 'run'))}`, {
        waits: true,
        still: false,
      }),
      ...(hasEnds ? endsOf(run.settings, sizes[0], isWide) : []),
      special(
        (on) => {
          const words = wordsOf(run, on, !!then);
          // Names stand as at the end, where nothing that moves meets them.
          const names = namesOf(whole, on, wordsOf(whole, on));
          return setsOf(run, on, {
            names: names.filter((name) => !words.some((word) => meet(name, word))),
            hasEnds,
          });
        },
        { still: (on) => setsOf(run, on) },
      ),
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

/** The line of a run with its band, dashed where it is carried on, and its end. */
function trendOf(
  { settings, outcome: { line: trend, forecast } }: Known,
  sizes: Extent,
): readonly Mark[] {
  if (!trend) return [];
  const { from, to, until } = settings;
  const late = { waits: true, still: true };
  const end = Math.max(to + 1, until + 0.5);
  const { value } = forecast;
  const isIn = typeof value === 'number' && value >= sizes[0] && value <= sizes[1];
  return [
    trend.give !== null && clamped(area(bandOf(trend, from, end), { look: 'run-band', ...late })),
    line(lineOn(trend, [from, end], sizes), { look: 'run-line carried', ...late }),
    dots(isIn ? [[until + 0.5, value]] : [], { r: 4, twice: false, ...late }),
    line(lineOn(trend, [from, to + 1], sizes), { twice: false, ...late }),
  ].filter((mark) => mark !== false);
}

/** What is taken hold of at the two ends. The first year is set after the prediction, and so is its end moved. */
function endsOf({ from, to }: SizesSettings, floor: number, isWide: boolean): readonly Mark[] {
  const end = { along: 'x', across: floor, dot: true } as const;
  const keys = `← → move this end${isWide ? ', ↑ ↓ lead to the other' : ''}`;
  const last = {
    sets: 'to',
    value: to,
    at: to + 1,
    told: String(to),
    param: { min: from, max: LAST_YEAR },
  };
  const first = {
    sets: 'from',
    value: from,
    at: from,
    told: String(from),
    param: { min: FIRST_YEAR, max: to },
  };
  return [
    handle({ ...end, ...last, keys, name: 'last year of the span' }),
    handle({ ...end, ...first, keys, name: 'first year of the span', waits: true, isOther: true }),
  ];
}

/** A size as it is written beside the axis of a phone: 10 T. */
function brief(size: number): string {
  return great(size).replace(/ (.)\w+$/, (_, one: string) => ` ${one.toUpperCase()}`);
}

/** An end is taken to the nearest turn of a year, and never past the other one; by a key from one to the next. */
export const edit = byHandles<typeof params, SizesOutcome>(
  params,
  'to',
  (at, { from, to }, name) => (name === 'to' ? Math.max(at - 1, from) : Math.min(at, to)),
);
