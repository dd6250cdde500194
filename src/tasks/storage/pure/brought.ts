/** What a reader has asked to be brought back, by its question: of two the newer counts, and everything is bounded. */
import { readJson } from './bounded-json.ts';
import { mergeDated } from './dated.ts';
import { isBoolean, isCount, isLoose, shape, textUpTo, type Is } from './guards.ts';
import type { Part } from './parts.ts';
import { byTime, isTime, timed } from './time.ts';
import type { Brought, Review } from './work.ts';

/** Questions; a book asks some hundreds. */
const MOST = 500;
/** Days to the end of the year 9999. */
const LAST_DAY = 2_932_896;
/** Far more than there are steps. */
const STEPS = 20;

const upTo =
  (most: number): Is<number> =>
  (value): value is number =>
    isCount(value) && value <= most;
const isId: Is<string> = (value): value is string =>
  textUpTo(200)(value) && /^[a-z0-9][a-z0-9-]*$/.test(value);

const isBrought: Is<Brought> = shape<Brought>(
  {
    question: isId,
    idea: isId,
    from: upTo(LAST_DAY),
    step: upTo(STEPS),
    isStopped: isBoolean,
    wasCertain: isBoolean,
    time: isTime,
  },
  'isStopped',
  'wasCertain',
);

/** Both together, bounded. What was stopped stays as such, or another device would bring it back. */
export function mergeReview(ours: Review, theirs: Review): Review {
  const all = Object.entries(mergeDated(ours, theirs));
  return Object.fromEntries(
    all.length > MOST ? all.toSorted(([, a], [, b]) => byTime(b, a)).slice(0, MOST) : all,
  );
}

/** What lies in a text of the browser's storage. Throws an Error when it is none. */
export function reviewIn(text: string): [Review, readonly Part[]] {
  const value = readJson(text);
  if (!isLoose(value)) throw new Error('review');
  return readReview(value);
}

/** What lies in a value, and what of it cannot be read. */
export function readReview(value: unknown): [Review, readonly Part[]] {
  if (!isLoose(value)) return [{}, [part('review', value)]];
  const all = Object.entries(value).map(([name, one]) => [name, timed(one)] as const);
  const isKept = (entry: readonly [string, unknown]): entry is readonly [string, Brought] =>
    isBrought(entry[1]) && entry[1].question === entry[0];
  const broken = all.filter((one) => !isKept(one)).map(([name, one]) => part(name, one));
  return [mergeReview({}, Object.fromEntries(all.filter(isKept))), broken];
}

function part(name: string, value: unknown): Part {
  return { of: 'other', where: name === 'review' ? name : `review.${name}`, name, value };
}
