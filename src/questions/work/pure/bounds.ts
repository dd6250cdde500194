/** How much work there is room for. */
import { freshOf } from './merge.ts';
import type { Part } from './parts.ts';
import type { Work } from './work.ts';

/** Answers and log as JSON, in characters: 3,000 entries, or a fifth of what a browser keeps. */
export const WORK_MOST = 1_000_000;
/** Answers that one file may add; a book asks some hundreds. */
const ANSWERS = 1_000;
const ANSWERS_MOST = 250_000;

/** A work from a file, cut to the room beside ours: the newest come first. What is over is given apart. */
export function fitting(
  ours: Work,
  theirs: Work,
): { readonly work: Work; readonly over: readonly Part[] } {
  const all = freshOf(ours, theirs);
  const room = WORK_MOST - lengthOf(ours.answers) - lengthOf(ours.log);
  const [answersOver, taken] = tooOld(
    all.answers,
    ([, kept]) => kept.time,
    Math.min(room, ANSWERS_MOST),
    ANSWERS - Object.keys(ours.answers).length,
  );
  const [logOver] = tooOld(all.log, ({ time }) => time, room - taken);
  const over = [
    ...answersOver.map(([key, value]): Part => {
      return { of: 'answers', where: `answers.${key}`, name: value.question, value };
    }),
    ...logOver.map((value): Part => ({ of: 'log', where: 'log', name: value.question, value })),
  ];
  if (over.length === 0) return { work: theirs, over };
  const gone = new Set<unknown>([...answersOver.map(([key]) => key), ...logOver]);
  const answers = Object.entries(theirs.answers).filter(([key]) => !gone.has(key));
  const log = theirs.log.filter((entry) => !gone.has(entry));
  return { work: { ...theirs, answers: Object.fromEntries(answers), log }, over };
}

const lengthOf = (value: unknown): number => JSON.stringify(value).length;

/** Those of a list that do not fit when the newest come first, and the room that the others take. */
function tooOld<T>(
  list: readonly T[],
  timeOf: (one: T) => string,
  room: number,
  most = Number.POSITIVE_INFINITY,
): [readonly T[], number] {
  let taken = 0;
  const kept = new Set<T>();
  for (const one of list.toSorted((a, b) => (timeOf(a) < timeOf(b) ? 1 : -1))) {
    const length = lengthOf(one) + 1;
    if (kept.size >= most || taken + length > room) break;
    taken += length;
    kept.add(one);
  }
  return [list.filter((one) => !kept.has(one)), taken];
}

/** The work without the oldest entries of its log, by at least so many characters; every answer stays. */
export function withoutOldest(work: Work, excess: number): Work {
  let gone = 0;
  let from = 0;
  for (; from < work.log.length && gone < excess; from += 1) gone += lengthOf(work.log[from]) + 1;
  return { ...work, log: work.log.slice(from) };
}
