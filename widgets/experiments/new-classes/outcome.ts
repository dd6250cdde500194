/** What a run yields, and what the same reader makes of other arrivals. */
import type { Epochs, Missing } from '#kit/contract';
import type { Merged, NewClassesSettings, Use } from './params.ts';
import { below, type Answer, type Tally } from './reading.ts';

/** A digit that is seen: 196 hexadecimal digits, and what it is. */
export interface Sample {
  readonly ink: string;
  readonly label: number;
}

/** A digit that is seen, and its answer. */
export interface Judged extends Sample, Answer {}

/** Digits of the two groups: 0 to 7, and 8 and 9. */
export interface Groups<One> {
  readonly old: One;
  readonly fresh: One;
}

/** What a reader makes of all held-out digits, and of the samples. */
export interface Reading extends Groups<Tally> {
  readonly answers: Groups<readonly Answer[]>;
}

/** How many of each group are read right. */
export type Right = Groups<number>;

/** The outcome of a run: a plain value. */
export interface NewClassesOutcome {
  readonly use: Use;
  readonly samples: Groups<readonly Sample[]>;
  /** By what is merged; `null` until the reader learns. */
  readonly readings: Readonly<Record<Merged, Reading>> | null;
  /** The 8s and 9s of whose answer the reader is surest, the surest first. */
  readonly surest: readonly Judged[];
  /** How many of each group are read right after each pass, from before the first on; by what is merged. */
  readonly course: readonly Readonly<Record<Merged, Right>>[];
  /** The passes in which the reader of 0 to 7 has learned; those after them go on with new labels. */
  readonly firstPasses: number;
  readonly epochs: Epochs;
}

/** The same reader, used as these settings say; nothing where another one would be trained. */
export function usedBy(
  settings: NewClassesSettings,
  ran: { readonly settings: NewClassesSettings; readonly outcome: NewClassesOutcome },
): NewClassesOutcome | undefined {
  const { outcome } = ran;
  if (outcome.epochs.done < outcome.epochs.planned) return undefined;
  if (modelOf(settings) !== modelOf(ran.settings)) return undefined;
  return { ...outcome, use: useOf(settings) };
}

/** How settings use a reader. */
export function useOf({ arrived, merged, askBelow }: NewClassesSettings): Use {
  return { arrived, merged, askBelow };
}

/** Equal for settings that train the same reader. */
export function modelOf({ known, newLabels, keepOld, seed }: NewClassesSettings): string {
  if (known === '10') return `10 ${seed}`;
  return newLabels === 0 ? `8 ${seed}` : `8 ${newLabels} ${keepOld} ${seed}`;
}

const LEARNING: Missing = { why: 'the network has not learned yet' };
const NONE: Missing = { why: 'no 8 or 9 arrives' };

/** The reading of a run as it is used; `null` until the reader learns. */
export function readingOf({ readings, use }: NewClassesOutcome): Reading | null {
  return readings?.[use.merged] ?? null;
}

/** The share of a group that is read right. */
export function rightIn({ right, digits }: Pick<Tally, 'right' | 'digits'>): number {
  return right / digits;
}

/** What is so of 0 to 7, of 8 and 9 if they arrive, and of all that arrives, both groups weighted as they arrive. */
export function inOld(outcome: NewClassesOutcome, of: (group: Tally) => number): number | Missing {
  const reading = readingOf(outcome);
  return reading ? of(reading.old) : LEARNING;
}

export function inNew(outcome: NewClassesOutcome, of: (group: Tally) => number): number | Missing {
  const reading = readingOf(outcome);
  if (!reading) return LEARNING;
  return outcome.use.arrived > 0 ? of(reading.fresh) : NONE;
}

export function inAll(outcome: NewClassesOutcome, of: (group: Tally) => number): number | Missing {
  const reading = readingOf(outcome);
  return reading ? mixed(outcome.use.arrived, of(reading.old), of(reading.fresh)) : LEARNING;
}

/** The share of a group that is sent to a person. */
export function askedOf({ use }: NewClassesOutcome): (group: Tally) => number {
  return (group) => below(group, use.askBelow);
}

/** A share of the old and one of the new, weighted as they arrive. */
export function mixed(arrived: number, old: number, fresh: number): number {
  return (1 - arrived) * old + arrived * fresh;
}
