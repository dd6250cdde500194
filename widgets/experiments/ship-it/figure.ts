/** The figure: the cycle with the trail on it; over the days of the project the test of each model, and what every day brings. */
import { range } from 'd3-array';
import type { Edit, SeenRun, View } from '#kit/contract';
import { axisY, below, beside, chart, dots, drawing, handle, hundredths, line } from '#kit/draw';
import { panel, perCent, rule, special, steps, type Drawing, type Part } from '#kit/draw';
import { drawCycle } from './figure-cycle.ts';
import { perDayOn, type ShipOutcome } from './model.ts';
import { DAYS, movesOf } from './moves.ts';
import type { params, ShipSettings } from './params.ts';
import { money } from './say.ts';

type Seen = View<ShipSettings, ShipOutcome>;
type Run = SeenRun<ShipSettings, ShipOutcome>;

/** What both plots have in common: their width and the room at their left, where the numbers stand. */
const PLOT = { width: { wide: 360, narrow: 320 }, left: 50, top: 6 };

/** Draws the run, or a day of it, for a page or a phone. */
export function draw(settings: ShipSettings, outcome: ShipOutcome, view: Seen): Drawing {
  const { layout, moment: day = DAYS } = view;
  // What is under way is marked on the trail; in the plots a move counts when it is done.
  const visited = outcome.steps.flatMap(({ from, station }) => (from <= day && station) || []);
  const done = outcome.steps.filter(({ to }) => to <= day);
  const seen = { ...outcome, steps: done, perDay: outcome.perDay.slice(0, day) };
  const run = { settings, outcome: seen };
  const aside = `${Math.min(day, outcome.day)} of ${DAYS} days of work`;
  const cycle = panel({ title: 'The trail', aside }, drawCycle(visited, layout));
  const isWide = layout === 'wide';
  const plots = below(isWide ? 10 : 4, testsOver(run, view), revenueOver(run, outcome, view));
  return drawing(
    isWide ? beside(20, cycle, plots) : below(4, cycle, plots),
    'A cycle of six stations with the way of the team from one to the next; beside it, over 60 days, the test of each model and what every day brings.',
  );
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

/** What each training has reached: level from one to the next, and no line from one objective to the other. A coin gets half right. */
function testsOver(run: Run, view: Seen): Part {
  const last = run.outcome.steps.findLast(({ test }) => test !== undefined);
  const goal = last?.isForClicks ? 'clicks' : 'impressions';
  return chart<ShipSettings, ShipOutcome>({
    ...{ ...PLOT, title: 'Right in the test, %', view, run, height: { wide: 88, narrow: 46 } },
    aside: last ? `${perCent(last.test ?? 0, 0)}, for ${goal}` : 'no model yet',
    ...{ foot: 4, x: { extent: [0, DAYS], isHidden: true } },
    y: { extent: [0.3, 1], ticks: 2, format: hundredths },
    marks: ({ outcome }) => {
      const trained = outcome.steps.filter(({ test }) => test !== undefined);
      const tests = trained.map(({ to, test = 0, isForClicks }, i) => {
        const next = trained[i + 1];
        const end = next?.to ?? outcome.perDay.length;
        const cut = next?.isForClicks === isForClicks ? test : null;
        return [to, end, end].map((day, k) => [day, k < 2 ? test : cut] as const);
      });
      const firsts = tests.flatMap((points) => points.slice(0, 1));
      return [rule({ y: 0.5 }), line(tests.flat()), dots(firsts, { r: 3, twice: false })];
    },
  });
}

/** What each day brings, with the old rule’s as a thin line; a dot where something else goes out. An upright line stands at the day that is seen, or where the work ends. */
function revenueOver(run: Run, { extent, perDay, rule: old, day }: ShipOutcome, view: Seen): Part {
  const seen = run.outcome.perDay.length;
  const isWhole = seen === DAYS;
  const outs = run.outcome.steps
    .filter(({ letter }) => 'DW'.includes(letter))
    .map(({ to }) => [to, perDayOn(perDay, to)] as const);
  // As far down as up, and numbered only after the prediction: whether a loss is to come is not to be read off the axis.
  const most = Math.max(-extent[0], extent[1]);
  return chart<ShipSettings, ShipOutcome>({
    ...{ ...PLOT, title: 'Revenue, $ a day', view, run, height: { wide: 182, narrow: 100 } },
    aside: money(perDayOn(perDay, seen)),
    x: { extent: [0, DAYS], label: 'days', ticks: 6 },
    y: { extent: [-most, most], ticks: { wide: 4, narrow: 2 }, isHidden: true },
    marks: ({ outcome }) => [
      rule({ y: 0 }, { waits: true }),
      rule({ y: old.perDay }, { look: 'sure-line thin', words: 'old rule', must: true }),
      steps(range(outcome.perDay.length + 1), outcome.perDay),
      dots(outs, { r: 3, twice: false }),
      special(({ y, left }) => axisY(y, left, { label: '' }), { waits: true }),
      rule({ x: isWhole ? day : seen }, { look: 'run-line thin', waits: isWhole }),
      isWhole &&
        day > 0 &&
        handle({
          ...{ sets: 'moves', param: { min: 0, max: DAYS }, value: day, along: 'x', at: day },
          ...{ name: 'end of the work', told: `day ${day}`, waits: true },
          ...{ hint: 'drag the upright line back', keys: '← takes moves back' },
        }),
    ],
  });
}
