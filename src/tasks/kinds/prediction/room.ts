/** How long it is to say what was predicted and what came, about, in characters. Build only. */

/** A value in words, and what stands around it. */
const VALUE = 20;
/** What two numbers are told. */
export const SENTENCE = 60;

/** Some of these, with a value each. */
export const spoken = (named: readonly { readonly text: string }[]): number =>
  named.reduce((sum, { text }) => sum + text.length + VALUE, 0);

/** The one of these that takes longest. */
export const longest = (named: readonly { readonly text: string }[]): number =>
  Math.max(...named.map((one) => spoken([one])));
