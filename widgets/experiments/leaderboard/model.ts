/** The contest, held 200 times: one week's items make the board, the next week's say what it was worth. */
import { mean, range } from 'd3-array';
import { seeded } from '#kit/numbers';
import type { Run } from '#kit/contract';
import { attackOnce, type Vote } from './attack.ts';
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
export function heldBy({ won, boards }: BoardOutcome, moment: number | undefined): number {
  return moment === undefined || boards.length === 0 ? won.length : (PLAYED[moment] ?? won.length);
}

/** The vote of the attack at a moment; nothing where teams take part. */
export function voteAt({ votes }: BoardOutcome, moment: number | undefined): Vote | undefined {
  return votes[moment ?? votes.length - 1] ?? votes.at(-1);
}

/** Holds all contests. */
export function outcomeOf(settings: BoardSettings): BoardOutcome {
  const { items, teams, spread, attack } = settings;
  const known = {
    items,
    differ: differOf(settings),
    toTell: itemsToTell(settings),
    isSpread: spread > 0,
  };
  if (attack === 'blind') {
    const best = expectedBlind(settings);
    const theory = settings.rule === 'plain' ? { best, gap: best - 0.5 } : null;
    return { ...known, ...attacks(settings), teams: 1, boards: [], expected: theory };
  }
  const held = contests(settings);
  return { ...known, ...held, teams, sent: [], votes: [], expected: expected(settings) };
}

function attacks(settings: BoardSettings): Pick<BoardOutcome, 'won' | 'sent' | 'votes'> {
  const { items, attempts, seed } = settings;
  const often = Math.floor(MOST_ANSWERS / (items * attempts));
  const random = seeded(seed, 'answers');
  const won: Won[] = [];
  const all = Math.max(2, Math.min(CONTESTS, often));
  for (;;) {
    const isLast = won.length === all - 1;
    const { sent, votes } = attackOnce(
      settings,
      random,
      isLast ? votesPlayed(attempts) : [attempts],
    );
    const { first, next } = votes.at(-1) as Vote;
    won.push({ first, next, place: 1, isBest: true });
    if (isLast) return { won, sent, votes };
  }
}

/** After how many submissions a played attack takes a vote: evenly by factors, up to all of them. */
function votesPlayed(attempts: number): readonly number[] {
  const steps = Math.min(attempts, 30);
  const after = (i: number): number => Math.round(attempts ** (i / steps));
  return [...new Set(range(1, steps + 1).map((i) => (steps === attempts ? i : after(i))))];
}

function contests(settings: BoardSettings): Pick<BoardOutcome, 'won' | 'boards'> {
  const { teams, skill, spread, seed } = settings;
  const { shared, own } = itemsOf(settings);
  const [skills, first, next, fate, lots] = ['skills', 'first', 'next', 'fate', 'lots'].map(
    (name) => seeded(seed, name),
  ) as [Stream, Stream, Stream, Stream, Stream];
  const fates = binomial(shared, skill);
  const known = new Map<number, Counts>();
  const countsOf = (grade: number): Counts => {
    const counts = known.get(grade) ?? binomial(own, grade / GRADES);
    known.set(grade, counts);
    return counts;
  };
  const won: Won[] = [];
  const boards: Board[] = [];
  for (let contest = 1; contest <= CONTESTS; contest += 1) {
    const together = [quantile(fates, fate.uniform()), quantile(fates, fate.uniform())] as const;
    const board = { first: [] as number[], next: [] as number[] };
    const grades: number[] = [];
    for (let team = 0; team < teams; team += 1) {
      const z = spread === 0 ? 0 : skills.normal();
      const grade = Math.round(GRADES * ownSkill(settings, z));
      const counts = countsOf(grade);
      grades.push(grade);
      board.first.push(together[0] + shownOf(counts, settings, first));
      board.next.push(together[1] + quantile(counts, next.uniform()));
    }
    const winner = leader(board.first, lots);
    const mine = board.next[winner] as number;
    const above = board.next.filter((one) => one > mine).length;
    const equal = board.next.filter((one) => one === mine).length;
    const place = above + 1 + lots.whole(equal);
    const isBest = grades.every((grade) => grade <= (grades[winner] as number));
    won.push({ first: board.first[winner] as number, next: mine, place, isBest });
    if (PLAYED.includes(contest)) boards.push({ ...board, winner, place });
  }
  return { won, boards };
}

type Stream = ReturnType<typeof seeded>;

/** The place of the greatest; of several, one by lot. */
function leader(list: readonly number[], lots: Stream): number {
  const most = Math.max(...list);
  const all = list.flatMap((one, i) => (one === most ? [i] : []));
  return all[lots.whole(all.length)] as number;
}

/** The mean share of right items of the winners, on the board and on new items, and their mean place. */
export function meansOf({
  won,
  items,
}: Pick<BoardOutcome, 'won' | 'items'>): Readonly<Record<'first' | 'next' | 'place', number>> {
  const of = (what: 'first' | 'next' | 'place'): number => mean(won, (one) => one[what]) ?? NaN;
  return { first: of('first') / items, next: of('next') / items, place: of('place') };
}

/** The run behind the widget. */
export const runLeaderboard: Run<typeof params, BoardOutcome> = async (settings, show) => {
  await show(outcomeOf(settings), 1);
};
