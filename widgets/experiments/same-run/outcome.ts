/** What a run yields: a first training, another with one thing changed, and those of three colleagues. */
import type { Missing } from '#kit/contract';
import { COLLEAGUES, type Colleague, type Suspect } from './params.ts';

/** Images that both are tested on. */
export const TESTED = 2000;
/** Steps that a point of a curve stands for. */
export const TOGETHER = 8;

/** What is logged of a training, as any careful team would. */
export interface Logged {
  /** Mean losses of eight steps each. */
  readonly losses: readonly number[];
  /** Share of the tested images read right, after the last epoch. */
  readonly accuracy: number;
  /** Rows read; the file's checksum, four digits to the base of 16; length of the first weights, as a vector. */
  readonly rows: number;
  readonly checksum: string;
  readonly norm: number;
  /** The first step whose loss is another than in the first training, by more than a thousandth; `null`: none. */
  readonly partAt: number | null;
}

/** How the answers to the tested images differ after an epoch, in images. */
export interface Differing {
  /** Right before and wrong now, the other way round, and wrong in two ways. */
  readonly lost: number;
  readonly won: number;
  readonly other: number;
}

/** A training with one suspect's change, held against a colleague's. */
export interface Tried {
  readonly colleague: Colleague;
  readonly suspect: Suspect;
  /** Whether every loss is the same, to the last digit. */
  readonly fits: boolean;
}

/** What a run yields. */
export interface SameOutcome {
  readonly epochs: number;
  readonly first: Logged;
  readonly second: Logged;
  /** After each epoch. */
  readonly differing: readonly Differing[];
  /** Distance of the weights over the length of the first ones; nothing where there are more of them. */
  readonly weightsGap: number | Missing;
  /** Of the three colleagues, where they are here. */
  readonly colleagues: readonly Logged[];
  readonly tried: readonly Tried[];
}

/** How far a report on the colleagues has come: checked as a whole, so that nobody finds out by trying one card after another. */
export function reportOf({ colleagues, tried }: SameOutcome): 'begun' | 'refuted' | 'confirmed' {
  const of = COLLEAGUES.slice(0, colleagues.length).map((name) =>
    tried.filter(({ colleague }) => colleague === name),
  );
  if (of.length === 0 || of.some((cards) => cards.length === 0)) return 'begun';
  return of.every((cards) => cards.some(({ fits }) => fits)) ? 'confirmed' : 'refuted';
}

/** How many answers differ. */
export function changedIn({ lost, won, other }: Differing): number {
  return lost + won + other;
}

const NOTHING: Differing = { lost: 0, won: 0, other: 0 };

/** How the answers differ after an epoch, counted from 0; the last unless it is said. */
export function differingAt({ differing }: SameOutcome, epoch = differing.length - 1): Differing {
  return differing[epoch] ?? NOTHING;
}
