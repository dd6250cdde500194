/** What is known of a run. */
import { cumsum, range } from 'd3-array';
import type { Kind, Other } from './mails.ts';
import type { DeskMail, Reader } from './twenty.ts';

/** Where bins of log-odds begin and end; what lies beyond is in the last. */
export const SPAN = [-12, 12] as const;
export const EDGES = range(-12, 12.5, 0.5);
/** How many flagged mails need so many words to be freed; the last place counts those that need more, or cannot be freed. */
export const MOST_WORDS = 8;

/** Mails of a kind; for each step of the training how many lie in each bin of log-odds, and how many are flagged. */
export interface Group {
  readonly count: number;
  readonly isSpam: boolean;
  readonly steps: readonly Readonly<{ bins: readonly number[]; flagged: number }>[];
}

export interface TrustOutcome {
  /** Whether twenty mails are looked at, one at a time, and not the filter. */
  readonly isAtDesk: boolean;
  readonly groups: Readonly<Record<Kind, Group>>;
  readonly threshold: number;
  /** The heaviest words: what each weighs, and which share of accuracy at home it costs to shuffle it. */
  readonly heavy: readonly Readonly<{ word: string; weight: number; cost: number }>[];
  readonly toFree: Readonly<Record<Other, readonly number[]>>;
  /**
   * Shares of right decisions by rules of thumb, half about spam and half about newsletters: override HTML, or what three words
   * would free, or ask a filter that knows newsletters. At home: override HTML, or accept everything. `null` where none are flagged.
   */
  readonly rules: Readonly<
    Record<'html' | 'three' | 'second' | 'htmlAtHome' | 'acceptAtHome', number | null>
  >;
  readonly desk: readonly DeskMail[];
  readonly reader: Reader;
}

/** A kind at a step of the training, or at its end. */
export function stepOf({ groups }: TrustOutcome, kind: Kind, step = Infinity) {
  const { steps } = groups[kind];
  return steps[Math.min(step, steps.length - 1)] as Group['steps'][number];
}

/** The share of a kind that is flagged. */
export function shareOf(outcome: TrustOutcome, kind: Kind): number {
  return stepOf(outcome, kind).flagged / outcome.groups[kind].count;
}

/** Right answers about the office's own mail, and how much there is of it. */
export function homeOf(outcome: TrustOutcome, step?: number): Reader['plain'] {
  const { genuine, spam } = outcome.groups;
  const alarms = stepOf(outcome, 'genuine', step).flagged;
  const caught = stepOf(outcome, 'spam', step).flagged;
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
export function mailAt({ desk, reader }: TrustOutcome, moment = reader.decided): number {
  return Math.max(0, Math.min(moment, desk.length - 1));
}

/** The number of words that frees at least half; one more than the last place where that many are not counted. */
export function medianOf(counts: readonly number[]): number {
  const freed = cumsum(counts);
  return freed.findIndex((so) => so * 2 >= (freed.at(-1) ?? 0)) + 1;
}
