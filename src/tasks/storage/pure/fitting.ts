/** The part of a file's work that there is room for beside ours. All lengths are those of JSON, in characters. */
import { lengthOf, WORK_MOST } from './bounds.ts';
import { mergeDated } from './dated.ts';
import { boundedMarks } from './marks.ts';
import { mergeReview } from './brought.ts';
import { freshOf } from './merge.ts';
import type { Part } from './parts.ts';
import { boundedRuns, mergeRuns } from './runs.ts';
import { byTime, type Timed } from './time.ts';
import type { Work } from './work.ts';

/** Answers, and those that one file may add; a book asks some hundreds of questions. */
const ANSWERS = 1_000;
const ANSWERS_MOST = 250_000;
/** Texts put aside that one file may bring. */
const TEXTS = 10;

/** A work from a file, cut to the room beside ours: the newest come first. What is over is given apart. */
export function fitting(
  ours: Work,
  theirs: Work,
): { readonly work: Work; readonly over: readonly Part[] } {
  const fresh = freshOf(ours, theirs);
  const asked = fresh.answers.map(([key, { time }]) => ({ key, time, value: theirs.answers[key] }));
  const room = WORK_MOST - lengthOf(ours.answers) - lengthOf(ours.log) - lengthOf(asked);
  const answers = tooOld(asked, ANSWERS_MOST, ANSWERS - Object.keys(ours.answers).length);
  const log = tooOld(fresh.log, room, Number.POSITIVE_INFINITY);
  const runs = boundedRuns(mergeRuns(ours.runs, theirs.runs));
  const marks = boundedMarks(mergeDated(ours.marks, theirs.marks));
  const review = mergeReview(ours.review, theirs.review);
  const isOver = new Set<unknown>([...answers.map(({ key }) => key), ...log]);
  const { aside = [] } = theirs;
  const others = aside.slice(0, -TEXTS);
  const work: Work = {
    ...theirs,
    answers: fromEntries(theirs.answers, (key) => !isOver.has(key)),
    log: theirs.log.filter((entry) => !isOver.has(entry)),
    runs: fromEntries(theirs.runs, (id) => Object.hasOwn(runs, id)),
    marks: fromEntries(theirs.marks, (id) => Object.hasOwn(marks, id)),
    ...(others.length > 0 && { aside: aside.slice(-TEXTS) }),
  };
  const over = [
    ...answers.map(({ key, value }) =>
      part('answers', `answers.${key}`, value?.question ?? '', value),
    ),
    ...log.map((entry) => part('log', 'log', entry.question, entry)),
    ...Object.entries(theirs.runs)
      .filter(([id]) => !Object.hasOwn(runs, id))
      .map(([id, value]) => part('runs', `runs.${id}`, id, value)),
    ...Object.entries(theirs.marks)
      .filter(([id]) => !Object.hasOwn(marks, id))
      .map(([id, value]) => part('marks', `marks.${id}`, id, value)),
    ...Object.entries(theirs.review)
      .filter(([id]) => !Object.hasOwn(review, id))
      .map(([id, value]) => part('other', `review.${id}`, id, value)),
    ...(others.length > 0 ? [part('other', 'aside', 'aside', others)] : []),
  ];
  return { work, over };
}

const part = (of: Part['of'], where: string, name: string, value: unknown): Part => ({
  of,
  where,
  name,
  value,
});

function fromEntries<T>(
  table: Readonly<Record<string, T>>,
  isKept: (key: string) => boolean,
): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(table).filter(([key]) => isKept(key)));
}

/** Those of a list that do not fit, in length or in number, when the newest come first. */
function tooOld<T extends Timed>(list: readonly T[], room: number, most: number): readonly T[] {
  const newestFirst = list.toSorted((a, b) => byTime(b, a));
  let length = 0;
  const from = newestFirst.findIndex((one, i) => {
    length += lengthOf(one) + 1;
    return i >= most || length > room;
  });
  return from < 0 ? [] : newestFirst.slice(from);
}
