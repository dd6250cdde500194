/** Several sets of one class, each a grading that was saved: which count, and the free late days that they have used. */
import { COLUMNS, TERM } from '#words/src/tasks/grading/pure/out/words';
import type { Key } from '../../../sets/pure/format/assignment.ts';
import { normalised, type Student } from '../../../sets/pure/variants/student.ts';
import type { ClassResult, StudentResult } from '../grade/class.ts';
import { grouped } from '../grouped.ts';
import { isUnread } from '../grade/verdict.ts';
import { csvText } from '../out/csv.ts';

export type Saved = readonly [Key, ClassResult];

/** A student over the sets of a term. */
export interface TermResult {
  readonly student: Student;
  /** Of each set the share that was earned, 0 to 1; nothing where nothing was handed in. */
  readonly shares: readonly (number | undefined)[];
  /** Which of them count, by their places. */
  readonly counted: readonly number[];
  /** The mean of those. */
  readonly mean: number;
  /** In which sets somebody has still to read something. */
  readonly unread: readonly number[];
}

/**
 * The best so many sets of each student. A set counts by its share, whatever its points; one that was not handed in counts as
 * nothing, so it is the first to drop; of two alike the earlier counts. Of two gradings of one set the later counts.
 */
export function bestOf(gradings: readonly Saved[], count: number): readonly TermResult[] {
  const sets = setsOf(gradings).map(([{ assignment }, { students }]) => {
    const of = assignment.items.reduce((sum, { points }) => sum + points, 0);
    return { of, byNumber: new Map(students.map((one) => [numberOf(one), one])) };
  });
  const everybody = grouped(
    sets.flatMap(({ byNumber }) => [...byNumber.values()]),
    numberOf,
  );
  return [...everybody].map(([number, all]): TermResult => {
    const { student } = all[0] as StudentResult;
    const results = sets.map(({ byNumber }) => byNumber.get(number));
    const shares = results.map((one, i) => one && pointsOf(one) / (sets[i]?.of ?? 1));
    const counted = shares
      .map((share, i) => [share ?? 0, i] as const)
      .toSorted(([a, i], [b, j]) => b - a || i - j)
      .slice(0, count)
      .map(([, i]) => i)
      .toSorted((a, b) => a - b);
    const sum = counted.reduce((all, i) => all + (shares[i] ?? 0), 0);
    const unread = results.flatMap((one, i) => (one?.items.some(isUnread) === true ? [i] : []));
    return { student, shares, counted, mean: counted.length > 0 ? sum / count : 0, unread };
  });
}

/** As a table for a spreadsheet, in per cent. */
export function termCsv(gradings: readonly Saved[], count: number): string {
  const titles = setsOf(gradings).map(([{ assignment }]) => assignment.title);
  const percent = (share: number): number => Math.round(share * 1e4) / 100;
  const named = (places: readonly number[]): string =>
    places.map((i) => titles[i] ?? '').join('; ');
  return csvText([
    [
      COLUMNS.number,
      COLUMNS.name,
      ...titles.map(TERM.percent),
      TERM.best(count, titles.length),
      TERM.counted,
      TERM.unread,
    ],
    ...bestOf(gradings, count).map(({ student, shares, counted, mean, unread }) => [
      student.number,
      student.name,
      ...shares.map((share) => (share === undefined ? null : percent(share))),
      percent(mean),
      named(counted),
      named(unread),
    ]),
  ]);
}

/** The free late days that each student has used in these sets, by number; those of one set are left out. */
export function freeDaysUsed(
  gradings: readonly Saved[],
  except: string,
): (number: string) => number {
  const days = new Map<string, number>();
  for (const [{ assignment }, { students }] of setsOf(gradings)) {
    if (assignment.id === except) continue;
    for (const one of students)
      days.set(numberOf(one), (days.get(numberOf(one)) ?? 0) + (one.late?.free ?? 0));
  }
  return (number) => days.get(normalised(number)) ?? 0;
}

/** Each set once. */
const setsOf = (gradings: readonly Saved[]): readonly Saved[] => [
  ...new Map(gradings.map((one) => [one[0].assignment.id, one])).values(),
];

const numberOf = ({ student }: StudentResult): string => normalised(student.number);

/** What was saved before totals were is added up. */
const pointsOf = ({ points, items }: StudentResult): number =>
  Number.isFinite(points) ? points : items.reduce((sum, one) => sum + one.points, 0);
