/** The three sets of digits that models go abroad with: what they are called, and something of each of them. */

/** A set by its permanent name; the order is that of tables. */
export type SetName = 'mnist' | 'semeion' | 'optdigits';
export const SETS: readonly SetName[] = ['mnist', 'semeion', 'optdigits'];

/** What a set is called, where it comes from, and what its digits are called in a sentence. */
export const CALLED = {
  mnist: { name: 'MNIST', from: 'MNIST (United States)', digits: 'American digits' },
  semeion: { name: 'Semeion', from: 'Semeion (Italy)', digits: 'Italian digits' },
  optdigits: { name: 'Optdigits', from: 'Optdigits (Turkey)', digits: 'Turkish digits' },
} as const satisfies PerSet<object>;

/** Something of each set. */
export type PerSet<One> = Readonly<Record<SetName, One>>;

/** The same of each set, asked for in their order. */
export function perSet<One>(of: (set: SetName) => One): PerSet<One> {
  return { mnist: of('mnist'), semeion: of('semeion'), optdigits: of('optdigits') };
}
