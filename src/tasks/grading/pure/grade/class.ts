/** Grades a whole class: which file of a student counts, who has the log of somebody else, and every verdict. */
import { FLAGS } from '#words/src/tasks/grading/pure/grade/words';
import type { Key } from '../../../sets/pure/format/assignment.ts';
import type { Submission } from '../../../sets/pure/submission/submission.ts';
import { isHidden } from '../../../sets/pure/submission/chain.ts';
import { isProblem, type Problem } from '../../../sets/pure/submission/read.ts';
import { grouped } from '../grouped.ts';
import { normalised, type Student } from '../../../sets/pure/variants/student.ts';
import { alikeIn } from './alike.ts';
import { checked } from './checked.ts';
import { grade, mismatch, type Graded } from './grade.ts';
import { countedOf, isOwn, optionsIn, type Counted, type Rule, type Taken } from './hands.ts';
import { accountIn } from './owner.ts';
import type { Reruns } from './reruns.ts';
import type { Decision, Flag, Late } from './verdict.ts';

export type { Rule } from './hands.ts';

/** A file with what was read in it. */
export interface Submitted {
  readonly file: string;
  readonly read: Submission | Problem;
  /** Whose it is by the name that the course’s system gave it. */
  readonly owner?: Student | undefined;
}

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

/** The shortest log of before, in which answers stand as they were, by which two students are compared: two who did one thing each have often done the same. */
const TELLING = 4;

/** Sorts files into those that count, with others of the same number, and those that are refused. */
export function sorted(
  key: Key,
  files: readonly Submitted[],
  rule: Rule = 'last',
  pointsOf: (submission: Submission) => number = () => 0,
): { readonly counted: readonly Counted[]; readonly refused: readonly Refused[] } {
  const { taken, refused } = takenIn(key, files);
  const counted = [...taken.values()].map((all) => countedOf(key.assignment, all, rule, pointsOf));
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
  // A file that a student has sent may be called as a platform calls its own: in a download most are.
  const accounts = taken.map(({ file }) => accountIn(file));
  const isDownload = accounts.filter(Boolean).length * 2 > taken.length;
  return {
    taken: grouped(
      taken.map((one, i) => ({ ...one, account: isDownload ? accounts[i] : undefined })),
      ({ submission }) => normalised(submission.student.number),
    ),
    refused,
  };
}

/** The hand-ins whose runs are to be repeated: which one is the best shows only then. */
export const toRepeat = (
  key: Key,
  files: readonly Submitted[],
  rule: Rule,
): readonly Submission[] =>
  [...takenIn(key, files).taken.values()]
    .flatMap((all) => optionsIn(key.assignment, all, rule))
    .map(({ submission }) => submission);

/** Grades a class. */
export function gradeClass(
  key: Key,
  files: readonly Submitted[],
  reruns: Reruns,
  { decisions = [], rule = 'last', settle = (one) => one }: Grading = {},
): ClassResult {
  const { counted, refused } = sorted(
    key,
    files,
    rule,
    (submission) => grade(key, submission, reruns, decisions).points,
  );
  const stories = grouped(
    counted.filter(({ submission: { log } }) => log.entries.length >= TELLING && !isHidden(log)),
    ({ submission }) => checked(submission).story,
  );
  const sameLog = ({ file, submission }: Taken): readonly Taken[] =>
    (stories.get(checked(submission).story) ?? []).filter((other) => other.file !== file);
  const alike = alikeIn(
    key,
    counted.map(({ submission }) => submission),
    (a, b) => sameLog(counted[a] as Taken).some(({ file }) => file === counted[b]?.file),
  );
  const students = counted.map((one, at): StudentResult => {
    const { file, submission, owner, from } = one;
    const same = sameLog(one);
    const like = alike.get(at);
    const more: Flag[] = [];
    if (same.length > 0)
      more.push({ flag: 'same-log', says: FLAGS.sameLog(same.map((other) => other.file)) });
    if (like) {
      const names = like.others.map((other) => {
        const { name, number } = (counted[other] as Taken).submission.student;
        return `${name} (${number})`;
      });
      more.push({ flag: 'alike', says: FLAGS.alike(names, like) });
    }
    more.push(...severalOf(one, rule));
    if (owner && !isOwn(one)) more.push({ flag: 'owner', says: FLAGS.owner(owner.name) });
    const graded = grade(key, submission, reruns, decisions);
    const items = graded.items.map((verdict) => {
      const other = Object.hasOwn(from, verdict.item) ? from[verdict.item] : undefined;
      return other === undefined ? verdict : { ...verdict, from: other };
    });
    return settle({ ...graded, items, file, flags: [...graded.flags, ...more] });
  });
  return { students: students.toSorted(byNumber), refused };
}

/** What is said where there is more than one file with a number. */
function severalOf({ file, from, others, rivals }: Counted, rule: Rule): readonly Flag[] {
  if (rivals.length > 0) return [{ flag: 'conflict', says: FLAGS.conflict([file, ...rivals]) }];
  if (others.length === 0) return [];
  const isUnited = Object.keys(from).length > 0;
  return [
    { flag: 'repeated', says: isUnited ? FLAGS.united(others) : FLAGS.repeated(others, rule) },
  ];
}

const byNumber = (a: StudentResult, b: StudentResult): number => {
  const [one, other] = [normalised(a.student.number), normalised(b.student.number)];
  return one.length - other.length || (one < other ? -1 : one > other ? 1 : 0);
};
