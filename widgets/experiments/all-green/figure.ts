/** The figure: lamps that are all green, a day as it is and as it is expected, eight weeks of errors, and what the checks see. */
import { max, maxIndex, range } from 'd3-array';
import type { SeenRun, View } from '#kit/contract';
import type { BarRow, Cell, Drawing, Part, Step } from '#kit/draw';
import { barRows, bars, behind, below, beside, byHandles, cells, chart, clamped } from '#kit/draw';
import { dots, drawing, handle, labelAt, line, nearly, number, panel, part } from '#kit/draw';
import { perCent, rule, series, specks, steps, svg, toStep, WIDTH, words } from '#kit/draw';
import { DAY, DAYS, STEP } from './hours.ts';
import { CALLED, WRONG } from './names.ts';
import type { GreenOutcome, Lane } from './outcome.ts';
import { isRight, params, type GreenSettings } from './params.ts';

type Seen = View<GreenSettings, GreenOutcome>;
type Run = SeenRun<GreenSettings, GreenOutcome>;

const DESCRIBED =
  'Three lamps, all green. Below, bikes by the hour on a mean working day, as hired and as expected; and for each day of eight weeks a bar for how far the model is off.';
const EACH =
  'Three lamps, all green; and a row for each of seven faults: what it costs, and how often it is noticed.';

/** Draws the run, or a day of it, for a page or a phone. */
export function draw(settings: GreenSettings, outcome: GreenOutcome, view: Seen): Drawing {
  const run = { settings, outcome };
  const lamps = lampsPart(outcome, view);
  const asked = [textbookStep(outcome)];
  if (outcome.harms.length > 1)
    return { ...drawing(below(4, lamps, harmsPanel(outcome, view)), EACH), steps: asked };
  const [day, weeks] = [dayChart(run, view), weeksChart(run, view)];
  const lanes = outcome.shown.lanes.map((lane) => laneOf(lane, run, view));
  const top =
    view.layout === 'wide' ? beside(24, day, weeks) : below(6, lanes.length === 0 && day, weeks);
  const whole = below(4, lamps, top, ...lanes);
  const axes = { ...day.axes, ...weeks.axes };
  return { ...drawing(whole, DESCRIBED, day.still), axes, steps: asked };
}

/** What every service watches; and, where checks are placed, whether they have rung: a tick, or an exclamation mark. */
function lampsPart({ shown }: GreenOutcome, { layout, moment = DAYS }: Seen): Part {
  const isWide = layout === 'wide';
  const lamp = (name: string, look = 'right'): Part => {
    const sign = look === 'rung' ? 'M8.5 5v5M8.5 12.2v1.4' : 'M4.5 9l3 3.5l5 -6.5';
    const drawn = svg`<circle class="lamp ${look}" cx="8.5" cy="9" r="8"/><path class="lamp-sign" d="${sign}"/><text x="22" y="14">${name}</text>`;
    return part(isWide ? 112 : 80, 28, drawn);
  };
  const names = ['Uptime', 'Latency', isWide ? 'Error rate' : 'Errors'];
  const hasRung = shown.rings.some((day) => day < moment);
  const own = hasRung ? lamp('Alarm', 'rung') : lamp('No alarm', 'sure');
  return beside(0, ...names.map((name) => lamp(name)), shown.lanes.length > 0 && own);
}

/** The hour of the evening’s peak, by a clock that is right. */
const PEAK = 17;

/** The peak of what is expected is taken to another hour. */
export const edit = byHandles<typeof params, GreenOutcome>(params, 'size', (at) => PEAK - at);

/** A working day on the mean since the fault began: hired, and expected. */
function dayChart(run: Run, view: Seen): Part {
  const { hired, expected } = run.outcome.shown;
  const most = max([...hired, ...expected]) ?? 0;
  return chart<GreenSettings, GreenOutcome>({
    title: 'A mean working day',
    ...{ view, run, width: { wide: 300, narrow: 320 }, height: { wide: 190, narrow: 132 } },
    ...{ top: 20, left: 46, x: { extent: [0, DAY - 1], label: 'hour', ticks: 6 } },
    y: {
      ...{ extent: [0, Math.max(900, Math.ceil(most / 200) * 200)], values: [0, most] },
      ...{ keep: 'bikes', label: 'bikes', ticks: 4 },
    },
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
  const { layout, moment = DAYS } = view;
  const { errorBefore, errorAfter, shown } = run.outcome;
  const most = max([...shown.errors, ...shown.usual]) ?? 0;
  const [before, since] = [number(errorBefore), number(errorAfter)];
  const isCalm = isRight(run.settings);
  return chart<GreenSettings, GreenOutcome>({
    title: 'Off, day by day',
    aside: isCalm ? `mean ${since}` : `before ${before}, since ${since}`,
    ...{ view, run, width: { wide: 356, narrow: 320 }, height: { wide: 190, narrow: 110 } },
    ...{ top: 20, left: 40, right: 4, x: { extent: [1, DAYS + 1], label: 'day', ticks: 7 } },
    y: {
      ...{ extent: [0, Math.max(300, Math.ceil(most / 100) * 100)], values: [0, most] },
      ...{ keep: 'off', label: 'bikes an hour', ticks: layout === 'wide' ? 3 : 2 },
    },
    marks: ({ outcome }) => {
      const { errors, usual, start, rings } = outcome.shown;
      const base = errors.slice(0, moment).map((error, day) => Math.min(error, usual[day] ?? 0));
      const added = base.map((low, day): Cell => [
        [day + 1, day + 2],
        [low, errors[day] ?? low],
      ]);
      const rung = rings.filter((day) => day < moment).map((day) => [day + 1.5, 0] as const);
      return [
        bars(base, { from: 1, look: 'harm-base', key: 'without the fault', isGround: true }),
        cells(added, { air: 1, isGround: true }),
        clamped(behind(steps(range(1, DAYS + 2), errors, { look: 'run-line thin' }))),
        !isCalm &&
          start <= moment &&
          rule({ x: start + 1 }, { look: 'wrong-line thin', words: 'fault', must: true }),
        rung.length > 0 && dots(rung, { sign: 2, r: 4.4, look: 'bell', key: 'alarm' }),
      ];
    },
  });
}

/** What a check sees: a dot a day, and the line above which it rings, in the middle of the strip. */
function laneOf({ check, far }: Lane, { settings, outcome }: Run, view: Seen): Part {
  const { layout, moment = DAYS } = view;
  const { threshold } = settings;
  const seen = far.map((value, day) => (day < moment ? value : null));
  const above = seen.map((value) => ((value ?? 0) > threshold ? value : null));
  const height = layout === 'wide' ? 42 : 40;
  return chart({
    ...{ view, height, left: 1, right: 1, top: height - 26, foot: 4 },
    x: { extent: [0, DAYS], isBare: true },
    y: { extent: [0, 2 * threshold], isHidden: true },
    marks: [
      words(CALLED[check], (_, text) => [labelAt(text, 0, 11)]),
      rule({ x: outcome.shown.start }, { look: 'wrong-line thin' }),
      rule({ y: threshold }, { look: 'sure-line thin' }),
      clamped(specks(series(seen, 0.5), { look: 'lane-dots' })),
      clamped(specks(series(above, 0.5), { look: 'lane-dots above' })),
    ],
  });
}

/** A row for each fault: a bar for what it costs, how often it is noticed, and after how many days. */
function harmsPanel(outcome: GreenOutcome, { layout, ghost: other }: Seen): Part {
  const { harms, errorBefore, falseAlarmsPerYear } = outcome;
  const rows = harms.map(({ fault, error, caught, delay }): BarRow => {
    const day = number((delay ?? 0) + 1);
    const noticed = caught > 0 ? `noticed in ${nearly(caught)}, day ${day}` : 'not noticed';
    const base = Math.min(errorBefore, error);
    const its = other?.outcome.harms.find((one) => one.fault === fault)?.error;
    return {
      name: WRONG[fault],
      bars: [
        [base, 'harm-base'],
        [error - base, 'run-fill'],
      ],
      told: svg`<tspan class="run strong">${number(error)}</tspan><tspan dx="12">${noticed}</tspan>`,
      say: 'soft',
      // Where nothing went wrong in the other run, it has its own error.
      was: other?.outcome.harms.length === 0 ? other.outcome.errorAfter : its,
    };
  });
  const lay = { wide: { pitch: 34, left: 130, right: 220, isAtEnd: true }, narrow: { pitch: 38 } };
  const title = 'Seven faults: bikes an hour off';
  const note = `pale: ${number(errorBefore)} without a fault; ${number(falseAlarmsPerYear, 1)} false alarms a year`;
  const drawn = barRows(rows, { width: WIDTH[layout], most: 300, ...lay[layout] }, other);
  return panel({ title, note, behind: other }, drawn);
}

/** The temperatures of one day against those learned from, as cumulative shares, and where they are farthest apart. */
function textbookStep({ tested, textbookRings }: GreenOutcome): Step {
  const { day, learned, apart, allowed } = tested;
  const widest = maxIndex(day, (share, i) => Math.abs(share - (learned[i] ?? 0)));
  // The first bin is whatever lies below 0 °C.
  const [usual = [], one = []] = [learned, day].map((shares) =>
    shares.map((share, bin) => [(bin - 1) * STEP, 100 * share] as const),
  );
  const drawn = chart({
    title: 'A day on which nothing is wrong',
    ...{ width: 240, height: 190, right: 10 },
    x: { extent: [8, 42], label: 'temperature, °C', ticks: 4 },
    y: { extent: [0, 100], label: '% of hours no warmer than this', ticks: 4 },
    marks: [
      clamped(line(usual, { look: 'sure-line', key: '18 weeks' })),
      clamped(line(one, { key: 'one day' })),
      line(
        [usual, one].flatMap((list) => list.slice(widest, widest + 1)),
        {
          look: 'wrong-line',
          key: 'farthest apart',
        },
      ),
    ],
  });
  return toStep(drawn, {
    name: 'textbook',
    asks: 'What does the textbook test make of a normal day?',
    label: 'Cumulative shares of temperature, of one day and of the weeks learned from.',
    says: `On this day the two are ${number(100 * apart)} points apart, and the test allows ${number(100 * allowed)}. It finds the temperature changed on ${perCent(textbookRings, 0)} of the days on which nothing is wrong.`,
  });
}
