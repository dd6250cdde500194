/**
 * What counting knows of a text: how often each character came after the few before it. Contexts that were seen little lean on
 * shorter ones (Kneser and Ney 1995, interpolated, one discount for each length: Chen and Goodman 1999).
 */

/** What came after a context: how often in all, and each character. */
interface Counts {
  all: number;
  readonly next: Map<number, number>;
}

export class Counting {
  readonly #symbols: number;
  /** By length of the context, 0 at first: contexts by their key. */
  readonly #orders: readonly Map<number, Counts>[];
  readonly #discounts: readonly number[];

  /** Counts texts of characters 0 to `symbols` - 1: in each, what comes after every character, looking back on `order` - 1 at most, within the text. */
  constructor(symbols: number, order: number, texts: Iterable<readonly [Uint8Array, Uint8Array]>) {
    this.#symbols = symbols;
    const orders = Array.from({ length: order }, () => new Map<number, Counts>());
    for (const [text, next] of texts)
      for (let i = 0; i < text.length; i += 1)
        // The longest is counted as often as it comes; a shorter one once for each character that it was seen after.
        for (let length = Math.min(order - 1, i + 1); length >= 0; length -= 1) {
          const counts = orders[length] as Map<number, Counts>;
          if (!add(counts, this.#key(text, i, length), next[i] as number)) break;
        }
    this.#orders = orders;
    this.#discounts = orders.map(discountOf);
  }

  /** The last `length` characters up to i, as one number; 0 where there are none. */
  #key(text: Uint8Array, i: number, length: number): number {
    let key = 0;
    for (let at = i - length + 1; at <= i; at += 1)
      key = key * (this.#symbols + 1) + (text[at] as number) + 1;
    return key;
  }

  /** Counts that are kept: of a context and what came after it. */
  get size(): number {
    let sum = 0;
    for (const order of this.#orders) for (const { next } of order.values()) sum += next.size;
    return sum;
  }

  /** The chances of what comes after character i of a text, symbols long. */
  chances(text: Uint8Array, i: number): Float64Array {
    let chances = new Float64Array(this.#symbols).fill(1 / this.#symbols);
    for (let length = 0; length < this.#orders.length && length <= i + 1; length += 1) {
      const seen = this.#orders[length]?.get(this.#key(text, i, length));
      if (!seen) break;
      const { all, next } = seen;
      const discount = this.#discounts[length] as number;
      const left = (discount * next.size) / all;
      chances = chances.map((shorter) => left * shorter);
      for (const [symbol, count] of next)
        chances[symbol] = (chances[symbol] as number) + Math.max(0, count - discount) / all;
    }
    return chances;
  }
}

/** Counts one more; whether it was the first of its kind. */
function add(order: Map<number, Counts>, key: number, symbol: number): boolean {
  const seen = order.get(key) ?? { all: 0, next: new Map<number, number>() };
  order.set(key, seen);
  const before = seen.next.get(symbol) ?? 0;
  seen.all += 1;
  seen.next.set(symbol, before + 1);
  return before === 0;
}

/** What is taken off each count: so that the rest is about what such a count comes to in new text (Ney, Essen and Kneser 1994). */
function discountOf(order: Map<number, Counts>): number {
  let [once, twice] = [0, 0];
  for (const { next } of order.values())
    for (const count of next.values()) {
      if (count === 1) once += 1;
      if (count === 2) twice += 1;
    }
  return once === 0 ? 0 : once / (once + 2 * twice);
}
