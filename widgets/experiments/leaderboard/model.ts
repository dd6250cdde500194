/** The contest, held 200 times: one week's items make the board, the next week's say what it was worth. */
import { mean, range } from 'd3-array';
import { seeded, within } from '#kit/numbers';
import type { Run } from '#kit/contract';
import { attackOnce, type Attack, type Vote } from './attack.ts';
import { binomial, quantile, type Counts } from './binomial.ts';
import { differOf, expected, expectedBlind, itemsOf, itemsToTell, ownSkill } from './exact.ts';
import type { Expected } from './exact.ts';
import type { BoardSettings, params } from './params.ts';
import { shownOf } from './submit.ts';

/** So many contests are held. */
const CONTESTS = 200;
/** Skills are drawn to the hundredth of a point, so that teams share their tables. */
const GRADES = 10_000;
/** At most so many random answers are drawn for blind attacks, over all contests. */
const MOST_ANSWERS = 4e8;

/** One contest seen whole: right items of each team, first on the board and then on new items. */
export interface Board {
  readonly first: readonly number[];
  readonly next: readonly number[];
  /** Who leads the board; of several, lots have been drawn. */
  readonly winner: number;
  /** The winner's place on the new items, lots drawn among equals. */
  readonly place: number;
}

/** The winner of one contest. */
export interface Won {
  readonly first: number;
  readonly next: number;
  readonly place: number;
  /** Whether no team's true skill is higher. */
  readonly isBest: boolean;
}

/** What a run yields; counts are of right items. */
export interface BoardOutcome {
  readonly items: number;
  readonly teams: number;
  /** The winners of all contests, or the votes of all attacks. */
  readonly won: readonly Won[];
  /** Those contests that are played, the last one among them; of an attack there is none. */
  readonly boards: readonly Board[];
  /** Random submissions of the last attack; none where teams take part. */
  readonly sent: readonly number[];
  /** Its votes at the moments that are played, the last one at the end. */
  readonly votes: readonly Vote[];
  /** By theory; `null` where there is none for it. */
  readonly expected: Expected | null;
  /** Of the items, those on which two equally good teams differ; and how many items tell teams half a point apart. */
  readonly differ: number;
  readonly toTell: number;
  readonly isSpread: boolean;
}

/** The contests after which a played run stands still: one by one at first, then more at a time. */
const PLAYED: readonly number[] = range(1, CONTESTS + 1).filter(
  (n) => n <= 12 || (n <= 40 && n % 4 === 0) || n % 10 === 0,
);

/** How many contests have been held at a moment; all attacks, for one of them is played. */
export function heldBy({ won, boards }: BoardOutcome, moment = -1): number {
  return (boards.length > 0 ? PLAYED[moment] : undefined) ?? won.length;
}

/** The vote of the attack at a moment; nothing where teams take part. */
export function voteAt({ votes }: BoardOutcome, moment = -1): Vote | undefined {
  return votes.at(moment) ?? votes.at(-1);
}

/** Holds all contests. */
export function outcomeOf(settings: BoardSettings): BoardOutcome {
  const { items, teams, spread, attack, rule } = settings;
  const [differ, toTell] = [differOf(settings), itemsToTell(settings)];
  const known = { items, differ, toTell, isSpread: spread > 0 };
  if (attack === 'none')
    return { ...known, ...contests(settings), teams, expected: expected(settings) };
  const best = expectedBlind(settings);
  const theory = rule === 'plain' ? { best, gap: best - 0.5 } : null;
  return { ...known, ...attacks(settings), teams: 1, expected: theory };
}

type Held = Pick<BoardOutcome, 'won' | 'boards' | 'sent' | 'votes'>;

function attacks(settings: BoardSettings): Held {
  const { items, attempts, seed } = settings;
  const count = within(2, Math.floor(MOST_ANSWERS / (items * attempts)), CONTESTS);
  const random = seeded(seed, 'answers');
  const all = range(1, count + 1).map((i) =>
    attackOnce(settings, random, i === count ? votesPlayed(attempts) : [attempts]),
  );
  const won = all.map(({ votes }): Won => {
    const { first, next } = votes.at(-1) as Vote;
    return { first, next, place: 1, isBest: true };
  });
  return { ...(all.at(-1) as Attack), won, boards: [] };
}

/** After how many submissions a played attack takes a vote: evenly by factors, up to all of them. */
function votesPlayed(attempts: number): readonly number[] {
  const steps = Math.min(attempts, 30);
  const after = (i: number): number => Math.round(attempts ** (i / steps));
  return [...new Set(range(1, steps + 1).map((i) => (steps === attempts ? i : after(i))))];
}

function contests(settings: BoardSettings): Held {
  const { teams, skill, seed } = settings;
  const { shared, own } = itemsOf(settings);
  const [skills, firsts] = [seeded(seed, 'skills'), seeded(seed, 'first')];
  const [nexts, fate, lots] = [seeded(seed, 'next'), seeded(seed, 'fate'), seeded(seed, 'lots')];
  const fates = binomial(shared, skill);
  const known: Counts[] = [];
  const countsOf = (grade: number): Counts => (known[grade] ??= binomial(own, grade / GRADES));
  const won: Won[] = [];
  const boards: Board[] = [];
  for (let contest = 1; contest <= CONTESTS; contest += 1) {
    const grades = range(teams).map(() => Math.round(GRADES * ownSkill(settings, skills.normal())));
    const [now, then] = [quantile(fates, fate.uniform()), quantile(fates, fate.uniform())];
    const first = grades.map((grade) => now + shownOf(countsOf(grade), settings, firsts));
    const next = grades.map((grade) => then + quantile(countsOf(grade), nexts.uniform()));
    // Among equals, lots are drawn.
    const most = Math.max(...first);
    const leaders = range(teams).filter((team) => first[team] === most);
    const winner = leaders[lots.whole(leaders.length)] as number;
    const mine = next[winner] as number;
    const above = next.filter((one) => one > mine).length;
    const place = above + 1 + lots.whole(next.filter((one) => one === mine).length);
    const isBest = grades[winner] === Math.max(...grades);
    won.push({ first: first[winner] as number, next: mine, place, isBest });
    if (PLAYED.includes(contest)) boards.push({ first, next, winner, place });
  }
  return { won, boards, sent: [], votes: [] };
}

/** The mean share of right items of the winners, on the board and on new items, and their mean place. */
export function meansOf({ won, items }: Pick<BoardOutcome, 'won' | 'items'>) {
  const of = (what: 'first' | 'next' | 'place'): number => mean(won, (one) => one[what]) ?? NaN;
  return { first: of('first') / items, next: of('next') / items, place: of('place') };
}

/** The run behind the widget. */
export const runLeaderboard: Run<typeof params, BoardOutcome> = async (settings, show) => {
  await show(outcomeOf(settings), 1);
};
