/** What is known of a run. */
import { cumsum, range } from 'd3-array';

/** Mails of a kind by their log-odds of spam. */
export interface Group {
  readonly count: number;
  readonly isSpam: boolean;
  /** For each step of the training. */
  readonly steps: readonly Judged[];
}

/** How many lie in each bin of log-odds, and how many are flagged. */
export interface Judged {
  readonly bins: readonly number[];
  readonly flagged: number;
}

/** The kinds of mail, in the order of the figure; the office has the first two. */
export type Kind = 'genuine' | 'spam' | Other;
/** Those that are flagged and may be freed. */
export type Other = 'newsletters' | 'laterSpam';

/** Where bins of log-odds begin and end; what lies beyond is in the last. */
export const SPAN = [-12, 12] as const;
export const EDGES = range(-12, 12.5, 0.5);

/** One of the heaviest words: what it weighs, and how many points of accuracy at home it costs to shuffle it. */
export interface Heavy {
  readonly word: string;
  readonly weight: number;
  readonly cost: number;
}

/** A mail on the desk, as it may be shown. */
export interface DeskMail {
  readonly isSpam: boolean;
  readonly isExplained: boolean;
  /** Its words: HTML and money first, then the rarest. */
  readonly words: readonly string[];
  /** The heaviest words for spam and, where there is one, the heaviest against it. */
  readonly heavy: readonly (readonly [word: string, weight: number])[];
  /** The fewest words without which it would be let through; `null` where no words would do. */
  readonly free: readonly string[] | null;
}

/** One of the two, the only answers to the advice: accept, or override. */
export type Decision = 'a' | 'o';

export type RightOf = Readonly<Record<'right' | 'of', number>>;

/** What the reader has decided so far. */
export interface Reader {
  /** In the order of the mails. */
  readonly decisions: readonly Decision[];
  readonly decided: number;
  readonly overrides: number;
  readonly right: number;
  readonly explained: RightOf;
  readonly plain: RightOf;
}

/**
 * Shares of right decisions by rules of thumb, half about spam and half about newsletters: override HTML, or what three words
 * would free, or ask a filter that knows newsletters. At home: override HTML, or accept everything. `null` where none are flagged.
 */
export type Rules = Readonly<
  Record<'html' | 'three' | 'second' | 'htmlAtHome' | 'acceptAtHome', number | null>
>;

/** How many flagged mails need so many words to be freed; the last place counts those that need more, or cannot be freed. */
export const MOST_WORDS = 8;

export interface TrustOutcome {
  /** Whether twenty mails are looked at, one at a time, and not the filter. */
  readonly isAtDesk: boolean;
  readonly groups: Readonly<Record<Kind, Group>>;
  readonly threshold: number;
  readonly heavy: readonly Heavy[];
  readonly toFree: Readonly<Record<Other, readonly number[]>>;
  readonly rules: Rules;
  readonly desk: readonly DeskMail[];
  readonly reader: Reader;
}

/** A kind at a step of the training, or at its end. */
export function stepOf({ groups }: TrustOutcome, kind: Kind, step = Infinity): Judged {
  const { steps } = groups[kind];
  return steps[Math.min(step, steps.length - 1)] as Judged;
}

/** How many of a kind are flagged then. */
export function flaggedOf(outcome: TrustOutcome, kind: Kind, step?: number): number {
  return stepOf(outcome, kind, step).flagged;
}

/** Their share of the kind. */
export function shareOf(outcome: TrustOutcome, kind: Kind): number {
  return flaggedOf(outcome, kind) / outcome.groups[kind].count;
}

/** Right answers about the office's own mail, and how much there is of it. */
export function homeOf(outcome: TrustOutcome, step?: number): RightOf {
  const { genuine, spam } = outcome.groups;
  const alarms = flaggedOf(outcome, 'genuine', step);
  const caught = flaggedOf(outcome, 'spam', step);
  return { right: genuine.count - alarms + caught, of: genuine.count + spam.count };
}

/** Whether every mail on the desk is decided: only then it is told what they were. */
export function isDone({ desk, reader }: TrustOutcome): boolean {
  return desk.length > 0 && reader.decided === desk.length;
}

/** Whether a decision was right: spam is accepted as what it is. */
export function isRightAt({ desk, reader }: TrustOutcome, i: number): boolean {
  return (reader.decisions[i] === 'a') === desk[i]?.isSpam;
}

/** The mail that is looked at: that of a moment, or the one to be decided now, or the last. */
export function mailAt({ desk, reader }: TrustOutcome, moment?: number): number {
  return Math.max(0, Math.min(moment ?? reader.decided, desk.length - 1));
}

/** The number of words that frees at least half; one more than the last place where that many are not counted. */
export function medianOf(counts: readonly number[]): number {
  const freed = cumsum(counts);
  return freed.findIndex((so) => so * 2 >= (freed.at(-1) ?? 0)) + 1;
}
