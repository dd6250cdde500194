/** The figure: lamps that are all green, a day as it is and as it is expected, eight weeks of errors, and what the checks see. */
import type { Drawing, Extent, Markup, Part, Plot, Still } from '#kit/draw';
import { barsPath, below, beside, drawing, ghost, ghostLine, keptExtent, later } from '#kit/draw';
import { linear, linePath, number, panel, part, plot, scalesOf, short, svg } from '#kit/draw';
import { WIDTH } from '#kit/draw';
import type { Edit, Layout, View } from '#kit/contract';
import { harmsPanel, lanesPart } from './figure-checks.ts';
import { textbookStep } from './figure-steps.ts';
import { DAY, DAYS } from './hours.ts';
import type { GreenOutcome } from './outcome.ts';
import { isRight, params, type GreenSettings } from './params.ts';

type Seen = View<GreenSettings, GreenOutcome>;

const LOOK = {
  wide: { day: 300, dayHigh: 190, weeks: 356, weeksHigh: 190 },
  narrow: { day: 320, dayHigh: 132, weeks: 320, weeksHigh: 110 },
} as const;
const GAP = 24;
const LAMPS = 28;
/** Bikes on the axis of a day, and bikes an hour on that of the weeks, while they are enough. */
const BIKES: Extent = [0, 900];
const OFF: Extent = [0, 300];

const DESCRIBED =
  'Three lamps, all green. Below, bikes by the hour on a mean working day, as hired and as expected; and for each day of eight weeks a bar for how far the model is off.';

/** Draws the run, or a day of it, for a page or a phone. */
export function draw(settings: GreenSettings, outcome: GreenOutcome, view: Seen): Drawing {
  const { layout, moment = DAYS } = view;
  const { harms, shown } = outcome;
  const isWide = layout === 'wide';
  const steps = [textbookStep(outcome)];
  const lamps = lampsPart(outcome, layout, moment);
  if (harms.length > 1) {
    const whole = below(4, lamps, harmsPanel(outcome, layout, view.ghost));
    return {
      ...drawing(
        whole,
        'Three lamps, all green; and a row for each of seven faults: what it costs, and how often it is noticed.',
      ),
      steps,
    };
  }
  const [day, bikes] = dayPanel(settings, outcome, view);
  const [weeks, off] = weeksPanel(settings, outcome, view);
  const lanes = lanesPart(settings, outcome, layout, moment);
  const top = isWide ? beside(GAP, day, weeks) : below(6, shown.lanes.length === 0 && day, weeks);
  const whole = below(4, lamps, top, lanes);
  return { ...drawing(whole, DESCRIBED, stillOf(outcome)), axes: { bikes, off }, steps };
}

/** The day without its words. */
function stillOf({ shown: { hired, expected } }: GreenOutcome): Still {
  const [x, y] = [linear([0, DAY - 1], [8, 312]), linear(BIKES, [140, 4])];
  const line = (list: readonly number[]): string =>
    linePath(
      list.map((value, hour) => [hour, value] as const),
      x,
      y,
    );
  const body = svg`<path class="sure-line" d="${line(hired)}"/><path class="run-line" d="${line(expected)}"/>`;
  return { body, width: 320, y: 0, height: 144 };
}

/** What every service watches; and, where checks are placed, whether they have rung. */
function lampsPart({ shown }: GreenOutcome, layout: Layout, moment: number): Part {
  const names =
    layout === 'wide' ? ['Uptime', 'Latency', 'Error rate'] : ['Uptime', 'Latency', 'Errors'];
  const pitch = layout === 'wide' ? 112 : 82;
  const green = names.map((name, i) => lamp(i * pitch, name, 'right', true));
  const rung = shown.rings.some((day) => day < moment);
  const own = shown.lanes.length > 0 && lamp(3 * pitch, rung ? 'Alarm' : 'No alarm', 'sure', !rung);
  return part(WIDTH[layout], LAMPS, svg`${green}${own}`);
}

/** A lamp with its name: a tick where all is well, an exclamation mark where not. */
function lamp(x: number, name: string, look: string, isWell: boolean): Markup {
  const sign = isWell ? `M${x + 4.5} 9l3 3.5l5 -6.5` : `M${x + 8.5} 5v5M${x + 8.5} 12.2v1.4`;
  return svg`<circle class="lamp ${isWell ? look : 'rung'}" cx="${x + 8.5}" cy="9" r="8"/><path class="lamp-sign" d="${sign}"/><text x="${x + 22}" y="14">${name}</text>`;
}

function dayPlot(layout: Layout, extent: Extent): Plot {
  const { day: width, dayHigh: height } = LOOK[layout];
  return {
    width,
    height,
    right: 8,
    top: 20,
    left: 46,
    x: { extent: [0, DAY - 1], label: 'hour', ticks: 6 },
    y: { extent, label: 'bikes', ticks: 4 },
  };
}

/** A working day on the mean since the fault began: hired, and expected. */
function dayPanel(settings: GreenSettings, { shown }: GreenOutcome, view: Seen): [Part, Extent] {
  const { layout, axes, ghost: behind } = view;
  const { hired, expected } = shown;
  const most = Math.max(...hired, ...expected);
  const extent = keptExtent(
    [0, most],
    [0, Math.max(BIKES[1], Math.ceil(most / 200) * 200)],
    axes?.['bikes'],
  );
  const spec = dayPlot(layout, extent);
  const { x, y } = scalesOf(spec);
  const line = (list: readonly number[]): string =>
    linePath(
      list.map((value, hour) => [hour, value] as const),
      x,
      y,
    );
  const drawn = plot(spec, ({ floor }) => {
    const other = ghostLine(behind, ({ outcome }) => line(outcome.shown.expected));
    const hand = settings.fault === 'hour' && later(grip(settings, expected, x, y, floor));
    return svg`${other}<path class="sure-line" d="${line(hired)}"/><path class="run-line" d="${line(expected)}"/>${hand}`;
  });
  const note = svg`dashed: hired, <tspan class="run strong">line: expected</tspan>`;
  return [panel({ title: 'A mean working day', note, behind }, drawn), extent];
}

/** The evening's peak of what is expected, to be taken to the left and to the right. */
function grip(
  { size }: GreenSettings,
  expected: readonly number[],
  x: (value: number) => number,
  y: (value: number) => number,
  floor: number,
): Markup {
  const peak = (17 - size + DAY) % DAY;
  const told = size === 1 ? '1 hour ahead' : `${size} hours ahead`;
  const [cx, cy] = [x(peak), y(expected[peak] ?? 0)];
  return svg`<circle class="run-fill" cx="${cx}" cy="${cy}" r="4.5"/><text class="soft" x="${x(0)}" y="${floor + 36}"><tspan class="edit-hint">drag the peak</tspan><tspan class="key-hint">← → hours</tspan></text><rect data-handle="clock" role="slider" tabindex="0" aria-label="the clock" aria-valuemin="0" aria-valuemax="${params.size.max}" aria-valuenow="${size}" aria-valuetext="${told}" x="${short(cx - 14)}" y="${short(cy - 14)}" width="28" height="28" rx="14"/>`;
}

/** How far the model is off on each day of the future that is drawn. */
function weeksPanel(
  settings: GreenSettings,
  { shown, errorBefore, errorAfter }: GreenOutcome,
  view: Seen,
): [Part, Extent] {
  const { layout, axes, moment = DAYS, ghost: behind } = view;
  const { weeks: width, weeksHigh: height } = LOOK[layout];
  const isCalm = isRight(settings);
  const { errors, usual, start, rings } = shown;
  const most = Math.max(...errors, ...usual);
  const extent = keptExtent(
    [0, most],
    [0, Math.max(OFF[1], Math.ceil(most / 100) * 100)],
    axes?.['off'],
  );
  const spec: Plot = {
    width,
    height,
    right: 4,
    top: 20,
    left: 40,
    x: { extent: [1, DAYS + 1], label: 'day', ticks: 7 },
    y: { extent, label: 'bikes an hour', ticks: layout === 'wide' ? 3 : 2 },
  };
  const drawn = plot(spec, ({ x, y, floor }) => {
    const places = { left: x(1), step: x(2) - x(1), gap: 1 };
    const tops = (list: readonly number[]): number[] =>
      list.map((value) => y(Math.min(extent[1], value)));
    const seen = tops(errors).map((top, day) => (day < moment ? top : floor));
    const base = tops(usual).map((top, day) => Math.max(top, seen[day] ?? floor));
    const added = base
      .map((top, day) =>
        seen[day] === top
          ? ''
          : `M${short(x(day + 1) + 0.5)} ${short(top)}V${short(seen[day] ?? top)}H${short(x(day + 2) - 0.5)}V${short(top)}z`,
      )
      .join('');
    const other =
      behind &&
      ghost(
        behind,
        (look) =>
          svg`<path class="${look}-line thin" d="${stairs(tops(behind.outcome.shown.errors), x)}"/>`,
      );
    const isEarly = start < DAYS / 2;
    const began =
      !isCalm &&
      start <= moment &&
      svg`<path class="wrong-line thin" d="M${x(start + 1)} 8V${floor}"/><text class="soft" x="${x(start + 1) + (isEarly ? 4 : -4)}" y="18"${!isEarly && svg` text-anchor="end"`}>fault</text>`;
    const bells = rings
      .filter((day) => day < moment)
      .map((day) => `M${short(x(day + 1.5) - 4)} ${floor + 1}l4 -8l4 8z`)
      .join('');
    return svg`<path class="harm-base" d="${barsPath(base, floor, places)}"/><path class="run-fill" d="${added}"/>${other}${began}${bells && svg`<path class="bell" d="${bells}"/>`}`;
  });
  const [before, since] = [number(errorBefore), number(errorAfter)];
  const aside = isCalm ? `mean ${since}` : `before ${before}, since ${since}`;
  const words = { title: 'Off, day by day', aside, note: 'pale: without the fault' };
  return [panel({ ...words, behind }, drawn), extent];
}

function stairs(tops: readonly number[], x: (value: number) => number): string {
  return tops
    .map((top, day) => `${day === 0 ? `M${short(x(1))} ` : 'V'}${short(top)}H${short(x(day + 2))}`)
    .join('');
}

/** The peak of the evening is taken to another hour. */
export const edit: Edit<typeof params, GreenOutcome> = {
  param: 'size',
  step: (_, layout) => {
    const { x } = scalesOf(dayPlot(layout, BIKES));
    return x(1) - x(0);
  },
  move: ({ size }, _, { x: at }, { layout }) => {
    const { x } = scalesOf(dayPlot(layout, BIKES));
    const { min, max } = params.size;
    const wanted = Math.min(max, Math.max(min, Math.round(17 - x.invert(at))));
    return wanted === size ? undefined : String(wanted);
  },
};
