/** The figure: the cycle with the trail on it; over the days of the project the test of each model, and what every day brings. */
import type { Edit, Layout, View } from '#kit/contract';
import type { Drawing, Markup, Part, Scale } from '#kit/draw';
import { axisX, axisY, below, beside, drawing, ghostLine, later, linear } from '#kit/draw';
import { linePath, panel, part, perCent, svg } from '#kit/draw';
import { CYCLE, drawCycle } from './figure-cycle.ts';
import { money } from './money.ts';
import type { ShipOutcome, Step } from './model.ts';
import { DAYS, movesOf, type Station } from './moves.ts';
import type { params, ShipSettings } from './params.ts';

type Seen = View<ShipSettings, ShipOutcome>;

/** How wide the plots are, and how high their fields. */
const LOOK = {
  wide: { width: 360, test: 84, revenue: 128 },
  narrow: { width: 320, test: 42, revenue: 60 },
} as const;
/** Left of the fields stand the numbers; below the lower one the days. */
const [LEFT, RIGHT, FOOT] = [50, 8, 39];
const TOP = 6;
/** The revenue’s axis ends at a multiple of so many dollars. */
const ROUND = 500;
/** Between the cycle and the plots beside it. */
const GAP = 20;
/** A mark that a finger can take hold of. */
const GRIP = 32;
/** The test’s axis: half is what a coin gets right. */
const TEST = [0.3, 1] as const;

/** Draws the run, or a day of it, for a page or a phone. */
export function draw(_: ShipSettings, outcome: ShipOutcome, view: Seen): Drawing {
  const { layout, moment: day = DAYS } = view;
  const { width, test, revenue } = LOOK[layout];
  const steps = outcome.steps.filter(({ from, to }) => day === DAYS || (from <= day && to <= day));
  const visited = steps.flatMap(({ station }): readonly Station[] => (station ? [station] : []));
  const x = daysOver(width);
  const used = Math.min(day, outcome.day);
  const cycle = panel(
    { title: 'The trail', aside: `${used} of ${DAYS} days of work` },
    drawCycle(visited, layout),
  );
  const last = steps.findLast((step) => step.test !== undefined);
  const upper = panel(
    {
      title: layout === 'wide' ? 'Test on yesterday’s queries, %' : 'Test, %',
      aside: last
        ? `${perCent(last.test as number, 0)}, for ${last.isForClicks ? 'clicks' : 'impressions'}`
        : 'no model yet',
      behind: view.ghost,
    },
    testsOver(steps, { x, day, height: test, width }, view),
  );
  const lower = panel(
    { title: 'Revenue, $ a day', aside: money(perDayOn(outcome, day)) },
    revenueOver(outcome, { x, day, height: revenue, width }, view),
  );
  const plots = below(layout === 'wide' ? 10 : 4, upper, lower);
  const whole = layout === 'wide' ? beside(GAP, cycle, plots) : below(4, cycle, plots);
  const label =
    'A cycle of six stations with the way of the team from one to the next; beside it, over 60 days, the test of each model and what every day brings.';
  return drawing(whole, label, stillOf(outcome, layout));
}

function daysOver(width: number): Scale {
  return linear([0, DAYS], [LEFT, width - RIGHT], 6);
}

/** The end of the work is a line: taken to an earlier day, it takes back the moves that were not done by then. */
export const edit: Edit<typeof params, ShipOutcome> = {
  param: 'moves',
  step: (_, layout) => {
    const x = daysOver(LOOK[layout].width);
    return x(1) - x(0);
  },
  move: ({ moves }, _, { x: at, y }, { layout }) => {
    const { made } = movesOf(moves);
    const x = daysOver(LOOK[layout].width);
    const day = Math.round(x.invert(layout === 'wide' ? at - CYCLE.wide.width - GAP : at));
    // Thrown away, it takes the last move along, also one that costs no day.
    const kept = y === Infinity ? made.slice(0, -1) : made.filter(({ to }) => to.day <= day);
    return kept.map(({ move }) => move.letter).join('');
  },
};

/** What the last day that is seen has brought. */
export function perDayOn({ perDay }: ShipOutcome, day: number): number {
  return perDay[Math.min(day, DAYS - 1)] ?? 0;
}

interface Field {
  readonly x: Scale;
  readonly day: number;
  readonly height: number;
  readonly width: number;
}

/** What each training has reached: level from one to the next, and no line from one objective to the other. */
function testsOver(
  steps: readonly Step[],
  { x, day, height, width }: Field,
  { ghost }: Seen,
): Part {
  const y = linear(TEST, [height, TOP], 2);
  const lineOf = (list: readonly Step[], until: number): string => {
    const tests = list.filter((step) => step.test !== undefined);
    return linePath(
      tests.flatMap(({ to, test = 0, isForClicks }, i) => {
        const next = tests[i + 1];
        const end: readonly [number, number] = [next?.to ?? until, test];
        const cut = next && next.isForClicks !== isForClicks ? [[end[0], null] as const] : [];
        return [[to, test] as const, end, ...cut];
      }),
      x,
      y,
    );
  };
  const dots = steps.map(
    ({ to, test }) =>
      test !== undefined && svg`<circle class="run-fill" cx="${x(to)}" cy="${y(test)}" r="3"/>`,
  );
  const coin = svg`<path class="hair" d="M${LEFT} ${y(0.5)}H${width - RIGHT}"/>`;
  const behind = ghostLine(ghost, (run) => lineOf(run.outcome.steps, DAYS));
  const format = (value: number): string => `${Math.round(100 * value)}`;
  const axes = svg`${axisY(y, LEFT, { label: '', format })}`;
  return part(
    width,
    height + 4,
    svg`${coin}${behind}<path class="run-line" d="${lineOf(steps, day)}"/>${dots}${axes}`,
  );
}

/** What each day brings, with the old rule’s as a thin line; a dot where something else goes out. */
function revenueOver(
  outcome: ShipOutcome,
  { x, day, height, width }: Field,
  { ghost }: Seen,
): Part {
  const { extent, rule } = outcome;
  // As far down as up, and numbered only after the prediction: whether a loss is to come is not to be read off the axis.
  const most = Math.ceil(Math.max(-extent[0], extent[1]) / ROUND) * ROUND;
  const y = linear([-most, most], [height, TOP], height > 100 ? 4 : 2);
  const lineOf = ({ perDay }: ShipOutcome, until: number): string =>
    linePath(
      perDay
        .slice(0, until)
        .flatMap((dollars, i) => [[i, dollars] as const, [i + 1, dollars] as const]),
      x,
      y,
    );
  const changes = outcome.steps.filter(
    ({ letter, to }) => (letter === 'D' || letter === 'W') && to <= day,
  );
  const dots = changes.map(
    ({ to }) =>
      svg`<circle class="run-fill" cx="${x(to)}" cy="${y(perDayOn(outcome, to))}" r="3"/>`,
  );
  const old = svg`<path class="sure-line thin" d="M${LEFT} ${y(rule.perDay)}H${width - RIGHT}"/><text class="soft" x="${width - RIGHT}" y="${y(rule.perDay) - 5}" text-anchor="end">old rule</text>`;
  const zero = later(svg`<path class="hair" d="M${LEFT} ${y(0)}H${width - RIGHT}"/>`);
  const behind = ghostLine(ghost, (run) => lineOf(run.outcome, DAYS));
  const axes = svg`${later(axisY(y, LEFT, { label: '' }))}${axisX(x, height, { label: 'days', beyond: RIGHT })}`;
  const end = day === DAYS && outcome.day > 0 && later(endOf(outcome.day, x, height));
  return part(
    width,
    height + FOOT,
    svg`${zero}${old}${behind}<path class="run-line" d="${lineOf(outcome, day)}"/>${dots}${axes}${end}`,
  );
}

/** The day that the work has come to: what is drawn beyond it comes if everything is left as it is. */
function endOf(day: number, x: Scale, height: number): Markup {
  const hint = svg`<text class="soft" x="${LEFT}" y="${height + 34}"><tspan class="edit-hint">drag the upright line back</tspan><tspan class="key-hint">← takes moves back</tspan></text>`;
  return svg`<path class="run-line thin work-end" d="M${x(day)} ${TOP}V${height}"/>${hint}<rect data-handle="end" role="slider" tabindex="0" aria-label="end of the work" aria-valuemin="0" aria-valuemax="${DAYS}" aria-valuenow="${day}" aria-valuetext="day ${day}" x="${x(day) - GRIP / 2}" y="${TOP}" width="${GRIP}" height="${height - TOP}"/>`;
}

/** The stations and the trail, without words. */
function stillOf(
  { steps }: ShipOutcome,
  layout: Layout,
): { body: Markup; y: number; width: number; height: number } {
  const visited = steps.flatMap(({ station }): readonly Station[] => (station ? [station] : []));
  const { width, height, body } = drawCycle(visited, layout, false);
  return { body, y: 0, width, height };
}
