/** Grades a whole class: which file of a student counts, who has the log of somebody else, and every verdict. */
import { FLAGS } from '#words/src/tasks/grading/pure/grade/words';
import type { Key } from '../../../sets/pure/format/assignment.ts';
import type { Submission } from '../../../sets/pure/submission/submission.ts';
import { isProblem, type Problem } from '../../../sets/pure/submission/read.ts';
import { grouped } from '../grouped.ts';
import { normalised, type Student } from '../../../sets/pure/variants/student.ts';
import { checked } from './checked.ts';
import { grade, mismatch, type Graded } from './grade.ts';
import type { Reruns } from './reruns.ts';
import type { Decision, Flag, Late } from './verdict.ts';

/** A file with what was read in it. */
export interface Submitted {
  readonly file: string;
  readonly read: Submission | Problem;
  /** Whose it is by the name that the course’s system gave it. */
  readonly owner?: Student | undefined;
}

/** Which of a student’s files counts. */
export type Rule = 'last' | 'best' | 'first';

/** What an instructor adds to a key: nothing of it needs a run again. */
export interface Grading {
  readonly decisions?: readonly Decision[] | undefined;
  readonly rule?: Rule | undefined;
  /** What a result becomes by the rule of the class for lateness. */
  readonly settle?: ((one: StudentResult) => StudentResult) | undefined;
}

/** A student’s result, with the file that it is of. */
export interface StudentResult extends Graded {
  readonly file: string;
  readonly late?: Late;
}

/** A file that is not graded: why, and what to do. */
export interface Refused {
  readonly file: string;
  readonly problem: Problem['problem'] | 'foreign';
  readonly says: string;
}

export interface ClassResult {
  readonly students: readonly StudentResult[];
  readonly refused: readonly Refused[];
}

interface Taken {
  readonly file: string;
  readonly submission: Submission;
  readonly owner?: Student | undefined;
}

/** The shortest log by which two students are compared: two who did one thing each have often done the same. */
const TELLING = 4;

/** Which of several files of a student counts. */
type Choice = (all: readonly Taken[]) => Taken;

/** Sorts files into those that count, those that another one of the student’s replaces, and those that are refused. */
export function sorted(
  key: Key,
  files: readonly Submitted[],
  choice: Choice = latest,
): {
  readonly counted: readonly (Taken & { readonly others: readonly string[] })[];
  readonly refused: readonly Refused[];
} {
  const { taken, refused } = takenIn(key, files);
  const counted = [...taken.values()].map((all) => {
    const chosen = choice(all);
    return { ...chosen, others: all.filter((one) => one !== chosen).map(({ file }) => file) };
  });
  return { counted, refused };
}

/** Every file that could count: by student, in the form in which numbers are compared. */
function takenIn(
  key: Key,
  files: readonly Submitted[],
): {
  readonly taken: ReadonlyMap<string, readonly Taken[]>;
  readonly refused: readonly Refused[];
} {
  const taken: Taken[] = [];
  const refused: Refused[] = [];
  for (const { file, read, owner } of files) {
    if (isProblem(read)) refused.push({ file, problem: read.problem, says: read.says });
    else {
      const says = mismatch(key.assignment, read);
      if (says === undefined) taken.push({ file, submission: read, owner });
      else refused.push({ file, problem: 'foreign', says });
    }
  }
  return {
    taken: grouped(taken, ({ submission }) => normalised(submission.student.number)),
    refused,
  };
}

/** The hand-ins whose runs are to be repeated: which one is the best shows only then. */
export function toRepeat(key: Key, files: readonly Submitted[], rule: Rule): readonly Submission[] {
  if (rule === 'best') {
    return [...takenIn(key, files).taken.values()].flat().map(({ submission }) => submission);
  }
  return sorted(key, files, CHOICES[rule]).counted.map(({ submission }) => submission);
}

const latest: Choice = (all) => all.reduce((a, b) => (isLater(b, a) ? b : a));
/** The earliest of those that are to be trusted most. */
const earliest: Choice = (all) =>
  all.reduce((a, b) => {
    if (trust(a) !== trust(b)) return trust(b) > trust(a) ? b : a;
    return isLater(b, a) ? a : b;
  });
const CHOICES = { last: latest, first: earliest } as const;

/** The one with most points; of two with as many the later. */
const best =
  (pointsOf: (submission: Submission) => number): Choice =>
  (all) => {
    const most = Math.max(...all.map(trust));
    const trusted = all.filter((one) => trust(one) === most);
    const points = trusted.map(({ submission }) => pointsOf(submission));
    return latest(trusted.filter((_, i) => points[i] === Math.max(...points)));
  };

/**
 * Neither an edited file nor one that came in under another student’s name ever replaces one that is as the page wrote it. Of
 * two from one browser the one in which more was done is the later, whatever its clock said; else the later counts, by its
 * file’s name where both are of one moment.
 */
function isLater(a: Taken, b: Taken): boolean {
  const more = trust(a) - trust(b);
  if (more !== 0) return more > 0;
  const steps = stepsOf(a.submission) - stepsOf(b.submission);
  if (a.submission.session === b.submission.session && steps !== 0) return steps > 0;
  return (
    a.submission.made > b.submission.made ||
    (a.submission.made === b.submission.made && a.file > b.file)
  );
}

const trust = (one: Taken): number => Number(isOwn(one)) * 2 + Number(isSound(one.submission));

/** Whether it came in under the name of the student whose number it bears, as far as names of files tell. */
const isOwn = ({ submission, owner }: Taken): boolean =>
  owner === undefined || normalised(owner.number) === normalised(submission.student.number);

const stepsOf = ({ log }: Submission): number => log.before.count + log.entries.length;

const isSound = (submission: Submission): boolean =>
  checked(submission).isSigned && checked(submission).isWhole;

/** Grades a class. */
export function gradeClass(
  key: Key,
  files: readonly Submitted[],
  reruns: Reruns,
  { decisions = [], rule = 'last', settle = (one) => one }: Grading = {},
): ClassResult {
  const choice =
    rule === 'best'
      ? best((submission) => grade(key, submission, reruns, decisions).points)
      : CHOICES[rule];
  const { counted, refused } = sorted(key, files, choice);
  const alike = grouped(
    counted.filter(({ submission }) => submission.log.entries.length >= TELLING),
    ({ submission }) => checked(submission).story,
  );
  const students = counted.map((one): StudentResult => {
    const { file, submission, owner, others } = one;
    const same = (alike.get(checked(submission).story) ?? []).filter(
      (other) => other.file !== file,
    );
    const more: Flag[] = [];
    if (same.length > 0)
      more.push({ flag: 'same-log', says: FLAGS.sameLog(same.map((other) => other.file)) });
    if (others.length > 0) more.push({ flag: 'repeated', says: FLAGS.repeated(others, rule) });
    if (owner && !isOwn(one)) more.push({ flag: 'owner', says: FLAGS.owner(owner.name) });
    const graded = grade(key, submission, reruns, decisions);
    return settle({ ...graded, file, flags: [...graded.flags, ...more] });
  });
  return { students: students.toSorted(byNumber), refused };
}

const byNumber = (a: StudentResult, b: StudentResult): number => {
  const [one, other] = [normalised(a.student.number), normalised(b.student.number)];
  return one.length - other.length || (one < other ? -1 : one > other ? 1 : 0);
};
