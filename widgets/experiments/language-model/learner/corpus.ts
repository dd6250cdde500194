/** What is learned from and what is held out: a list of names, or plays; and what counting makes of them. */
import { range } from 'd3-array';
import { seeded, type Random } from '#kit/numbers';
import { Counting } from '../../../engine/gpt/counting.ts';
import type { Reading } from '../../../engine/gpt/gpt.ts';
import {
  batches,
  counterOf,
  drawnPieces,
  piecesOf,
  readingOf,
  surprise,
  type Reader,
} from '../../../engine/gpt/texts.ts';
import type { TextName } from '../params.ts';

/** Characters that a step reads at most, and that the count looks back on, and one. */
const [BATCH, ORDER] = [256, 5] as const;

export interface Corpus {
  /** Each character by its number; 0 is the end of a line, before which every text begins. */
  readonly signs: string;
  /** Characters that a model looks back on, and that it writes at most. */
  readonly context: number;
  readonly longest: number;
  /** Whether what is written ends with its line. */
  readonly isLines: boolean;
  readonly rate: number;
  readonly batches: (random: Random) => Generator<Reading, never>;
  readonly heldOut: readonly Reading[];
  /** A part of it that a stage is measured on: as hard as the whole, as counting sees it. */
  readonly part: readonly Reading[];
  readonly counting: Counting;
  /** Nats a character on what is held out, by counting pairs and by counting up to five in a row. */
  readonly losses: { readonly pairs: number; readonly counting: number };
  /** Where a line stands, of a list of lines. */
  readonly where?: ReadonlyMap<string, 'learned' | 'held out'>;
}

/** Files of a text, one behind the other; of the plays the last is held out. */
export const FILES = {
  names: ['names.tsv'],
  plays: ['macbeth.txt', 'romeo-and-juliet.txt', 'othello.txt', 'midsummer-nights-dream.txt'],
} as const satisfies Record<TextName, readonly string[]>;

/** Names that are held out, and that are read at once; and of how many readings a stage is measured on one. */
const [HELD, AT_ONCE, ONE_IN] = [3_000, 30, 5] as const;
/** The longest name has 15 letters. */
const LONGEST = 15;
/** Characters of a piece, and pieces that are read at once. */
const [PIECE, FOUR] = [64, 4] as const;

const encoded = (text: string, signs: string): Uint8Array =>
  Uint8Array.from(text, (sign) => signs.indexOf(sign));

export const decoded = (text: Uint8Array, signs: string): string =>
  Array.from(text, (symbol) => signs[symbol]).join('');

const inGroups = <T>(all: readonly T[], size: number): T[][] =>
  range(0, all.length, size).map((at) => all.slice(at, at + size));

/** A text as it is learned from, with what counting makes of it. */
export function corpusOf(name: TextName, files: readonly Uint8Array[]): Corpus {
  const texts = files.map((bytes) => new TextDecoder().decode(bytes));
  const text = texts.join('');
  const signs = [...new Set(text)].sort().join('');
  return name === 'names' ? listOf(text.trim().split('\n'), signs) : longOf(texts, signs);
}

/** Each seed but that of the split changes the model alone: all models are held to the same names. */
function listOf(lines: readonly string[], signs: string): Corpus {
  const order = seeded(1, 'split').order(lines.length);
  const all = Array.from(order, (i) => lines[i] as string);
  const [heldOut, learned] = [all.slice(0, HELD), all.slice(HELD)];
  const texts = learned.map((one) => encoded(one, signs));
  const readings = inGroups(
    heldOut.map((one) => encoded(one, signs)),
    AT_ONCE,
  ).map(readingOf);
  return {
    ...{ signs, context: LONGEST + 1, longest: LONGEST, isLines: true, rate: 0.006 },
    batches: (random) => batches(texts, BATCH, random),
    where: new Map([
      ...learned.map((one) => [one, 'learned'] as const),
      ...heldOut.map((one) => [one, 'held out'] as const),
    ]),
    ...counted(
      texts.map((one) => readingOf([one])),
      readings,
      signs.length,
    ),
  };
}

/** Count and network read what is held out in the same pieces. */
function longOf(texts: readonly string[], signs: string): Corpus {
  const learned = encoded(texts.slice(0, -1).join(''), signs);
  const heldOut = encoded(texts.at(-1) ?? '', signs);
  const places = range(0, heldOut.length - PIECE, PIECE);
  const readings = inGroups(places, FOUR).map((some) => piecesOf(heldOut, some, PIECE));
  return {
    ...{ signs, context: PIECE, longest: PIECE, isLines: false, rate: 0.008 },
    batches: (random) => drawnPieces(learned, PIECE, BATCH / PIECE, random),
    ...counted([piecesOf(learned, [0], learned.length - 1)], readings, signs.length),
  };
}

function counted(
  learned: readonly Reading[],
  heldOut: readonly Reading[],
  symbols: number,
): Pick<Corpus, 'counting' | 'losses' | 'heldOut' | 'part'> {
  const [two, five] = [2, ORDER].map(
    (order) =>
      new Counting(
        symbols,
        order,
        learned.map((one) => [one.symbols, one.next] as const),
      ),
  ) as [Counting, Counting];
  const [pairs, counting] = [two, five].map((one) =>
    lossOf(() => counterOf(one, PIECE), heldOut),
  ) as [number, number];
  const hard = new Map(heldOut.map((one) => [one, lossOf(() => counterOf(five, PIECE), [one])]));
  const byHard = heldOut.toSorted((a, b) => (hard.get(a) ?? 0) - (hard.get(b) ?? 0));
  const part = byHard.filter((_, i) => i % ONE_IN === (ONE_IN - 1) / 2);
  return { counting: five, losses: { pairs, counting }, heldOut, part };
}

/** Nats a character of a reader that begins each text anew. */
export function lossOf(begin: () => Reader, readings: readonly Reading[]): number {
  const count = readings.reduce((sum, { next }) => sum + next.length, 0);
  return readings.reduce((sum, one) => sum + surprise(begin, one), 0) / count;
}
