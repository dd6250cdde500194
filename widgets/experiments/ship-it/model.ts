/** A project played: its moves, what each training and each look has shown, and what every day has brought. */
import { extent, range, sum } from 'd3-array';
import type { Run } from '#kit/contract';
import { latest, seeded } from '#kit/numbers';
import { DAYS, FLAWS, MENDS, movesOf, START } from './moves.ts';
import type { Flaw, Move, Place, Station } from './moves.ts';
import type { params, ShipSettings } from './params.ts';
import { bestPlan, type Plan } from './plan.ts';
import { worldOf, type World } from './train.ts';

/** So many errors are read in a day. */
export const READ = 40;
/** From so many of them on a flaw counts as found. */
const ENOUGH = 4;

/** One move that was made, and what it has shown. */
export interface Step extends Pick<Move, 'letter' | 'label'> {
  readonly from: number;
  readonly to: number;
  readonly station: Station | null;
  /** What is out when it ends. */
  readonly out: number;
  /** The test of the model that it has trained, and whether it is for clicks. */
  readonly test?: number;
  readonly isForClicks?: boolean;
  /** Where the errors that were read come from; `none`: no mending of one thing would have put them right. */
  readonly causes?: ReturnType<typeof causesOf>;
  /** The test on data like those at hand, and on yesterday’s. */
  readonly tests?: readonly [atHand: number, yesterday: number];
  readonly served?: World['rule'];
}

/** Each error counts for one thing whose mending alone would have put it right. */
function causesOf(world: World, mended: number, seed: number) {
  const random = seeded(seed, `reading ${mended}`);
  const wanted = world.wanted(mended);
  const { shows } = world.model(mended);
  const wrong = [...shows.keys()].filter((i) => shows[i] !== wanted[i]);
  const causes = { labels: 0, rare: 0, old: 0, none: 0 };
  for (const place of [...random.order(wrong.length)].slice(0, READ)) {
    const i = wrong[place] as number;
    const would = (['labels', 'rare', 'old'] as const).filter(
      (flaw) => world.model(mended | MENDS[flaw]).shows[i] === wanted[i],
    );
    causes[would[random.whole(would.length)] ?? 'none'] += 1;
  }
  return causes;
}

/** What a move has shown. */
function shownBy(letter: string, { trained, out }: Place, world: World, seed: number) {
  if (letter === 'B') return { served: world.inUse(out) };
  if (!'TL'.includes(letter)) return {};
  const { atHand, test } = world.model(trained);
  return letter === 'T'
    ? { test, isForClicks: isForClicks(trained) }
    : { causes: causesOf(world, trained, seed), tests: [atHand, test] as const };
}

const isForClicks = (model: number): boolean => model >= 0 && (model & MENDS.goal) > 0;

/** What was worked out for the last run: one move more needs nothing again. */
const known = latest<{ readonly world: World; readonly best: Plan }>(1);

/** The whole of a run. */
export function outcomeOf({ project, moves, seed }: ShipSettings) {
  const { world, best } = known(`${project} ${seed}`, () => {
    const world = worldOf(project, seed);
    return { world, best: bestPlan(world) };
  });
  const { made } = movesOf(moves);
  const last = made.at(-1)?.to ?? START;
  const steps = made.map(({ move: { letter, label, station }, from, to }): Step => ({
    ...{ letter, label, from: from.day, to: to.day, out: to.out },
    station: station?.(from) ?? null,
    ...shownBy(letter, to, world, seed),
  }));
  const perDay = range(DAYS).map((day) => {
    const before = made.findLast(({ to }) => to.day <= day);
    return world.inUse(before?.to.out ?? -1).perDay;
  });
  const flaws = FLAWS.filter((flaw) => world.project.flaws[flaw]);
  const isFound = (flaw: Flaw): boolean =>
    steps.some(({ causes, served, out }) =>
      flaw === 'goal' ? served && !(out & MENDS.goal) : causes && causes[flaw] >= ENOUGH,
    );
  const [least = 0, most = 0] = extent(range(-1, 16), (out) => world.inUse(out).perDay);
  const { out, trained, mended } = last;
  return {
    steps,
    day: last.day,
    isStopped: last.isStopped,
    /** Dollars on each day, and in all. */
    perDay,
    revenue: sum(perDay),
    best,
    rule: world.rule,
    /** What is out in the end; the old rule, where that is. */
    last: { ...world.inUse(out), isModel: out >= 0, isForClicks: isForClicks(out) },
    /** The test of the model that was trained last; `null` without one. */
    test: trained < 0 ? null : world.model(trained).test,
    /** The least and the most that a day can bring in this project, whatever is out. */
    extent: [least, most] as const,
    flaws,
    found: flaws.filter(isFound),
    mended: flaws.filter((flaw) => mended & MENDS[flaw]),
  };
}
export type ShipOutcome = ReturnType<typeof outcomeOf>;

/** What a day brings; of one that is not any more, what the last has brought. */
export function perDayOn(perDay: ShipOutcome['perDay'], day: number): number {
  return perDay[Math.min(day, DAYS - 1)] ?? 0;
}

/** The run behind the widget. */
export const runShipIt: Run<typeof params, ShipOutcome> = async (settings, show) => {
  await show(outcomeOf(settings), 1);
};
