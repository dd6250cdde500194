/** The messages as packed: which words each contains, which are spam, and who may be learned from. */
import { DataFault } from '#kit/contract';
import { seeded } from '#kit/numbers';
import { HELD, notHeld } from '#words/widgets/shared/words';

/** The packed files: bits and labels; words and the messages that may be shown. */
export const FILES = { bits: 'sms.bin', words: 'sms-words.tsv' } as const;
/** Words that a message is described by. */
export const WORDS = 400;
const ROW_BYTES = WORDS / 8;

/** Messages of each kind in the parts that are not tested on; whatever is left is. */
const PARTS = {
  spam: { training: 520, validation: 36 },
  genuine: { training: 2000, validation: 1200 },
} as const;

/** A message that the reader may see: its row, and its text with numbers masked. */
export interface ShownMessage {
  readonly row: number;
  readonly text: string;
}

/** All messages: 50 bytes of bits and one label (1: spam) for each. */
export interface Messages {
  readonly count: number;
  readonly bits: Uint8Array;
  readonly labels: Uint8Array;
  readonly shown: readonly ShownMessage[];
}

/** Rows of one kind of message: to learn from, to choose a threshold on, and to test on. */
type RowIndices = Readonly<Record<'training' | 'validation' | 'test', Int32Array>>;
/** The parts of both kinds of message. */
export type Split = Readonly<Record<'spam' | 'genuine', RowIndices>>;
type Sizes = (typeof PARTS)['spam' | 'genuine'];

/** Reads the two packed files. Throws when they cannot be the published ones. */
export function unpack(bytes: Uint8Array, words: string): Messages {
  const count = bytes.length / (ROW_BYTES + 1);
  const labels = bytes.subarray(count * ROW_BYTES);
  const [list = '', rest = ''] = words.split('\n\n');
  const shown = shownIn(rest);
  const spam = labels.reduce((sum, label) => sum + label, 0);
  const sound =
    Number.isInteger(count) &&
    list.split('\n').length === WORDS &&
    labels.every((label) => label <= 1) &&
    shown.every(({ row }) => Number.isInteger(row) && row >= 0 && row < count) &&
    hasRoom(spam, PARTS.spam, shown.length) &&
    hasRoom(count - spam, PARTS.genuine, shown.length);
  if (!sound) throw new DataFault(notHeld(FILES.bits, HELD.messages));
  return { count, bits: bytes.subarray(0, count * ROW_BYTES), labels, shown };
}

/** Messages that may be shown, as they are packed: a row and a text on each line. */
export function shownIn(lines: string): readonly ShownMessage[] {
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [row = '', text = ''] = line.split('\t');
      return { row: Number(row), text };
    });
}

function hasRoom(count: number, { training, validation }: Sizes, shown: number): boolean {
  return count > training + validation + shown;
}

/** What a model sees of the messages: rows x words, 1 where a word is present. */
export function inputsOf({ count, bits }: Messages): Float32Array {
  const inputs = new Float32Array(count * WORDS);
  for (let at = 0; at < bits.length; at += 1) {
    const byte = bits[at] as number;
    for (let bit = 0; byte >> bit > 0; bit += 1) {
      if ((byte >> bit) & 1) inputs[at * 8 + bit] = 1;
    }
  }
  return inputs;
}

/**
 * Splits spam and genuine messages apart, each in a random order of the seed. The messages that the reader is shown are in
 * no part: they were chosen by hand, so they must not count.
 */
export function split({ count, labels, shown }: Messages, seed: number): Split {
  const apart = new Set(shown.map(({ row }) => row));
  const order = [...seeded(seed, 'split messages').order(count)].filter((row) => !apart.has(row));
  const rows = (label: number, { training, validation }: Sizes): RowIndices => {
    const own = Int32Array.from(order.filter((row) => labels[row] === label));
    const tested = training + validation;
    return {
      training: own.subarray(0, training),
      validation: own.subarray(training, tested),
      test: own.subarray(tested),
    };
  };
  return { spam: rows(1, PARTS.spam), genuine: rows(0, PARTS.genuine) };
}
