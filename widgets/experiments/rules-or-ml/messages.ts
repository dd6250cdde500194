/** The messages as this experiment needs them: words by number, kinds of spam, and who is learned from and tested on. */
import { permute, range } from 'd3-array';
import type { Env } from '#kit/contract';
import { DataFault } from '#kit/contract';
import { seeded, type Random } from '#kit/numbers';
import {
  FILES,
  shownIn,
  unpack,
  WORDS,
  type ShownMessage,
} from '../../shared/messages/messages.ts';
import { HELD, notHeld } from '#words/widgets/shared/words';
import type { Bags } from './bayes.ts';
import { LONG_NUMBER } from './rules.ts';

const KINDS_FILE = 'sms-kinds.tsv';
/** Messages that may be labelled; all others are tested on. */
const LABELLED = 3200;
/** Of the spam of one kind: so many of the first may be learned from, so many of the new. */
const OF_KIND = { prizes: 130, dating: 30 } as const;

export type Kind = keyof typeof OF_KIND;
/** What changes. */
export type Change = 'none' | 'noNumbers' | 'newKind';

/** All messages. */
export interface Corpus {
  readonly words: readonly string[];
  readonly bags: Bags;
  readonly isSpam: readonly boolean[];
  readonly kinds: Readonly<Record<Kind, readonly number[]>>;
  readonly shown: readonly ShownMessage[];
}

/** Fetches the packed files and reads them; throws where they cannot be the published ones. */
export async function readCorpus(readData: Env['readData']): Promise<Corpus> {
  const files = await Promise.all([FILES.bits, FILES.words, KINDS_FILE].map(readData));
  const [bytes = new Uint8Array(), ...texts] = files;
  const [wordsText = '', kindsText = ''] = texts.map(fromUtf8);
  const { count, bits, labels, shown } = unpack(bytes, wordsText);
  const [kindsPart = '', examples = ''] = kindsText.split('\n\n');
  const lines = new Map(kindsPart.split('\n').map((line) => line.split('\t') as [string, string]));
  const rowsOf = (kind: Kind): readonly number[] => {
    const rows = (lines.get(kind) ?? '').split(' ').map(Number);
    if (rows.length > OF_KIND[kind] && rows.every((row) => labels[row])) return rows;
    throw new DataFault(notHeld(KINDS_FILE, HELD.messages));
  };
  return {
    words: (wordsText.split('\n\n')[0] ?? '').split('\n'),
    bags: range(count).map((row) => bagOf(bits, row)),
    isSpam: Array.from(labels, (label) => label === 1),
    kinds: { prizes: rowsOf('prizes'), dating: rowsOf('dating') },
    shown: [...shown, ...shownIn(examples)],
  };
}

/** UTF-8 as text, by what the language itself has: `TextDecoder` is a platform's. */
function fromUtf8(bytes: Uint8Array): string {
  return decodeURIComponent(
    Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  );
}

function bagOf(bits: Uint8Array, row: number): Uint16Array {
  const byteOf = (word: number): number => bits[(row * WORDS + word) >> 3] as number;
  return Uint16Array.from(range(WORDS).filter((word) => (byteOf(word) >> (word & 7)) & 1));
}

/** Messages by the numbers of their words, spam and genuine apart. */
export type Apart = Readonly<Record<'spam' | 'genuine', Bags>>;

/** A message with its label. */
export interface Labelled {
  readonly bag: Uint16Array;
  readonly isSpam: boolean;
}

/** Who may be learned from and who is tested on. */
export interface World {
  /** The messages that may be labelled, in the order of a draw: those of any draw are in no test. */
  readonly labelled: (draw: number) => readonly Labelled[];
  readonly tested: Apart;
  /** What spam is after the change, and what is labelled then, in order, once so many have been before; absent where nothing changes. */
  readonly after?: {
    readonly spam: Bags;
    readonly labelled: (before: number) => readonly Labelled[];
  };
}

/**
 * Splits the messages in an order of the seed. Those on screen are in no part: they were chosen by hand. Where a new kind of
 * spam comes, all spam before it is of the old kind, with as large a share among the labels as ever while there is any; what
 * spam of both kinds is not labelled is tested on.
 */
export function worldOf(corpus: Corpus, change: Change, seed: number): World {
  const { bags, isSpam, kinds, shown, words } = corpus;
  const apart = new Set(shown.map(({ row }) => row));
  const order = [...seeded(seed, 'messages').order(bags.length)].filter((row) => !apart.has(row));
  const [pool, rest] = [order.slice(0, LABELLED), order.slice(LABELLED)];
  const of = (rows: readonly number[]): Bags => rows.map((row) => bags[row] as Uint16Array);
  const label = (rows: readonly number[]): Labelled[] =>
    rows.map((row) => ({ bag: bags[row] as Uint16Array, isSpam: isSpam[row] === true }));
  const parted = (rows: readonly number[]) => ({
    spam: rows.filter((row) => isSpam[row]),
    genuine: rows.filter((row) => !isSpam[row]),
  });
  const [learned, left] = [parted(pool), parted(rest)];
  const tested = { spam: of(left.spam), genuine: of(left.genuine) };
  const drawn = (rows: readonly number[], draw: number): readonly number[] =>
    draw === 0 ? rows : permute(rows, seeded(seed, `draw ${draw}`).order(rows.length));

  if (change === 'newKind') {
    const share = learned.spam.length / pool.length;
    const spamOf = (kind: Kind) => {
      const rows = new Set(kinds[kind]);
      const all = order.filter((row) => rows.has(row));
      return { first: all.slice(0, OF_KIND[kind]), rest: of(all.slice(OF_KIND[kind])) };
    };
    const [old, fresh] = [spamOf('prizes'), spamOf('dating')];
    const mix = (spam: readonly number[], genuine: readonly number[], draw: number): Labelled[] =>
      label(mixed(drawn(spam, draw), drawn(genuine, draw), share, seeded(seed, `mix ${draw}`)));
    const labelled = (draw: number): Labelled[] => mix(old.first, learned.genuine, draw);
    return {
      labelled,
      tested: { spam: old.rest, genuine: tested.genuine },
      after: {
        spam: fresh.rest,
        labelled: (before) => {
          const used = labelled(0).slice(0, before);
          const unused = learned.genuine.slice(used.filter((one) => !one.isSpam).length);
          return mix(fresh.first, unused, 0);
        },
      },
    };
  }
  const labelled = (draw: number): Labelled[] => label(drawn(pool, draw));
  if (change === 'none') return { labelled, tested };
  const long = words.indexOf(LONG_NUMBER);
  const silent = (bag: Uint16Array): Uint16Array => bag.filter((word) => word !== long);
  return {
    labelled,
    tested,
    after: {
      spam: tested.spam.map(silent),
      labelled: (before) =>
        labelled(0)
          .slice(before)
          .map((one) => (one.isSpam ? { ...one, bag: silent(one.bag) } : one)),
    },
  };
}

/** Spam and genuine messages as they come, spam with its share while there is any; then the rest. */
function mixed(
  spam: readonly number[],
  genuine: readonly number[],
  share: number,
  random: Random,
): number[] {
  const all: number[] = [];
  let [i, j] = [0, 0];
  while (i < spam.length || j < genuine.length) {
    const isSpam = i < spam.length && (j >= genuine.length || random.uniform() < share);
    all.push((isSpam ? spam[i++] : genuine[j++]) as number);
  }
  return all;
}
