/** What a run yields, and what the same network makes of digits that are moved otherwise. */
import { range } from 'd3-array';
import type { Epochs } from '#kit/contract';
import { imageOf } from './drawn.ts';
import type { FirstLookSettings, Move } from './params.ts';
import { SEVEN } from './sizes.ts';
import { answerTo, moved, opened, type Image, type Opened, type Reader } from './reader.ts';

/** Full ink in the file of the digits. */
const FULL = 15;
/** The farthest that digits are moved. */
const FAR = 3;

/** Every way to move digits, row after row: from three up and three to the left to three down and three to the right. */
export const MOVES: readonly Move[] = range(-FAR, FAR + 1).flatMap((rows) =>
  range(-FAR, FAR + 1).map((columns) => ({ columns, rows })),
);

/** A digit that is seen: 196 hexadecimal digits, and what it is. */
export interface Sample {
  readonly ink: string;
  readonly label: number;
}

/** How the network does where digits are moved in one way. */
interface Counts {
  /** Held-out digits read right. */
  readonly right: number;
  /** Answers that are not those of the same network to the digits in place. */
  readonly changed: number;
}

/** The digit on the pad, as it arrives. */
export interface OnPad {
  /** 196 values from 0 (paper) to 1 (ink). */
  readonly pixels: readonly number[];
  /** The page drew it, and it is a seven; what a reader has drawn only the reader knows. */
  readonly isOurs: boolean;
  readonly answer: number;
  /** The answer to the same digit in place. */
  readonly inPlace: number;
}

/** What depends on how the network is used. */
interface Use {
  /** `null` until the network learns. */
  readonly counts: Counts | null;
  /** Answers to the samples as they arrive. */
  readonly answers: readonly number[];
  /** `null` where nothing is drawn. */
  readonly pad: OnPad | null;
}

/** The outcome of a run: a plain value. */
export interface FirstLookOutcome extends Use {
  readonly tested: number;
  /** Held-out digits that the whole network reads right, in place; `null` until it learns. */
  readonly whole: number | null;
  /** The first held-out digits of each kind, in rows from 0 to 9. */
  readonly samples: readonly Sample[];
  readonly epochs: Epochs;
  /** The network; `null` until it learns. */
  readonly reader: Reader | null;
  /** One entry for each of `MOVES`; empty while the network learns. */
  readonly moves: readonly Counts[];
}

/** The ink of a sample, 0 to 1. */
export function inkOf({ ink }: Sample): number[] {
  return [...ink].map((digit) => Number.parseInt(digit, 16) / FULL);
}

/** What a network makes of the samples and of the digit on the pad. */
export function seenBy(
  network: Opened,
  samples: readonly Sample[],
  settings: FirstLookSettings,
): Omit<Use, 'counts'> {
  const read = (image: Image, move: Move): number => answerTo(network, moved(image, move));
  const { drawing } = settings;
  const image = imageOf(drawing);
  const pad = image && {
    pixels: Array.from(moved(image, settings)),
    isOurs: drawing === SEVEN,
    answer: read(image, settings),
    inPlace: read(image, { columns: 0, rows: 0 }),
  };
  return { answers: samples.map((one) => read(inkOf(one), settings)), pad: pad ?? null };
}

/** The same network, used as these settings say; nothing where another one would be trained. */
export function usedBy(
  settings: FirstLookSettings,
  ran: { readonly settings: FirstLookSettings; readonly outcome: FirstLookOutcome },
): FirstLookOutcome | undefined {
  const { outcome } = ran;
  const counts = outcome.moves[placeOf(settings)];
  if (!outcome.reader || !counts || modelOf(settings) !== modelOf(ran.settings)) return undefined;
  return { ...outcome, counts, ...seenBy(opened(outcome.reader), outcome.samples, settings) };
}

/** Where a way to move digits stands in `MOVES`. */
export function placeOf({ columns, rows }: Move): number {
  return (rows + FAR) * (2 * FAR + 1) + columns + FAR;
}

/** Equal for settings that train the same network. */
export function modelOf({ units, seed }: FirstLookSettings): string {
  return `${units} ${seed}`;
}
