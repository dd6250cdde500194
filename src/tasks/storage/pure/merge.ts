/** Two works made one. */
import { mergeReview } from './brought.ts';
import { isHarmless } from './guards.ts';
import { mergeDated } from './dated.ts';
import { mergeRuns } from './runs.ts';
import { byTime } from './time.ts';
import type { KeptAnswer, LogEntry, Work } from './work.ts';

/** What merging has found: the union, and how much of what came in was new or older than ours. */
export interface Merged {
  readonly work: Work;
  readonly added: number;
  readonly entries: number;
  readonly older: number;
}

/** Both works together: all entries of both logs; of two answers to one question the newer, and of two of one time ours. */
export function merge(ours: Work, theirs: Work): Merged {
  const fresh = freshOf(ours, theirs);
  const answers = { ...ours.answers, ...Object.fromEntries(fresh.answers) };
  const older = Object.entries(theirs.answers).filter(
    ([key, kept]) =>
      answers[key] !== kept && JSON.stringify(answers[key]?.answer) !== JSON.stringify(kept.answer),
  ).length;
  const log = [...ours.log, ...fresh.log];
  if (fresh.log.length > 0) log.sort(byTime);
  const aside = [...new Set([...(ours.aside ?? []), ...(theirs.aside ?? [])])];
  const both = { ...theirs.more, ...ours.more };
  const more = isHarmless(both, []) ? both : (ours.more ?? {});
  const work = {
    ...ours,
    answers,
    log,
    runs: mergeRuns(ours.runs, theirs.runs),
    marks: mergeDated(ours.marks, theirs.marks),
    review: mergeReview(ours.review, theirs.review),
    ...(aside.length > 0 && { aside }),
    ...(Object.keys(more).length > 0 && { more }),
  };
  return { work, added: fresh.answers.length, entries: fresh.log.length, older };
}

/** What theirs has that ours has not, or not so new. */
export function freshOf(
  ours: Work,
  theirs: Work,
): {
  readonly answers: readonly (readonly [string, KeptAnswer])[];
  readonly log: readonly LogEntry[];
} {
  const answers = Object.entries(theirs.answers).filter(([key, kept]) => {
    const own = Object.hasOwn(ours.answers, key) ? ours.answers[key] : undefined;
    return !own || kept.time > own.time;
  });
  const known = new Set(ours.log.map((entry) => entry.id));
  return { answers, log: theirs.log.filter((entry) => !known.has(entry.id)) };
}

/** The time of the newest answer or entry; what is given next must be newer, whatever the clock says. */
export function newestTime({ answers, log }: Work): string {
  const times = Object.values(answers).map(({ time }) => time);
  return [...times, log.at(-1)?.time ?? ''].reduce((a, b) => (a > b ? a : b), '');
}
