/**
 * Values of JSON in few bytes. Each begins with a byte of its kind (three bits) and of a small number (five): a length, a place,
 * or the value itself. Texts that both sides know are written as their place in a list of words.
 */
import { utf8 } from '../submission/digest.ts';

export type Packable = null | number | string | readonly Packable[];

const KIND = { whole: 0, word: 1, list: 2, text: 3, pair: 4, hex: 5, decimal: 6, none: 7 } as const;
/** The largest number in the first byte; one that is larger goes on behind it. */
const SMALL = 31;

/** The bytes of a value. */
export function packed(value: Packable, words: readonly string[]): readonly number[] {
  if (value === null) return head(KIND.none, 0);
  if (typeof value === 'number') return packedNumber(value);
  if (typeof value !== 'string')
    return [...head(KIND.list, value.length), ...value.flatMap((one) => packed(one, words))];
  const at = words.indexOf(value);
  if (at >= 0) return head(KIND.word, at);
  const [first = -1, second = -1, ...more] = value.split(':').map((part) => words.indexOf(part));
  if (first >= 0 && second >= 0 && more.length === 0)
    return [...head(KIND.pair, first), ...head(KIND.whole, second)];
  const isHex = /^([0-9a-f]{2}){3,}$/.test(value);
  if (isHex) return [...head(KIND.hex, value.length / 2), ...bytesOfHex(value)];
  const bytes = utf8(value);
  return [...head(KIND.text, bytes.length), ...bytes];
}

function packedNumber(value: number): readonly number[] {
  if (Number.isInteger(value) && value >= 0 && value < 2 ** 31) return head(KIND.whole, value);
  const [digits = '0', power = '0'] = value.toExponential().split('e');
  const [, decimals = ''] = digits.split('.');
  const mantissa = BigInt(digits.replace('.', ''));
  return [...head(KIND.decimal, folded(Number(power) - decimals.length)), ...long(mantissa)];
}

/** Numbers below nothing among those above it. */
const folded = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);
const unfolded = (value: number): number => (value % 2 === 1 ? -(value + 1) / 2 : value / 2);

function head(kind: number, n: number): readonly number[] {
  return n < SMALL ? [(kind << 5) | n] : [(kind << 5) | SMALL, ...groups(BigInt(n - SMALL))];
}

/** Seven bits a byte; the eighth says that more follow. */
function groups(value: bigint): readonly number[] {
  return value < 128n ? [Number(value)] : [Number(value % 128n) | 128, ...groups(value / 128n)];
}
const long = (value: bigint): readonly number[] =>
  groups(value < 0n ? -2n * value - 1n : 2n * value);

const bytesOfHex = (hex: string): readonly number[] =>
  (hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
const hexOf = (bytes: readonly number[]): string =>
  bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Reads values from bytes, one after the other. What it throws says that there are none. */
export class Unpacking {
  readonly #bytes: readonly number[];
  #at = 0;

  constructor(bytes: readonly number[]) {
    this.#bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  /** The next value. */
  next(words: readonly string[]): Packable {
    const [kind, n] = this.#head();
    switch (kind) {
      case KIND.none:
        return null;
      case KIND.whole:
        return n;
      case KIND.decimal: {
        const value = this.#groups();
        const mantissa = value % 2n === 1n ? -(value + 1n) / 2n : value / 2n;
        return Number(`${mantissa}e${unfolded(n)}`);
      }
      case KIND.word:
        return word(words, n);
      case KIND.pair:
        return `${word(words, n)}:${word(words, this.#head()[1])}`;
      case KIND.list:
        return Array.from({ length: n }, () => this.next(words));
      case KIND.hex:
        return hexOf(this.#take(n));
      default:
        return decodeURIComponent(
          this.#take(n)
            .map((byte) => `%${hexOf([byte])}`)
            .join(''),
        );
    }
  }

  #head(): readonly [number, number] {
    const [byte = 0] = this.#take(1);
    const n = byte & SMALL;
    return [byte >> 5, n < SMALL ? n : SMALL + Number(this.#groups())];
  }

  #groups(): bigint {
    const [byte = 0] = this.#take(1);
    return byte < 128 ? BigInt(byte) : BigInt(byte - 128) + 128n * this.#groups();
  }

  #take(n: number): readonly number[] {
    const taken = this.#bytes.slice(this.#at, this.#at + n);
    if (taken.length < n) throw new Error('cut');
    this.#at += n;
    return taken;
  }
}

function word(words: readonly string[], at: number): string {
  const found = words[at];
  if (found === undefined) throw new Error('no word');
  return found;
}
