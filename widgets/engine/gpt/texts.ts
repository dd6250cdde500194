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

/** Pieces of one long text, from these places on, with what comes next after every character; none looks back beyond its beginning. */
export function piecesOf(text: Uint8Array, places: readonly number[], length: number): Reading {
  const [symbols, next] = [0, 1].map((after) => {
    const all = new Uint8Array(places.length * length);
    for (const [i, at] of places.entries())
      all.set(text.subarray(at + after, at + after + length), i * length);
    return all;
  }) as [Uint8Array, Uint8Array];
  return { symbols, next, starts: Array.from({ length: places.length + 1 }, (_, i) => i * length) };
}

/** So many pieces at once, from places that are drawn. */
export function* drawnPieces(
  text: Uint8Array,
  length: number,
  count: number,
  random: Random,
): Generator<Reading, never> {
  const last = text.length - length;
  for (;;)
    yield piecesOf(
      text,
      Array.from({ length: count }, () => random.whole(last)),
      length,
    );
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

/** Minus the logarithm of the chances that were given to what came next, in nats, summed over the characters of all texts; a reader is begun for each. */
export function surprise(begin: () => Reader, { symbols, next, starts }: Reading): number {
  let sum = 0;
  for (const [i, start] of starts.slice(0, -1).entries()) {
    const reader = begin();
    for (let at = start; at < (starts[i + 1] as number); at += 1)
      sum -= Math.log(reader(symbols[at] as number)[next[at] as number] as number);
  }
  return sum;
}

/** What a reader writes after a 0, drawn by chance; at a temperature below 1 the likely gains, at 0 the likeliest is taken. It ends with `longest` characters, and before another 0 where a text is a line. */
export function written(
  reader: Reader,
  longest: number,
  temperature: number,
  random: Random,
  isLine = true,
): Uint8Array {
  const text: number[] = [];
  let symbol = 0;
  while (text.length < longest) {
    symbol = drawn(reader(symbol), temperature, random);
    if (symbol === 0 && isLine) break;
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
