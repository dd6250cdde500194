/** The figure: the cycle with the trail on it; over the days of the project the test of each model, and what every day brings. */
import { range } from 'd3-array';
import type { Edit, SeenRun, View } from '#kit/contract';
import type { Drawing, Part, Point } from '#kit/draw';
import { axisY, below, beside, chart, dots, drawing, handle, hundredths, line } from '#kit/draw';
import { panel, perCent, rule, special, steps } from '#kit/draw';
import { drawCycle } from './figure-cycle.ts';
import type { ShipOutcome } from './model.ts';
import { DAYS, movesOf } from './moves.ts';
import type { params, ShipSettings } from './params.ts';
import { money, perDayOn } from './say.ts';

type Seen = View<ShipSettings, ShipOutcome>;

const LABEL =
  'A cycle of six stations with the way of the team from one to the next; beside it, over 60 days, the test of each model and what every day brings.';
/** What both plots have in common: their width and the room at their left, where the numbers stand. */
const PLOT = { width: { wide: 360, narrow: 320 }, left: 50, top: 6 };
/** The revenue’s axis ends at a multiple of so many dollars. */
const ROUND = 500;

/** Draws the run, or a day of it, for a page or a phone. */
export function draw(settings: ShipSettings, outcome: ShipOutcome, view: Seen): Drawing {
  const { layout, moment: day = DAYS } = view;
  const isWide = layout === 'wide';
  const done = outcome.steps.filter(({ to }) => to <= day);
  const visited = done.flatMap(({ station }) => station ?? []);
  const aside = `${Math.min(day, outcome.day)} of ${DAYS} days of work`;
  const cycle = panel({ title: 'The trail', aside }, drawCycle(visited, layout));
  // As far as it is seen.
  const run = {
    settings,
    outcome: { ...outcome, steps: done, perDay: outcome.perDay.slice(0, day) },
  };
  const plots = below(isWide ? 10 : 4, testsOver(run, view), revenueOver(run, outcome, view));
  return drawing(isWide ? beside(20, cycle, plots) : below(4, cycle, plots), LABEL);
}

/** The end of the work is a line: taken to an earlier day, it takes back the moves that were not done by then. */
export const edit: Edit<typeof params, ShipOutcome> = {
  param: 'moves',
  move: ({ moves }, _, { y }, { slid = DAYS, byKey }) => {
    const { made } = movesOf(moves);
    const day = byKey ? Math.floor(slid) : Math.round(slid);
    // Thrown away, it takes the last move along, also one that costs no day.
    const kept = y === Infinity ? made.slice(0, -1) : made.filter(({ to }) => to.day <= day);
    return kept.map(({ move }) => move.letter).join('');
  },
};

/** What each training has reached: level from one to the next, and no line from one objective to the other. */
function testsOf({ steps, perDay }: ShipOutcome): readonly Point[] {
  const tests = steps.filter(({ test }) => test !== undefined);
  return tests.flatMap(({ to, test = 0, isForClicks }, i): Point[] => {
    const next = tests[i + 1];
    const end = next?.to ?? perDay.length;
    const cut: Point[] = next && next.isForClicks !== isForClicks ? [[end, null]] : [];
    return [[to, test], [end, test], ...cut];
  });
}

function testsOver(run: SeenRun<ShipSettings, ShipOutcome>, view: Seen): Part {
  const last = run.outcome.steps.findLast(({ test }) => test !== undefined);
  const goal = last?.isForClicks ? 'clicks' : 'impressions';
  return chart<ShipSettings, ShipOutcome>({
    ...PLOT,
    title: view.layout === 'wide' ? 'Test on yesterday’s queries, %' : 'Test, %',
    aside: last ? `${perCent(last.test ?? 0, 0)}, for ${goal}` : 'no model yet',
    view,
    run,
    height: { wide: 88, narrow: 46 },
    foot: 4,
    x: { extent: [0, DAYS], isHidden: true },
    y: { extent: [0.3, 1], ticks: 2, format: hundredths },
    marks: ({ outcome }) => [
      // What a coin gets right.
      rule({ y: 0.5 }),
      line(testsOf(outcome)),
      dots(
        outcome.steps.map(({ to, test }) => [to, test ?? null]),
        { r: 3, twice: false },
      ),
    ],
  });
}

/** What each day brings, with the old rule’s as a thin line; a dot where something else goes out. */
function revenueOver(
  run: SeenRun<ShipSettings, ShipOutcome>,
  { extent, perDay, rule: old, day }: ShipOutcome,
  view: Seen,
): Part {
  const seen = run.outcome.perDay.length;
  // As far down as up, and numbered only after the prediction: whether a loss is to come is not to be read off the axis.
  const most = Math.ceil(Math.max(-extent[0], extent[1]) / ROUND) * ROUND;
  const end = [
    rule({ x: day }, { look: 'run-line thin work-end', waits: true }),
    handle({
      sets: 'moves',
      param: { min: 0, max: DAYS },
      value: day,
      along: 'x',
      at: day,
      name: 'end of the work',
      told: `day ${day}`,
      hint: 'drag the upright line back',
      keys: '← takes moves back',
      waits: true,
    }),
  ];
  return chart<ShipSettings, ShipOutcome>({
    ...PLOT,
    title: 'Revenue, $ a day',
    aside: money(perDayOn(perDay, seen)),
    view,
    run,
    height: { wide: 167, narrow: 99 },
    foot: 39,
    x: { extent: [0, DAYS], label: 'days', ticks: 6 },
    y: { extent: [-most, most], ticks: { wide: 4, narrow: 2 }, isHidden: true },
    marks: ({ outcome }) => [
      rule({ y: 0 }, { waits: true }),
      rule({ y: old.perDay }, { look: 'sure-line thin', words: 'old rule', must: true }),
      steps(range(outcome.perDay.length + 1), outcome.perDay),
      dots(
        outcome.steps
          .filter(({ letter }) => letter === 'D' || letter === 'W')
          .map(({ to }) => [to, perDayOn(perDay, to)]),
        { r: 3, twice: false },
      ),
      special(({ y, left }) => axisY(y, left, { label: '' }), { waits: true }),
      ...(seen === DAYS && day > 0 ? end : []),
    ],
  });
}
