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

const UNKNOWN: Missing = { why: 'nobody knows how well these can be guessed' };

/** The data files that some sources are read from. */
export const FILES: Readonly<Partial<Record<HuntSettings['source'], string>>> = {
  letters: 'letters.txt',
  bikes: 'bike-hours.txt',
};

/** The symbols of a run; `text` is what its data file holds. Of a file that is too short all is taken. */
export function symbolsOf(settings: HuntSettings, text: string): Symbols {
  const { source, symbols: count, noise, own, seed } = settings;
  const random = seeded(seed, 'symbols');
  /** Signs by their places, counted round the alphabet. */
  const repeat = (alphabet: string, best: number, next: () => number): Symbols => ({
    alphabet,
    drawn: Array.from({ length: count }, () => alphabet.charAt(next() % alphabet.length)).join(''),
    best,
  });
  /** A piece of the text, from a place on that is drawn by chance. */
  const piece = (alphabet: string): Symbols => {
    const from = Math.floor(random.uniform() * (Math.max(0, text.length - count) + 1));
    return { alphabet, drawn: text.slice(from, from + count), best: UNKNOWN };
  };
  const faces = DIE.length;
  const start = random.whole(faces);
  switch (source) {
    case 'loaded':
      return repeat(DIE, LOADED, () =>
        random.uniform() < LOADED ? faces - 1 : random.whole(faces - 1),
      );
    case 'avoiding':
      return repeat(
        DIE,
        1 / (faces - 1),
        chain(start, (last) => last + 1 + random.whole(faces - 1)),
      );
    case 'cycle':
      return repeat(
        CYCLE,
        1 - noise * (1 - 1 / CYCLE.length),
        chain(start, (last) => (random.uniform() < noise ? random.whole(CYCLE.length) : last + 1)),
      );
    case 'generator':
      return repeat(DIGITS, 1, primeModulus(1 + random.whole(2 ** 31 - 2)));
    case 'weakGenerator':
      return repeat(DIGITS, 1, powerOfTwo(random.whole(2 ** 31)));
    case 'letters':
      return piece(LETTERS);
    case 'bikes':
      return piece('ud');
    case 'own':
      return { alphabet: 'HT', drawn: own, best: UNKNOWN };
    default:
      return repeat(DIE, 1 / faces, () => random.whole(faces));
  }
}

/** Each number from the one before. */
function chain(x: number, next: (x: number) => number): () => number {
  return () => (x = next(x));
}

/** x becomes 16807 x mod 2^31 - 1, from a start between 1 and 2^31 - 2 on; all products are exact in 53 bits. */
export function primeModulus(start: number): () => number {
  return chain(start, (x) => (16_807 * x) % 2_147_483_647);
}

/** x becomes 1103515245 x + 12345 mod 2^31: multiplier and increment are odd, so that x is odd and even by turns. */
function powerOfTwo(start: number): () => number {
  return chain(start, (x) => (Math.imul(1_103_515_245, x) + 12_345) & 0x7fffffff);
}
