/** What `npm run bench -- …` asks for. */

/** The parts of the bench, in the order in which they run. */
const PARTS = ['queue', 'sweeps', 'grades', 'bank', 'weights', 'pages', 'slow', 'book'] as const;
export type Part = (typeof PARTS)[number];
/** Those that run without being named: a book of a hundred lessons is built, and every item proved anew, only for who asks. */
const USUAL: readonly Part[] = ['queue', 'sweeps', 'grades', 'weights', 'pages', 'slow'];

/** How much is measured. */
export interface Sizes {
  /** How often each page is tried and each pair compared. */
  readonly trials: number;
  /** Of lessons whose page holds one of these the first alone is tried; none: all are. */
  readonly lessons: readonly RegExp[];
  /** So many of them are weighed, and used on a slow device. */
  readonly used: number;
  /** Milliseconds after which what a press has begun is over. */
  readonly moment: number;
  /** On each, the experiments that are tried over http and as one file, on each back end that they may train on. */
  readonly scenes: number;
  /** Requests that a queue serves. */
  readonly requests: number;
  /** Models of a sweep, what each learns from, and where. */
  readonly models: number;
  readonly rows: number;
  readonly backends: readonly string[];
  /** Students of the classes that are graded; the middle one has limits, and is graded in the browser too. */
  readonly classes: readonly number[];
  /** Items of each assignment that are proved. */
  readonly items: number;
  /** Lessons of the books that are made, and how often each is built. */
  readonly books: readonly number[];
  readonly builds: number;
}
const FULL: Sizes = {
  trials: 5,
  lessons: [],
  used: Infinity,
  moment: 400,
  scenes: Infinity,
  requests: 1_000_000,
  models: 11,
  rows: 1000,
  backends: ['wasm', 'cpu', 'webgl'],
  classes: [100, 300, 1_000],
  items: Infinity,
  books: [20, 50, 100],
  builds: 2,
};
/** The least that still goes through all of a part: to see that it runs, not how fast. */
export const SMALLEST: Sizes = {
  trials: 1,
  // An experiment in the text; one that learns.
  lessons: [/ data-inline/, / name="backend"/],
  used: 1,
  moment: 20,
  scenes: 1,
  requests: 1000,
  models: 2,
  rows: 64,
  backends: ['wasm', 'cpu'],
  classes: [2],
  items: 1,
  books: [1],
  builds: 0,
};

/** Parts by name; as a number, how often each page is tried; `smallest`: each part once, at its smallest. Throws a RangeError that names the parts. */
export function askedFor(words: readonly string[]): { parts: readonly Part[]; sizes: Sizes } {
  const known = new Set<string>([...PARTS, 'smallest']);
  const numbers = words.filter((word) => /^\d+$/.test(word));
  const names = words.filter((word) => !numbers.includes(word));
  const odd = names.filter((name) => !known.has(name));
  if (odd.length > 0) {
    throw new RangeError(
      `The bench has no part "${odd.join('", "')}"; it has ${PARTS.join(', ')}, a number of trials, and smallest.`,
    );
  }
  const sizes = names.includes('smallest') ? SMALLEST : FULL;
  const parts = PARTS.filter((part) => names.includes(part));
  return {
    parts: parts.length > 0 ? parts : USUAL,
    sizes: { ...sizes, trials: Number(numbers[0] ?? sizes.trials) },
  };
}

/** True when a part looks at the built book. */
export function needsBook(part: Part): boolean {
  return part === 'weights' || part === 'pages' || part === 'slow';
}
