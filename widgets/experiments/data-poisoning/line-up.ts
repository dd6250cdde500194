/** Forty training images for the reader's own eyes, before a defence runs; and what each defence makes of the very same images. */
import { seeded } from '../../kit/numbers/random.ts';
import { inkOf } from '../../shared/digits/mnist14.ts';
import { IMAGES, type PoisonedData } from './attack.ts';
import { LINE_UP } from './params.ts';

/** The defences, and what they are called in a sentence. */
export const WAYS = [
  ['neighbours', 'nearest neighbours'],
  ['loss', 'loss'],
  ['activations', 'activation outliers'],
] as const;

/** The images as the reader sees them; which are poison is told when a defence has run. */
export interface LineUp {
  readonly images: readonly { readonly ink: string; readonly label: number }[];
  /** Poisoned ones among them. */
  readonly poisoned: number;
  readonly judged: {
    readonly poison: readonly boolean[];
    /** The places of all, from the most to the least suspicious, in each of the ways. */
    readonly ranks: readonly (readonly number[])[];
  } | null;
}

/** The most poisoned images among the forty: a fair sample of 2,000 would have none at all. */
const MOST = 8;

/** Which rows are shown: some of those that are poisoned and some of the others, all drawn by the seed, in an order of the seed's. */
export function rowsShown({ seed, victims }: PoisonedData, poisoned: number): readonly number[] {
  const random = seeded(seed, 'line-up');
  const poison = [...random.order(poisoned).subarray(0, MOST)].map((i) => IMAGES + i);
  const replaced = new Set(victims.slice(0, poisoned));
  const honest = [...random.order(IMAGES)].filter((row) => !replaced.has(row));
  const rows = [...poison, ...honest].slice(0, LINE_UP.most);
  return [...random.order(rows.length)].map((i) => rows[i] as number);
}

/** The images before any defence has run. */
export function lineUpOf(data: PoisonedData, poisoned: number): LineUp {
  const images = rowsShown(data, poisoned).map((row) => {
    return { ink: inkOf(data.rows, row), label: data.rows.labels[row] as number };
  });
  return { images, poisoned: Math.min(MOST, poisoned), judged: null };
}

/** The same when each of the ways has ranked all rows in use, from the most to the least suspicious. */
export function judgedBy(
  lineUp: LineUp,
  shown: readonly number[],
  ranked: readonly (readonly number[])[],
): LineUp {
  const ranks = ranked.map((rows) =>
    rows.map((row) => shown.indexOf(row)).filter((place) => place >= 0),
  );
  return { ...lineUp, judged: { poison: shown.map((row) => row >= IMAGES), ranks } };
}

/** What one of them would throw out of the forty: how many, and how many poisoned ones among these. */
interface Thrown {
  readonly who: string;
  readonly thrown: number;
  readonly found: number;
}

/** The reader and, given as many images as the reader has marked, each defence; nothing before a defence has run, or where none is marked. */
export function compared(lineUp: LineUp | null, marks: readonly number[]): readonly Thrown[] {
  const judged = lineUp?.judged;
  if (!judged || marks.length === 0) return [];
  const count = (who: string, places: readonly number[]): Thrown => {
    return { who, thrown: places.length, found: places.filter((i) => judged.poison[i]).length };
  };
  const ways = WAYS.map(([, who], i) => count(who, judged.ranks[i]?.slice(0, marks.length) ?? []));
  return [count('you', marks), ...ways];
}
