/** Forty training images for the reader's own eyes, before a defence runs; and what each defence makes of the very same images. */
import { greatest, minIndex, permute, range, sum } from 'd3-array';
import { cellName, readCells } from '../../controls/cells/pure/cells.ts';
import { seeded } from '#kit/numbers';
import { first, imageAt, KINDS, placesOf } from '../../shared/digits/digits.ts';
import { inkOf, meanImage, PIXELS, SIDE } from '../../shared/digits/mnist14.ts';
import { IMAGES, SQUARE, type PoisonedData } from './attack.ts';
import type { PoisonSettings } from './params.ts';
import { GRID, LINE_UP } from './sizes.ts';

/** The defences, and what they are called in a sentence. */
export const WAYS = [
  ['neighbours', 'nearest neighbours'],
  ['loss', 'loss'],
  ['activations', 'activation outliers'],
] as const;

/** The images as the reader sees them; which are poison is told when a defence has run. */
export interface LineUp {
  readonly images: readonly Readonly<{ ink: string; label: number; told: string }>[];
  /** Poisoned ones among them. */
  readonly poisoned: number;
  readonly judged: {
    readonly poison: readonly boolean[];
    /** The places of all, from the most to the least suspicious, in each of the ways. */
    readonly ranks: readonly (readonly number[])[];
  } | null;
}

/** Poisoned images among the forty at most: a fair sample of 2,000 would have none at all. */
const MOST = 8;

/** Which rows are shown: some of those that are poisoned and some of the others, all drawn by the seed, in an order of the seed's. */
export function rowsShown({ seed, victims }: PoisonedData, poisoned: number): readonly number[] {
  const random = seeded(seed, 'line-up');
  const poison = [...random.order(poisoned).subarray(0, MOST)].map((i) => IMAGES + i);
  const replaced = new Set(victims.slice(0, poisoned));
  const honest = [...random.order(IMAGES)].filter((row) => !replaced.has(row));
  const rows = [...poison, ...honest].slice(0, LINE_UP.most);
  return permute(rows, random.order(rows.length));
}

/** The images before any defence has run. */
export function lineUpOf(data: PoisonedData, poisoned: number): LineUp {
  const { rows } = data;
  const honest = first(rows, IMAGES);
  const averages = range(KINDS).map((kind) => meanImage(honest, placesOf(honest, kind)));
  const images = rowsShown(data, poisoned).map((row) => {
    const label = rows.labels[row] as number;
    return { ink: inkOf(rows, row), label, told: toldOf(imageAt(rows, row), averages) };
  });
  return { images, poisoned: Math.min(MOST, poisoned), judged: null };
}

/**
 * For ears: the digit whose average image in the honest set is nearest, where four pixels have most ink beyond that average, by
 * the upper left one of them, and how many pixels are inked.
 */
function toldOf(image: Float32Array, averages: readonly (readonly number[])[]): string {
  const beyond = averages.map((average) => average.map((ink, at) => (image[at] ?? 0) - ink));
  const like = minIndex(beyond, (one) => sum(one, (ink) => ink * ink));
  const corners = range(PIXELS - SIDE).filter((at) => at % SIDE < SIDE - 1);
  const extra = (at: number): number => sum(SQUARE, (step) => beyond[like]?.[at + step] ?? 0);
  const odd = cellName(GRID, greatest(corners, extra) ?? 0);
  const inked = image.filter((ink) => ink > 0).length;
  return `most like the average ${like}; most unusual ink at ${odd}; ${inked} pixels inked`;
}

/** What is told of the rows shown when each of the ways has ranked all in use, from the most to the least suspicious. */
export function judgedBy(shown: readonly number[], ranked: readonly number[][]): LineUp['judged'] {
  const ranks = ranked.map((rows) => rows.map((row) => shown.indexOf(row)).filter((i) => i >= 0));
  return { poison: shown.map((row) => row >= IMAGES), ranks };
}

/** The places that the settings mark. */
export const marksOf = ({ marks }: PoisonSettings): readonly number[] => readCells(LINE_UP, marks);

/** How many each throws out, and how many poisoned ones among them: the reader and, allowed as many, each defence; before a defence has run, or where none is marked, nothing. */
export function compared(lineUp: LineUp | null, marks: readonly number[]) {
  const judged = lineUp?.judged;
  if (!judged || marks.length === 0) return [];
  const ways = WAYS.map(([, who], i) => [who, judged.ranks[i] ?? []] as const);
  return [['you', marks] as const, ...ways].map(([who, places]) => {
    const thrown = places.slice(0, marks.length);
    return { who, thrown: thrown.length, found: thrown.filter((i) => judged.poison[i]).length };
  });
}
