/** Texts as a language model reads and writes them. 0 stands between two texts: each begins after one and ends with one. */
import type { Random } from '../../kit/numbers/random.ts';
import type { Gpt, Reading } from './gpt.ts';
import type { Counting } from './counting.ts';

/** Texts one behind the other, each with the 0 before it, and what comes next after every character. */
export function readingOf(texts: readonly Uint8Array[]): Reading {
  const starts = [0];
  for (const { length } of texts) starts.push((starts.at(-1) as number) + length + 1);
  const count = starts.at(-1) as number;
  const [symbols, next] = [new Uint8Array(count), new Uint8Array(count)];
  for (const [i, text] of texts.entries()) {
    symbols.set(text, (starts[i] as number) + 1);
    next.set(text, starts[i]);
  }
  return { symbols, next, starts };
}

/** Texts in an order that is drawn anew each time all have been read, so many at once that they have at most `most` characters. Throws where one alone has more. */
export function* batches(
  texts: readonly Uint8Array[],
  most: number,
  random: Random,
): Generator<Reading, never> {
  let some: Uint8Array[] = [];
  let count = 0;
  for (;;)
    for (const i of random.order(texts.length)) {
      const text = texts[i] as Uint8Array;
      if (text.length + 1 > most) throw new RangeError(`a text has more than ${most} characters`);
      if (count + text.length + 1 > most) {
        yield readingOf(some);
        [some, count] = [[], 0];
      }
      some.push(text);
      count += text.length + 1;
    }
}

/** The rate of a step, from 0: it rises over 30 steps, stays, and falls to nothing after two fifths of the way. */
export function rateAt(step: number, steps: number, rate: number): number {
  const rest = (steps - step) / (0.6 * steps);
  return rate * Math.min(1, (step + 1) / 30, rest);
}

/** Reads a text character by character, from the 0 before it; gives the chances of what comes next. */
export type Reader = (symbol: number) => ArrayLike<number>;

export const readerOf = (model: Gpt): Reader => {
  const cache = model.cache(1);
  return (symbol) => model.next(cache, Uint8Array.of(symbol))[0] as Float32Array;
};

export const counterOf = (counting: Counting, longest: number): Reader => {
  const text = new Uint8Array(longest + 1);
  let length = 0;
  return (symbol) => {
    text[length] = symbol;
    length += 1;
    return counting.chances(text, length - 1);
  };
};

/** Both asked, and the mean of what they say; `share` is that of the first. */
export const both =
  (first: Reader, second: Reader, share = 0.5): Reader =>
  (symbol) => {
    const [one, other] = [first(symbol), second(symbol)];
    return Float64Array.from(one, (own, i) => share * own + (1 - share) * (other[i] as number));
  };

/** Minus the logarithm of the chances that were given to a text, in nats, summed over its characters and its end. */
export function surprise(reader: Reader, text: Uint8Array): number {
  let sum = 0;
  let before = 0;
  for (const symbol of [...text, 0]) {
    sum -= Math.log(reader(before)[symbol] as number);
    before = symbol;
  }
  return sum;
}

/** A text as its reader would go on, drawn by chance; at a temperature below 1 the likely gains, at 0 the likeliest is taken. It ends with `longest` characters at the latest. */
export function written(
  reader: Reader,
  longest: number,
  temperature: number,
  random: Random,
): Uint8Array {
  const text: number[] = [];
  let symbol = 0;
  while (text.length < longest) {
    symbol = drawn(reader(symbol), temperature, random);
    if (symbol === 0) break;
    text.push(symbol);
  }
  return Uint8Array.from(text);
}

/** One of several, by their chances. */
function drawn(chances: ArrayLike<number>, temperature: number, random: Random): number {
  const all = Array.from(chances);
  const most = Math.max(...all);
  if (temperature === 0) return all.indexOf(most);
  const weights = all.map((one) => (one / most) ** (1 / temperature));
  let left = random.uniform() * weights.reduce((sum, one) => sum + one, 0);
  const found = weights.findIndex((one) => (left -= one) < 0);
  return found < 0 ? all.indexOf(most) : found;
}
