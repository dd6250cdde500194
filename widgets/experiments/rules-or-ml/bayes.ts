/** Multinomial naive Bayes on words that are present or absent: counts, and weights made of them. */

/** The numbers of the words that each message contains. */
export type Bags = readonly Uint16Array[];

/** What has been counted of labelled messages: in how many of each label every word stands. */
export interface Counts {
  readonly spam: Float64Array;
  readonly genuine: Float64Array;
  messages: { spam: number; genuine: number };
}

/** Nothing counted yet. */
export function noCounts(words: number): Counts {
  return {
    spam: new Float64Array(words),
    genuine: new Float64Array(words),
    messages: { spam: 0, genuine: 0 },
  };
}

/** Counts one more labelled message. */
export function count(counts: Counts, bag: Uint16Array, isSpam: boolean): void {
  const label = isSpam ? 'spam' : 'genuine';
  counts.messages[label] += 1;
  const of = counts[label];
  for (const word of bag) of[word] = (of[word] as number) + 1;
}

/** The log-odds of spam as a sum: one number to begin with, and one for each word that is present. */
export interface Weights {
  readonly base: number;
  readonly words: Float64Array;
}

/**
 * The weights that counts give, with one added to each count (Laplace), that of messages of each label included: so that
 * what has not been seen is unlikely and not impossible.
 */
export function weightsOf({ spam, genuine, messages }: Counts): Weights {
  const all = (counts: Float64Array): number => counts.reduce((sum, one) => sum + one + 1, 0);
  const shift = log(all(genuine) / all(spam));
  return {
    base: log((messages.spam + 1) / (messages.genuine + 1)),
    words: spam.map((one, k) => log((one + 1) / ((genuine[k] as number) + 1)) + shift),
  };
}

/** Engines differ in the last place of a logarithm, and that would part messages of one score: rounded, they agree. */
const log = (ratio: number): number => Math.fround(Math.log(ratio));

/** The log-odds that a message is spam: above 0 spam is the likelier. */
export function scoreOf({ base, words }: Weights, bag: Uint16Array): number {
  let sum = base;
  for (const word of bag) sum += words[word] as number;
  return sum;
}
