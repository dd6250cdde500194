/** Multinomial naive Bayes on words that are present or absent: counts, and weights made of them. */

/** The numbers of the words that each message contains. */
export type Bags = readonly Uint16Array[];
/** A message with its label. */
export type Labelled = Readonly<{ bag: Uint16Array; isSpam: boolean }>;
/** Something of the messages of each label. */
export type Apart<Of> = Readonly<Record<'spam' | 'genuine', Of>>;

/** What has been counted of labelled messages: how many there are, and in how many of them every word stands. */
export type Counts = Apart<{ messages: number; readonly words: Float64Array }>;

/** Nothing counted yet. */
export function noCounts(words: number): Counts {
  const none = () => ({ messages: 0, words: new Float64Array(words) });
  return { spam: none(), genuine: none() };
}

/** The same counts, with these messages in them too. */
export function count(counts: Counts, labelled: readonly Labelled[]): Counts {
  for (const { bag, isSpam } of labelled) {
    const of = isSpam ? counts.spam : counts.genuine;
    of.messages += 1;
    for (const word of bag) of.words[word] = (of.words[word] as number) + 1;
  }
  return counts;
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
export function weightsOf({ spam, genuine }: Counts): Weights {
  const all = (counts: Float64Array): number => counts.reduce((sum, one) => sum + one + 1, 0);
  const shift = log(all(genuine.words) / all(spam.words));
  return {
    base: log((spam.messages + 1) / (genuine.messages + 1)),
    words: spam.words.map((one, k) => log((one + 1) / ((genuine.words[k] as number) + 1)) + shift),
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
