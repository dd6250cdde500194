/** What is known of a run. */
import { cumsum } from 'd3-array';

/** Mails of a kind by their log-odds of spam. */
export interface Group {
  readonly count: number;
  readonly isSpam: boolean;
  /** For each step of the training, how many lie in each bin of log-odds, and how many are flagged. */
  readonly steps: readonly { readonly bins: readonly number[]; readonly flagged: number }[];
}

/** The kinds of mail, in the order of the figure. */
export type Kind = 'genuine' | 'spam' | 'newsletters' | 'laterSpam';

/** Where bins of log-odds begin and end, and how wide they are; what lies beyond is in the last. */
export const BINS = { from: -12, to: 12, width: 0.5 } as const;
export const BIN_COUNT = (BINS.to - BINS.from) / BINS.width;

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
export type Desk = readonly DeskMail[];

/** One of the two, the only answers to the advice: accept, or override. */
export type Decision = 'a' | 'o';

interface RightOf {
  readonly right: number;
  readonly of: number;
}

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

/** Shares of right decisions about mails that are flagged, half of them spam and half newsletters; `null` where none are flagged. */
export interface Rules {
  /** Override if the mail is written in HTML. */
  readonly html: number | null;
  /** Override if three words or fewer would free it. */
  readonly three: number | null;
  /** Ask a filter that has learned from a hundred newsletters. */
  readonly second: number | null;
  /** The first rule on what is flagged at home, and accepting all of that. */
  readonly htmlAtHome: number | null;
  readonly acceptAtHome: number | null;
}

/** How many flagged mails need so many words to be freed; the last place counts those that need more, or cannot be freed. */
export const MOST_WORDS = 8;

export interface TrustOutcome {
  /** Whether twenty mails are looked at, one at a time, and not the filter. */
  readonly isAtDesk: boolean;
  readonly groups: Readonly<Record<Kind, Group>>;
  readonly threshold: number;
  readonly heavy: readonly Heavy[];
  readonly toFree: Readonly<Record<'newsletters' | 'laterSpam', readonly number[]>>;
  readonly rules: Rules;
  readonly desk: Desk;
  readonly reader: Reader;
}

/** A kind at a step of the training, or at its end. */
export function stepOf(
  { groups }: TrustOutcome,
  kind: Kind,
  step?: number,
): Group['steps'][number] {
  const { steps } = groups[kind];
  return steps[step ?? -1] ?? (steps.at(-1) as Group['steps'][number]);
}

/** How many of a kind are flagged then. */
export function flaggedOf(outcome: TrustOutcome, kind: Kind, step?: number): number {
  return stepOf(outcome, kind, step).flagged;
}

/** Right answers about the office's own mail, and how much there is of it. */
export function homeOf(outcome: TrustOutcome, step?: number): RightOf {
  const { genuine, spam } = outcome.groups;
  const alarms = flaggedOf(outcome, 'genuine', step);
  const caught = flaggedOf(outcome, 'spam', step);
  return { right: genuine.count - alarms + caught, of: genuine.count + spam.count };
}

/** Whether every mail on the desk is decided: only then it is told what they were. */
export function isDone({ desk, reader }: Pick<TrustOutcome, 'desk' | 'reader'>): boolean {
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
