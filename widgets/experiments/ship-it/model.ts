/** A project played: its moves, what each training and each look has shown, and what every day has brought. */
import type { Run } from '#kit/contract';
import { seeded } from '#kit/numbers';
import { DAYS, FLAWS, MENDS, movesOf, START, type Flaw, type Made, type Station } from './moves.ts';
import type { params, ShipSettings } from './params.ts';
import { bestPlan, revenueOf, type Plan } from './plan.ts';
import { World, type Served } from './train.ts';

/** So many errors are read in a day. */
export const READ = 40;
/** From so many of them on a flaw counts as found. */
const ENOUGH = 4;

/** Where the errors that were read come from; `none`: no mending of one thing would have put them right. */
export type Causes = Readonly<Record<Exclude<Flaw, 'goal'> | 'none', number>>;

/** What a look has shown. */
export interface Seen {
  readonly causes?: Causes;
  /** The test on data like those at hand, and on yesterday’s. */
  readonly tests?: readonly [atHand: number, yesterday: number];
  readonly served?: Served;
}

/** One move that was made. */
export interface Step extends Seen {
  readonly letter: string;
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly station: Station | null;
  /** What is out when it ends. */
  readonly out: number;
  /** The test of the model that it has trained, and whether it is for clicks. */
  readonly test?: number;
  readonly isForClicks?: boolean;
}

export interface ShipOutcome {
  readonly steps: readonly Step[];
  readonly day: number;
  readonly isStopped: boolean;
  /** Dollars on each day, and in all. */
  readonly perDay: readonly number[];
  readonly revenue: number;
  readonly best: Plan;
  readonly rule: Served;
  /** What is out in the end; the old rule, where that is. */
  readonly last: Served & { readonly isModel: boolean; readonly isForClicks: boolean };
  /** The test of the model that was trained last; `null` without one. */
  readonly test: number | null;
  /** The least and the most that a day can bring in this project, whatever is out. */
  readonly extent: readonly [number, number];
  readonly flaws: readonly Flaw[];
  readonly found: readonly Flaw[];
  readonly mended: readonly Flaw[];
}

/** Each error counts for one thing whose mending alone would have put it right. */
function causesOf(world: World, mended: number, seed: number): Causes {
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

function stepOf(world: World, { move, from, to }: Made, seed: number): Step {
  const { letter, label, station } = move;
  const step = {
    letter,
    label,
    from: from.day,
    to: to.day,
    station: station?.(from) ?? null,
    out: to.out,
  };
  if (letter === 'T')
    return {
      ...step,
      test: world.model(to.trained).test,
      isForClicks: (to.trained & MENDS.goal) > 0,
    };
  if (letter === 'L') {
    const { atHand, test } = world.model(to.trained);
    return { ...step, causes: causesOf(world, to.trained, seed), tests: [atHand, test] };
  }
  return letter === 'B' ? { ...step, served: servedBy(world, to.out) } : step;
}

function servedBy(world: World, out: number): Served {
  const { perDay, shown, clicked } = out < 0 ? world.rule : world.model(out);
  return { perDay, shown, clicked };
}

interface Known {
  readonly project: number;
  readonly seed: number;
  readonly world: World;
  readonly best: Plan;
}
/** What was worked out for the last run: one move more needs nothing again. */
let recent: Known | undefined;

function knownOf(project: number, seed: number): Known {
  if (recent?.project !== project || recent.seed !== seed) {
    const world = new World(project, seed);
    recent = { project, seed, world, best: bestPlan(world) };
  }
  return recent;
}

/** The whole of a run. */
export function outcomeOf({ project, moves, seed }: ShipSettings): ShipOutcome {
  const { world, best } = knownOf(project, seed);
  const { made } = movesOf(moves);
  const last = made.at(-1)?.to ?? START;
  const steps = made.map((one) => stepOf(world, one, seed));
  const perDay = Array.from({ length: DAYS }, (_, day) => {
    const before = made.findLast(({ to }) => to.day <= day);
    return world.perDay(before?.to.out ?? -1);
  });
  const flaws = FLAWS.filter((flaw) => world.project.flaws[flaw]);
  const all = [world.rule.perDay, ...Array.from({ length: 16 }, (_, m) => world.perDay(m))];
  const isFound = (flaw: Flaw): boolean =>
    steps.some(({ causes, served, out }) =>
      flaw === 'goal' ? served && !(out & MENDS.goal) : causes && causes[flaw] >= ENOUGH,
    );
  return {
    steps,
    day: last.day,
    isStopped: last.isStopped,
    perDay,
    revenue: revenueOf(world, made, last),
    best,
    rule: world.rule,
    last: {
      ...servedBy(world, last.out),
      isModel: last.out >= 0,
      isForClicks: last.out >= 0 && (last.out & MENDS.goal) > 0,
    },
    test: last.trained < 0 ? null : world.model(last.trained).test,
    extent: [Math.min(...all), Math.max(...all)],
    flaws,
    found: flaws.filter(isFound),
    mended: flaws.filter((flaw) => last.mended & MENDS[flaw]),
  };
}

/** What a day brings; of one that is not any more, what the last has brought. */
export function perDayOn(perDay: ShipOutcome['perDay'], day: number): number {
  return perDay[Math.min(day, DAYS - 1)] ?? 0;
}

/** The run behind the widget. */
export const runShipIt: Run<typeof params, ShipOutcome> = async (settings, show) => {
  await show(outcomeOf(settings), 1);
};
