/** The mails as packed: which words each has, and who is learned from and judged. */
import { range } from 'd3-array';
import { DataFault, type Env } from '#kit/contract';
import { seeded } from '#kit/numbers';
import type { Bag } from '../../shared/logistic/ridge.ts';
import { HELD, notHeld } from '#words/widgets/shared/words';

const FILES = { bits: 'mails.bin', words: 'mails-words.tsv' } as const;
/** Mails of the office that are learned from, and newsletters that may be. */
const LEARNED = 2400;
export const MOST_NEWSLETTERS = 100;
/** Words that a mail may have. */
const WORDS = 160;

/** The kinds of mail, in the order of the figure; the office has the first two. */
export type Kind = 'genuine' | 'spam' | Other;
/** Those that are flagged and may be freed. */
export type Other = 'newsletters' | 'laterSpam';

/** All mails, in the four groups of the file. */
export interface Corpus extends Readonly<Record<Kind, readonly Bag[]>> {
  readonly words: readonly string[];
}

/** Reads the packed files; throws where they cannot be the published ones. */
export async function readCorpus(readData: Env['readData']): Promise<Corpus> {
  const [bytes, list] = await Promise.all([readData(FILES.bits), readData(FILES.words)]);
  const text = String.fromCharCode(...list).trimEnd();
  const [sizes = '', words = ''] = text.split('\n\n');
  const counts = sizes.split('\n').map((line) => Number(line.split('\t')[1]));
  const column = bytes.length / WORDS;
  let row = 0;
  const [genuine = [], spam = [], newsletters = [], laterSpam = []] = counts.map((count) =>
    Array.from({ length: count }, () => bagOf(bytes, column, row++)),
  );
  const corpus = { words: words.split('\n'), genuine, spam, newsletters, laterSpam };
  const isSound =
    column === Math.ceil(row / 8) &&
    corpus.words.length === WORDS &&
    newsletters.length > MOST_NEWSLETTERS &&
    genuine.length + spam.length > LEARNED;
  if (!isSound) throw new DataFault(notHeld(FILES.bits, HELD.messages));
  return corpus;
}

/** The words of a mail: word after word, so many bytes each, the bits tell which mails have it. */
function bagOf(bytes: Uint8Array, column: number, row: number): Bag {
  const byteOf = (word: number): number => bytes[word * column + (row >> 3)] as number;
  return Uint16Array.from(range(WORDS).filter((word) => (byteOf(word) >> (row & 7)) & 1));
}

/** A mail with its label. */
export interface Labelled {
  readonly bag: Bag;
  readonly isSpam: boolean;
}

/** A list in an order of the seed. */
export function mixed<One>(list: readonly One[], seed: number, name: string): readonly One[] {
  return Array.from(seeded(seed, name).order(list.length), (i) => list[i] as One);
}

/** Who is learned from, and who is judged, in an order of the seed: never the same mail. Later spam is judged as a whole. */
export function partsOf({ genuine, spam, newsletters, laterSpam }: Corpus, seed: number) {
  const office = [
    ...genuine.map((bag): Labelled => ({ bag, isSpam: false })),
    ...spam.map((bag): Labelled => ({ bag, isSpam: true })),
  ];
  const mails = mixed(office, seed, 'office');
  const letters = mixed(newsletters, seed, 'newsletters');
  return {
    learned: mails.slice(0, LEARNED),
    home: mails.slice(LEARNED),
    /** Newsletters that may be learned from, in the order in which they are. */
    toAdd: letters.slice(0, MOST_NEWSLETTERS),
    newsletters: letters.slice(MOST_NEWSLETTERS),
    laterSpam,
  };
}
export type Parts = ReturnType<typeof partsOf>;
