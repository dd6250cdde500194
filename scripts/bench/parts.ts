/** What `npm run bench -- …` asks for. */

/** The parts of the bench, in the order in which they run. */
const PARTS = ['queue', 'sweeps', 'grades', 'bank', 'weights', 'pages', 'slow', 'book'] as const;
export type Part = (typeof PARTS)[number];
/** Those that run without being named: a book of a hundred lessons is built, and every item proved anew, only for who asks. */
const USUAL: readonly Part[] = ['queue', 'sweeps', 'grades', 'weights', 'pages', 'slow'];
const TRIALS = 5;

/** Parts by name and, as a number, how often each page is tried. Throws a RangeError that names the parts. */
export function askedFor(words: readonly string[]): { parts: readonly Part[]; trials: number } {
  const numbers = words.filter((word) => /^\d+$/.test(word));
  const names = words.filter((word) => !numbers.includes(word));
  const odd = names.filter((name) => !PARTS.some((part) => part === name));
  if (odd.length > 0) {
    throw new RangeError(
      `The bench has no part "${odd.join('", "')}"; it has ${PARTS.join(', ')}, and a number of trials.`,
    );
  }
  const trials = Number(numbers[0] ?? TRIALS);
  return { parts: names.length > 0 ? PARTS.filter((part) => names.includes(part)) : USUAL, trials };
}

/** True when a part looks at the built book. */
export function needsBook(part: Part): boolean {
  return part === 'weights' || part === 'pages' || part === 'slow';
}
