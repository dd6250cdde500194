/** How like two answers are in words, so that like ones are read one after another. Numbers are each student’s own and tell nothing. */

/** From here on what was said of one answer most likely holds for the other: a reader is offered it again. */
export const NEARLY = 0.6;

export type Words = ReadonlySet<string>;

export const wordsIn = (text: string): Words =>
  new Set(text.toLowerCase().match(/\p{L}+(?:’\p{L}+)?/gu));

/** The share of all their words that both have, 0 to 1 (Jaccard’s index); of two without words 1. */
export function likeness(a: Words, b: Words): number {
  const [less, more] = a.size < b.size ? [a, b] : [b, a];
  let both = 0;
  for (const word of less) if (more.has(word)) both += 1;
  const all = a.size + b.size - both;
  return all === 0 ? 1 : both / all;
}

/** Each followed by the likest of those that are left; of equally like ones the order stays. */
export function likeNextToLike<T>(list: readonly T[], textOf: (one: T) => string): readonly T[] {
  const left = list.map((one) => ({ one, words: wordsIn(textOf(one)) }));
  const chain: T[] = [];
  for (let now = left.shift(); now;) {
    chain.push(now.one);
    const { words } = now;
    let best = 0;
    let most = -1;
    for (const [at, other] of left.entries()) {
      const found = likeness(words, other.words);
      if (found > most) [best, most] = [at, found];
    }
    [now] = left.splice(best, 1);
  }
  return chain;
}
