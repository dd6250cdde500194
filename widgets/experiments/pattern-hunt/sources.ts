/** Where symbols come from, each with the best that anybody could guess of them. */
import type { Missing } from '#kit/contract';
import { seeded } from '#kit/numbers';
import type { HuntSettings } from './params.ts';

/** Symbols of one sign each, in the order in which they come. */
export interface Symbols {
  /** Every sign that may come. */
  readonly alphabet: string;
  readonly drawn: string;
  /** The highest share (0 to 1) that can be guessed in the long run by whoever knows how the symbols are made. */
  readonly best: number | Missing;
}

const DIE = '123456';
const DIGITS = '0123456789';
const CYCLE = 'ABCDE';
const LETTERS = 'abcdefghijklmnopqrstuvwxyz_';

/** How often the loaded die shows its last face; the others share the rest evenly. */
const LOADED = 0.4;

/** Data that some sources read, by file. */
const FILES: Readonly<Record<string, string>> = {
  letters: 'letters.txt',
  bikes: 'bike-hours.txt',
};

/** The data file that a source is read from, if any. */
export function fileOf({ source }: Pick<HuntSettings, 'source'>): string | undefined {
  return FILES[source];
}

/** The symbols of a run; `text` is what its data file holds. Of a file that is too short all is taken. */
export function symbolsOf(settings: HuntSettings, text = ''): Symbols {
  const { source, symbols: count, noise, own, seed } = settings;
  const random = seeded(seed, 'symbols');
  const repeat = (alphabet: string, best: number, next: () => number): Symbols => ({
    alphabet,
    drawn: Array.from({ length: count }, () => alphabet.charAt(next())).join(''),
    best,
  });
  const faces = DIE.length;
  let last = random.whole(faces);
  switch (source) {
    case 'loaded':
      return repeat(DIE, LOADED, () =>
        random.uniform() < LOADED ? faces - 1 : random.whole(faces - 1),
      );
    case 'avoiding':
      return repeat(DIE, 1 / (faces - 1), () => {
        last = (last + 1 + random.whole(faces - 1)) % faces;
        return last;
      });
    case 'cycle':
      last %= CYCLE.length;
      return repeat(CYCLE, 1 - noise * (1 - 1 / CYCLE.length), () => {
        const step = (last + 1) % CYCLE.length;
        last = random.uniform() < noise ? random.whole(CYCLE.length) : step;
        return last;
      });
    case 'generator':
      return repeat(DIGITS, 1, lastDigits(primeModulus(1 + random.whole(2 ** 31 - 2))));
    case 'weakGenerator':
      return repeat(DIGITS, 1, lastDigits(powerOfTwo(random.whole(2 ** 31))));
    case 'letters':
      return { ...stretch(LETTERS, text, count, random.uniform()), best: UNKNOWN };
    case 'bikes':
      return { ...stretch('ud', text, count, random.uniform()), best: UNKNOWN };
    case 'own':
      return { alphabet: 'HT', drawn: own, best: UNKNOWN };
    default:
      return repeat(DIE, 1 / faces, () => random.whole(faces));
  }
}

const UNKNOWN: Missing = { why: 'nobody knows how well these can be guessed' };

/** A piece of a text, from a place on that is drawn by chance. */
function stretch(alphabet: string, text: string, count: number, share: number) {
  const most = Math.max(0, text.length - count);
  const from = Math.floor(share * (most + 1));
  return { alphabet, drawn: text.slice(from, from + count) };
}

function lastDigits(next: () => number): () => number {
  return () => next() % 10;
}

/** x becomes 16807 x mod 2^31 - 1, from a start between 1 and 2^31 - 2 on; all products are exact in 53 bits. */
export function primeModulus(start: number): () => number {
  let x = start;
  return () => {
    x = (16_807 * x) % 2_147_483_647;
    return x;
  };
}

/** x becomes 1103515245 x + 12345 mod 2^31: multiplier and increment are odd, so that x is odd and even by turns. */
function powerOfTwo(start: number): () => number {
  let x = start;
  return () => {
    x = (Math.imul(1_103_515_245, x) + 12_345) & 0x7fffffff;
    return x;
  };
}
