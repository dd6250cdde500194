/** The messages as this experiment needs them: words by number, kinds of spam, and who is learned from and tested on. */
import { permute, range } from 'd3-array';
import { DataFault, type Env } from '#kit/contract';
import { seeded } from '#kit/numbers';
import { FILES, inputsOf, shownIn, unpack, WORDS } from '../../shared/messages/messages.ts';
import type { ShownMessage } from '../../shared/messages/messages.ts';
import { HELD, notHeld } from '#words/widgets/shared/words';
import type { Apart, Bags, Labelled } from './bayes.ts';
import type { RulesSettings } from './params.ts';
import { LONG_NUMBER } from './rules.ts';

const KINDS_FILE = 'sms-kinds.tsv';
/** Messages that may be labelled; all others are tested on. */
const LABELLED = 3200;
/** Of the spam of one kind: so many of the first may be learned from, so many of the new. */
const OF_KIND = { prizes: 130, dating: 30 } as const;

type Kind = keyof typeof OF_KIND;

/** All messages, and the rows of each kind of spam. */
export interface Corpus {
  readonly words: readonly string[];
  readonly messages: readonly Labelled[];
  readonly kinds: Readonly<Record<Kind, readonly number[]>>;
  readonly shown: readonly ShownMessage[];
}

/** Fetches the packed files and reads them; throws where they cannot be the published ones. */
export async function readCorpus(readData: Env['readData']): Promise<Corpus> {
  const files = await Promise.all([FILES.bits, FILES.words, KINDS_FILE].map(readData));
  const [bytes = new Uint8Array(), ...texts] = files;
  const [wordsText = '', kindsText = ''] = texts.map(fromUtf8);
  const unpacked = unpack(bytes, wordsText);
  const { count, labels, shown } = unpacked;
  const inputs = inputsOf(unpacked);
  const bagOf = (row: number): Uint16Array =>
    Uint16Array.from(range(WORDS).filter((word) => inputs[row * WORDS + word]));
  const [kindsPart = '', examples = ''] = kindsText.split('\n\n');
  const lines = new Map(kindsPart.split('\n').map((line) => line.split('\t') as [string, string]));
  const rowsOf = (kind: Kind): readonly number[] => {
    const rows = (lines.get(kind) ?? '').split(' ').map(Number);
    if (rows.length > OF_KIND[kind] && rows.every((row) => labels[row])) return rows;
    throw new DataFault(notHeld(KINDS_FILE, HELD.messages));
  };
  return {
    words: (wordsText.split('\n\n')[0] ?? '').split('\n'),
    messages: range(count).map((row) => ({ bag: bagOf(row), isSpam: labels[row] === 1 })),
    kinds: { prizes: rowsOf('prizes'), dating: rowsOf('dating') },
    shown: [...shown, ...shownIn(examples)],
  };
}

/** UTF-8 as text, by what the language itself has: `TextDecoder` is a platform's. */
function fromUtf8(bytes: Uint8Array): string {
  const codes = Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0')}`);
  return decodeURIComponent(codes.join(''));
}

/** Who may be learned from and who is tested on. */
export interface World {
  /** The messages that may be labelled, in the order of a draw: those of any draw are in no test. */
  readonly labelled: (draw: number) => readonly Labelled[];
  readonly tested: Apart<Bags>;
  /** What spam is after the change, and what is labelled then, in order, once so many have been before; absent where nothing changes. */
  readonly after?: Readonly<{ spam: Bags; labelled: (before: number) => readonly Labelled[] }>;
}

/**
 * Splits the messages in an order of the seed. Those on screen are in no part: they were chosen by hand. Where a new kind of
 * spam comes, all spam before it is of the old kind, with as large a share among the labels as ever while there is any; what
 * spam of both kinds is not labelled is tested on.
 */
export function worldOf(corpus: Corpus, change: RulesSettings['change'], seed: number): World {
  const { messages, kinds, shown, words } = corpus;
  const apart = new Set(shown.map(({ row }) => messages[row]));
  const all = permute(messages, seeded(seed, 'messages').order(messages.length));
  const order = all.filter((one) => !apart.has(one));
  const [pool, rest] = [order.slice(0, LABELLED), order.slice(LABELLED)];
  const bagsOf = (of: readonly Labelled[]): Bags => of.map(({ bag }) => bag);
  const tested = {
    spam: bagsOf(rest.filter(({ isSpam }) => isSpam)),
    genuine: bagsOf(rest.filter(({ isSpam }) => !isSpam)),
  };
  const drawn = (of: readonly Labelled[], draw: number): readonly Labelled[] =>
    draw === 0 ? of : permute(of, seeded(seed, `draw ${draw}`).order(of.length));

  if (change === 'newKind') {
    const genuine = pool.filter(({ isSpam }) => !isSpam);
    const share = (pool.length - genuine.length) / pool.length;
    const spamOf = (kind: Kind) => {
      const own = new Set(permute(messages, kinds[kind]));
      const all = order.filter((one) => own.has(one));
      return { first: all.slice(0, OF_KIND[kind]), rest: bagsOf(all.slice(OF_KIND[kind])) };
    };
    const [old, fresh] = [spamOf('prizes'), spamOf('dating')];
    const mix = (spam: readonly Labelled[], others: readonly Labelled[], draw: number) => {
      const random = seeded(seed, `mix ${draw}`);
      return mixed(drawn(spam, draw), drawn(others, draw), () => random.uniform() < share);
    };
    const labelled = (draw: number) => mix(old.first, genuine, draw);
    return {
      labelled,
      tested: { ...tested, spam: old.rest },
      after: {
        spam: fresh.rest,
        labelled: (before) => {
          const used = labelled(0).slice(0, before);
          return mix(fresh.first, genuine.slice(used.filter(({ isSpam }) => !isSpam).length), 0);
        },
      },
    };
  }
  const labelled = (draw: number) => drawn(pool, draw);
  if (change === 'none') return { labelled, tested };
  const long = words.indexOf(LONG_NUMBER);
  const silent = (bag: Uint16Array): Uint16Array => bag.filter((word) => word !== long);
  const silenced = (one: Labelled) => (one.isSpam ? { ...one, bag: silent(one.bag) } : one);
  return {
    labelled,
    tested,
    after: {
      spam: tested.spam.map(silent),
      labelled: (before) => labelled(0).slice(before).map(silenced),
    },
  };
}

/** Spam and genuine messages as they come, spam when it is drawn while there is any; then the rest. */
function mixed<One>(
  spam: readonly One[],
  genuine: readonly One[],
  drawsSpam: () => boolean,
): One[] {
  const all: One[] = [];
  let [i, j] = [0, 0];
  while (i < spam.length || j < genuine.length) {
    const isSpam = i < spam.length && (j >= genuine.length || drawsSpam());
    all.push((isSpam ? spam[i++] : genuine[j++]) as One);
  }
  return all;
}
