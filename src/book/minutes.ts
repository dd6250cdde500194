/** How long a lesson takes: reckoned from what is in it, and not guessed. */

const WORDS_A_MINUTE = 200;
const MINUTES_AN_EXPERIMENT = 2;

/** What takes a reader's time: words, the minutes that questions are given, and how many experiments there are. */
interface Lengths {
  readonly words: number;
  readonly questionMinutes: number;
  readonly experiments: number;
}

/** The words of a stretch of a lesson; a number from the reader's run is one, and tags, citations and addresses are none. */
export function wordsIn(mdx: string): number {
  const plain = mdx
    .replace(/^---\n.*?\n---\n/s, '')
    .replace(/<Yours.*?\/>/gs, 'one')
    .replace(/<[^>]*>|\[@[^\]]*\]|\([^)\s]*\)/g, ' ');
  return plain.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** Whole minutes for reading, for questions, and for the experiments. */
export function minutesFor({ words, questionMinutes, experiments }: Lengths): number {
  return Math.round(words / WORDS_A_MINUTE + questionMinutes + experiments * MINUTES_AN_EXPERIMENT);
}
