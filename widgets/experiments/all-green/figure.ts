/** The figure: lamps that are all green, a day as it is and as it is expected, eight weeks of errors, and what the checks see. */
import { maxIndex, range } from 'd3-array';
import type { SeenRun, View } from '#kit/contract';
import type { BarRow, Cell, Drawing, LegendEntry, Part, Step } from '#kit/draw';
import { askedChart, barRows, bars, behind, below, beside, byHandles, cells } from '#kit/draw';
import { chart, clamped, dots, drawing, handle, hundredths, labelAt, legend } from '#kit/draw';
import { line, nearly, number, panel, perCent, rule, series, steps, svg, WIDTH } from '#kit/draw';
import { words } from '#kit/draw';
import { DAY, DAYS, STEP } from './hours.ts';
import { CALLED, WRONG } from './names.ts';
import type { GreenOutcome } from './model.ts';
import { isRight, params, type GreenSettings } from './params.ts';
import type { Lane } from './watch.ts';

type Seen = View<GreenSettings, GreenOutcome>;
type Run = SeenRun<GreenSettings, GreenOutcome>;

/** Draws the run, or a day of it, for a page or a phone. */
export function draw(settings: GreenSettings, outcome: GreenOutcome, view: Seen): Drawing {
  const isEach = outcome.harms.length > 1;
  const panels = isEach ? harmsPanel(outcome, view) : future({ settings, outcome }, view);
  const label = isEach
    ? 'Three lamps, all green; and a row for each of seven faults: what it costs, and how often it is noticed.'
    : 'Three lamps, all green. Below, bikes by the hour on a mean working day, as hired and as expected; and for each day of eight weeks a bar for how far the model is off.';
  const drawn = drawing(below(8, lampsPart(outcome, view), panels), label);
  return { ...drawn, steps: [textbookStep(outcome)] };
}

/** One future: a mean day of it, its weeks, and what the checks see. */
function future(run: Run, view: Seen): Part {
  const [day, weeks] = [dayChart(run, view), weeksChart(run, view)];
  const lanes = run.outcome.shown.lanes.map((lane) => laneOf(lane, run, view));
  const isWide = view.layout === 'wide';
  const top = isWide ? beside(24, day, weeks) : below(6, lanes.length === 0 && day, weeks);
  return { ...below(4, top, ...lanes), axes: { ...day.axes, ...weeks.axes } };
}

/** What every service watches; and, where checks are placed, whether they have rung: a tick, or an exclamation mark. */
function lampsPart({ shown }: GreenOutcome, { layout, moment = DAYS }: Seen): Part {
  const lamp = (words: string, look = 'right', sign = '-4 .5l2.5 3l4.5 -6'): LegendEntry => ({
    words,
    swatch: (x, y) =>
      svg`<circle class="${look}" cx="${x + 1}" cy="${y}" r="7"/><path class="lamp-sign" d="M${x + 1} ${y}m${sign}"/>`,
  });
  const rung = shown.rings.some((day) => day < moment);
  const own = rung ? lamp('Alarm', 'wrong', '0 -4v5m0 2.2v1.4') : lamp('No alarm', 'soft');
  const lamps = ['Uptime', 'Latency', 'Error rate'].map((name) => lamp(name));
  return legend(shown.lanes.length > 0 ? [...lamps, own] : lamps, WIDTH[layout]);
}

/** The hour of the evening’s peak, by a clock that is right. */
const PEAK = 17;

/** The peak of what is expected is taken to another hour. */
export const edit = byHandles<typeof params, GreenOutcome>(params, 'size', (at) => PEAK - at);

/** A working day on the mean since the fault began: hired, and expected. */
function dayChart(run: Run, view: Seen): Part {
  const { hired, expected } = run.outcome.shown;
  const most = Math.max(900, ...hired, ...expected);
  return chart<GreenSettings, GreenOutcome>({
    title: `Forecasts ${isRight(run.settings) ? 'follow' : 'miss'} the bikes hired`,
    ...{ view, run, width: { wide: 300, narrow: 320 }, height: { wide: 190, narrow: 132 } },
    x: { extent: [0, DAY - 1], label: 'hour of a working day', ticks: 6 },
    y: { extent: [0, most], keep: 'bikes', label: 'bikes on average', ticks: 4 },
    marks: ({ settings: { fault, size }, outcome: { shown } }) => [
      line(series(shown.hired), { look: 'sure-line', key: 'hired' }),
      line(series(shown.expected), { key: 'expected' }),
      fault === 'hour' &&
        handle({
          ...{ sets: 'size', param: params.size, value: size, waits: true, dot: true },
          ...{ along: 'x', at: PEAK - size, across: shown.expected[PEAK - size] ?? 0 },
          ...{ name: 'the clock', told: size === 1 ? '1 hour ahead' : `${size} hours ahead` },
          ...{ hint: 'drag the peak', keys: '← → hours' },
        }),
    ],
  });
}

/** How far the model is off on each day of the future that is drawn. */
function weeksChart(run: Run, view: Seen): Part {
  const { moment = DAYS } = view;
  const { errorBefore, errorAfter, shown } = run.outcome;
  const most = Math.max(300, ...shown.errors, ...shown.usual);
  const [since, isCalm] = [number(errorAfter), isRight(run.settings)];
  return chart<GreenSettings, GreenOutcome>({
    title: 'How far off, day by day',
    aside: isCalm ? `mean ${since}` : `before ${number(errorBefore)}, since ${since}`,
    ...{ view, run, width: { wide: 356, narrow: 320 }, height: { wide: 190, narrow: 110 } },
    x: { extent: [1, DAYS + 1], label: 'day', ticks: 7 },
    y: { extent: [0, most], keep: 'off', label: 'bikes an hour', ticks: { wide: 3, narrow: 2 } },
    marks: ({ outcome }) => {
      const { errors, usual, start, rings } = outcome.shown;
      const base = errors.slice(0, moment).map((error, day) => Math.min(error, usual[day] ?? 0));
      const added = base.map((low, day): Cell => [
        [day + 1, day + 2],
        [low, errors[day] ?? low],
      ]);
      const rung = rings.filter((day) => day < moment).map((day) => [day + 1.5, 0] as const);
      return [
        bars(base, { from: 1, look: 'run-fill pale', key: 'without the fault', isGround: true }),
        cells(added, { air: 1, isGround: true }),
        clamped(behind(steps(range(1, DAYS + 2), errors, { look: 'run-line thin' }))),
        !isCalm && rule({ x: start + 1 }, { look: 'wrong-line thin', words: 'fault', must: true }),
        rung.length > 0 && dots(rung, { sign: 2, r: 5, look: 'wrong', key: 'alarm' }),
      ];
    },
  });
}

/** What a check sees: a dot a day, and the line above which it rings, in the middle of the strip. */
function laneOf({ check, far }: Lane, { settings, outcome }: Run, view: Seen): Part {
  const { threshold } = settings;
  const seen = series(far.slice(0, view.moment), 0.5);
  const above = seen.filter(([, value]) => (value ?? 0) > threshold);
  return chart({
    ...{ view, height: 42, left: 1, right: 1, top: 16, foot: 4 },
    x: { extent: [0, DAYS], isBare: true },
    y: { extent: [0, 2 * threshold], isHidden: true },
    marks: [
      words(CALLED[check], (_, text) => [labelAt(text, 0, 11)]),
      rule({ x: outcome.shown.start }, { look: 'wrong-line thin' }),
      rule({ y: threshold }, { look: 'sure-line thin' }),
      clamped(dots(seen, { r: 2.5 })),
      clamped(dots(above, { r: 2.5, look: 'wrong' })),
    ],
  });
}

/** A row for each fault: a bar for what it costs, how often it is noticed, and after how many days. */
function harmsPanel(outcome: GreenOutcome, { layout, ghost: other }: Seen): Part {
  const { harms, errorBefore, falseAlarmsPerYear } = outcome;
  const others = other?.outcome.harms ?? [];
  const rows = harms.map(({ fault, error, caught, delay }): BarRow => {
    const day = number((delay ?? 0) + 1);
    const noticed = caught > 0 ? `noticed in ${nearly(caught)}, day ${day}` : 'not noticed';
    const base = Math.min(errorBefore, error);
    const bars = [
      [base, 'run-fill pale'],
      [error - base, 'run-fill'],
    ] as const;
    const told = svg`<tspan class="run strong">${number(error)}</tspan><tspan dx="12">${noticed}</tspan>`;
    const its = others.find((one) => one.fault === fault)?.error;
    // Where nothing went wrong in the other run, it has its own error.
    const was = others.length > 0 ? its : other?.outcome.errorAfter;
    return { name: WRONG[fault], bars, told, say: 'soft', was };
  });
  const lay = { wide: { pitch: 34, left: 130, right: 220, isAtEnd: true }, narrow: { pitch: 38 } };
  const note = `pale: ${number(errorBefore)} without a fault; ${number(falseAlarmsPerYear, 1)} false alarms a year`;
  const drawn = barRows(rows, { width: WIDTH[layout], most: 300, ...lay[layout] }, other);
  return panel({ title: 'What each fault costs: bikes an hour off', note, behind: other }, drawn);
}

/** The temperatures of one day against those learned from, as cumulative shares, and where they are farthest apart. */
function textbookStep({ tested, textbookRings }: GreenOutcome): Step {
  const { day, learned, apart, allowed } = tested;
  const widest = maxIndex(day, (share, i) => Math.abs(share - (learned[i] ?? 0)));
  // The first bin is whatever lies below 0 °C.
  const [usual = [], one = []] = [learned, day].map((shares) => series(shares, -STEP, STEP));
  const between = [usual, one].flatMap((points) => points.slice(widest, widest + 1));
  return askedChart({
    name: 'textbook',
    asks: 'What does the textbook test make of a normal day?',
    label: 'Cumulative shares of temperature, of one day and of the weeks learned from.',
    says: `On this day the two are ${number(100 * apart)} points apart, and the test allows ${number(100 * allowed)}. It finds the temperature changed on ${perCent(textbookRings, 0)} of the days on which nothing is wrong.`,
    title: 'A day on which nothing is wrong',
    x: { extent: [8, 42], label: 'temperature, °C', ticks: 4 },
    y: { extent: [0, 1], format: hundredths, label: '% of hours no warmer', ticks: 4 },
    marks: [
      clamped(line(usual, { look: 'sure-line', key: '18 weeks' })),
      clamped(line(one, { key: 'one day' })),
      line(between, { look: 'wrong-line', key: 'farthest apart' }),
    ],
  });
}
