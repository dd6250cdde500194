/** The figure: what was hired and what the model said, week by week through two years; below it the alarm, and the years that were drawn; as steps months and hours. */
import { max, mean, range, sum } from 'd3-array';
import type { Layout, SeenRun, View } from '#kit/contract';
import type { ChartAxis, Drawing, Mark, MarkLook, Part, Step } from '#kit/draw';
import { below, byHandles, chart, clamped, dots, drawing, handle, labelAt, line } from '#kit/draw';
import { number, rule, series, toStep, waiting, words } from '#kit/draw';
import { DAYS_2011 } from './bikes.ts';
import type { StaleOutcome } from './model.ts';
import { params, type StaleSettings } from './params.ts';
import { MONTHS } from './say.ts';

type Seen = View<StaleSettings, StaleOutcome>;
type Ran = SeenRun<StaleSettings, StaleOutcome>;

const DESCRIBED =
  'Two lines through the weeks of 2011 and of the year after it: bikes hired in an hour, and what the model said; below them the sum that an alarm watches, with the line at which it rings.';
/** Days from 1 January 2011 on. */
const BOTH_YEARS = [0, DAYS_2011 + 366] as const;
/** Bikes in an hour that have room: hired in a week, and off in a year. */
const MOST = 400;
const MOST_OFF = 150;
/** So many days stand for one place of the alarm's line: the highest of them. */
const TOGETHER = 3;
/** Axes that the alarm's sum can stand on. */
const TOPS = [30, 60, 100] as const;

/** Draws the run, or a moment of it, for a page or a phone. */
export function draw(settings: StaleSettings, outcome: StaleOutcome, view: Seen): Drawing {
  const { layout, moment = Infinity } = view;
  const run = { settings, outcome };
  const weeks = moment + 1 < outcome.seen.was.length ? moment + 1 : Infinity;
  const alarm = waiting(alarmOf(run, view, 7 * weeks));
  const twins = outcome.calm && waiting(twinsOf(run, view));
  const whole = below(layout === 'wide' ? 12 : 6, weeksOf(run, view, weeks), alarm, twins);
  return { ...drawing(whole, DESCRIBED), steps: stepsOf(outcome, layout) };
}

/** The line at which the alarm rings is taken up and down. */
export const edit = byHandles<typeof params, StaleOutcome>(params, 'threshold');

/** Two lines by weeks; the second year, as far as it is seen, waits for the prediction. */
function weeksOf(run: Ran, view: Seen, weeks: number): Part {
  const byWeeks = (list: readonly number[], from: number, how: MarkLook): Mark =>
    clamped(line(series(list, from + 3.5, 7), how));
  const off = (day: number, error: number, which: string, waits = false): Mark =>
    words(
      `${which}off by ${number(error)}`,
      ({ x, top }, text) => [labelAt(text, x(day) + 8, top + 12)],
      { say: 'run strong', waits },
    );
  const second = run.outcome.calm ? 'a second year' : '2012';
  return chart<StaleSettings, StaleOutcome>({
    title: 'Bikes hired in an hour, week by week',
    ...{ view, run, height: { wide: 214, narrow: 146 }, foot: 24 },
    x: {
      extent: BOTH_YEARS,
      // A year is named in its middle.
      ticks: [DAYS_2011 / 2, 1.5 * DAYS_2011],
      format: (day) => (day < DAYS_2011 ? '2011' : second),
    },
    y: { extent: [0, MOST], label: 'bikes an hour', ticks: 4 },
    marks: ({ outcome: one }) => {
      const { past, seen, heldOut, years, calm } = one;
      // Another run is seen to its end.
      const until = one === run.outcome ? weeks : Infinity;
      const updates = seen.updates.filter((day) => day < 7 * until);
      return [
        rule({ x: DAYS_2011 }),
        byWeeks(past.was, 0, { look: 'sure-line', key: 'hired' }),
        byWeeks(past.said, 0, { key: 'said by the model', twice: false }),
        byWeeks(seen.was.slice(0, until), DAYS_2011, { look: 'sure-line', waits: true }),
        byWeeks(seen.said.slice(0, until), DAYS_2011, { waits: true }),
        dots(
          updates.map((day) => [DAYS_2011 + day, 0]),
          { r: 4, sign: 2, look: 'run', key: 'updated', waits: true, twice: false },
        ),
        off(0, heldOut, ''),
        until === Infinity &&
          off(DAYS_2011, years.errors[0] ?? 0, calm ? 'this one is ' : '', true),
      ];
    },
  });
}

/** The sum that the alarm watches, day by day, and the line at which it rings. */
function alarmOf({ settings, outcome: { past, seen } }: Ran, view: Seen, days: number): Part {
  const { layout, held = settings } = view;
  const { threshold } = settings;
  const most = TOPS.find((top) => held.threshold <= 0.8 * top) ?? 100;
  const level = Math.min(most, threshold);
  const sumOf = (heights: readonly number[], from: number): Mark => {
    const highest = range(0, heights.length, TOGETHER).map(
      (day) => max(heights.slice(day, day + TOGETHER)) ?? 0,
    );
    const look = { look: 'before-line thin' };
    return clamped(line(series(highest, from + TOGETHER / 2, TOGETHER), look));
  };
  const rings = seen.rings.filter((day) => day < days).map((day) => DAYS_2011 + day);
  const often = ({ length }: readonly number[]): string =>
    ['never', 'once', 'twice'][length] ?? `${number(length)} times`;
  return chart({
    title: 'The alarm’s sum',
    aside: `rang ${often(past.rings)}, then ${often(seen.rings)}`,
    ...{ view: { layout }, height: { wide: 94, narrow: 62 }, top: 8, foot: 4 },
    x: { extent: BOTH_YEARS, isBare: true },
    y: { extent: [0, most], ticks: 2 },
    marks: [
      rule({ x: DAYS_2011 }),
      sumOf(past.heights, 0),
      sumOf(seen.heights.slice(0, days), DAYS_2011),
      rule({ y: level }, { look: 'run-line thin' }),
      dots(
        [...past.rings, ...rings].map((day) => [day + 0.5, level]),
        { r: 3.5, look: 'run' },
      ),
      handle({
        ...{ sets: 'threshold', param: params.threshold, value: threshold, along: 'y', at: level },
        ...{ name: 'alarm at', told: number(threshold, threshold % 1 ? 1 : 0) },
        ...{ keys: '↑ ↓ the line', isHintOnTop: true },
      }),
    ],
  });
}

/** Years that were drawn, by their error, and their twins in which nothing changes: two rows of dots over one axis. */
function twinsOf(run: Ran, view: Seen): Part {
  const row = (errors: readonly number[], at: number, look: string): Mark =>
    dots(
      errors.map((error) => [Math.min(MOST_OFF, error), at]),
      { r: 4, look, twice: true },
    );
  return chart<StaleSettings, StaleOutcome>({
    title: 'Off by so many bikes an hour',
    ...{ view, run, height: { wide: 62, narrow: 56 }, top: 0, foot: 22 },
    x: { extent: [0, MOST_OFF], ticks: 4 },
    y: {
      extent: [2.2, 0],
      ticks: [0.5, 1.5],
      format: (at) => (at < 1 ? 'drawn years' : 'nothing changes'),
    },
    marks: ({ outcome: { years, calm } }) => [
      row(calm ? years.errors : [], 0.5, 'run'),
      row(calm?.errors ?? [], 1.5, 'soft'),
    ],
  });
}

/** The error month by month, and hours of a working day in the last quarter. */
function stepsOf({ years, calm, heldOut, seen }: StaleOutcome, layout: Layout): readonly Step[] {
  const { months } = years;
  const { hoursWas, hoursSaid } = seen;
  const before = calm ? calm.months : months.map(() => heldOut);
  const ticks = { wide: 12, narrow: 6 };
  const byMonth: ChartAxis = { extent: [1, 12], ticks, format: (at) => MONTHS[at - 1] ?? '' };
  const byHour: ChartAxis = { extent: [0, 23], ticks, label: 'o’clock' };
  const year = linesOf('How far off, month by month', layout, byMonth, {
    [calm ? 'nothing changes' : 'in 2011']: before,
    'this year': months,
  });
  const day = linesOf('A working day at the year’s end', layout, byHour, {
    hired: hoursWas,
    'said by the model': hoursSaid,
  });
  const times = sum(hoursWas) / sum(hoursSaid);
  const off = (factor: number): string =>
    number(mean(hoursWas, (was, i) => Math.abs(was - factor * (hoursSaid[i] ?? 0))) ?? 0);
  return [
    toStep(year, {
      name: 'months',
      asks: 'How soon is it off?',
      says: `On days of 2011 that it had not seen, the model was off by ${number(heldOut)} bikes an hour. In the third month after that year it is off by ${number(months[2] ?? 0)}, in the worst month by ${number(Math.max(...months))}. In winter fewer bikes are hired, so there is less to be off by.`,
    }),
    toStep(day, {
      name: 'hours',
      asks: 'Is the day of another size, or of another shape?',
      says: `Over the last three months, the mean working day lies ${off(1)} bikes from what the model said. Multiply what it said by ${number(times, 2)}, the number that fits best in total, and ${off(times)} are left: they are a change of shape.`,
    }),
  ];
}

type Lines = Readonly<Record<string, readonly number[]>>;

/** Lines over one axis, by what they mean: first, dashed, what the other is held against. */
function linesOf(title: string, layout: Layout, x: ChartAxis, lines: Lines): Part {
  const most = max(Object.values(lines).flat()) ?? 0;
  return chart({
    title,
    ...{ view: { layout }, height: { wide: 200, narrow: 180 }, x },
    y: { extent: [0, 50 * Math.ceil(most / 50)], label: 'bikes an hour', ticks: 4 },
    marks: Object.entries(lines).map(([key, values], i) =>
      line(series(values, x.extent[0]), { key, look: i > 0 ? 'run-line' : 'sure-line' }),
    ),
  });
}
