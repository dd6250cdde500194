/** What somebody has to read: answers that no judge could decide. And what they have decided, as it travels between sessions. */
import { NOT_GRADED, READINGS } from '#words/src/tasks/grading/pure/grade/words';
import type { RunRecord } from '../../../../../widgets/kit/record/run-record.ts';
import type { Key } from '../../../sets/pure/format/assignment.ts';
import { digest } from '../../../sets/pure/submission/digest.ts';
import type { Given, Submission } from '../../../sets/pure/submission/submission.ts';
import { isProblem } from '../../../sets/pure/submission/read.ts';
import { normalised, type Student } from '../../../sets/pure/variants/student.ts';
import type { ClassResult, StudentResult, Submitted } from './class.ts';
import { likeNextToLike } from './likeness.ts';
import { isUnread, type Decision } from './verdict.ts';

/** One answer in the queue. */
export interface ToRead {
  readonly student: Student;
  readonly item: string;
  readonly of: number;
  /** Why it is here. */
  readonly says: string;
  readonly answer: Given;
  readonly runs: readonly RunRecord[];
  /** Of the file that it is in. */
  readonly receipt: string;
  /** What the student says against an earlier verdict, where it is read once more. */
  readonly appeal?: string;
}

/** The name of an answer: made of the receipt, which only the file has, and of the student’s own screen. */
export const refOf = ({ receipt, item }: Pick<ToRead, 'receipt' | 'item'>): string =>
  digest(`${receipt}\n${item}`).slice(0, 16);

/** A name that says nothing of a student, the same for all of their answers. */
export const pseudonym = (receipt: string): string =>
  READINGS.student(digest(`pseudonym ${receipt}`).slice(0, 5).toUpperCase());

/** What counts of each student, by the files that were read: an answer may stand in another file than the rest. */
export function countedIn(
  files: readonly Submitted[],
): (student: StudentResult) => Submission | undefined {
  const byFile = new Map(
    files.flatMap(({ file, read }): [string, Submission][] =>
      isProblem(read) ? [] : [[file, read]],
    ),
  );
  return ({ file, items }) => {
    const main = byFile.get(file);
    const others = items.flatMap(({ item, from }) => {
      const own = from === undefined ? undefined : byFile.get(from)?.items[item];
      return own ? [[item, own] as const] : [];
    });
    return main && { ...main, items: { ...main.items, ...Object.fromEntries(others) } };
  };
}

/** Whose hand-ins answer a later revision than the key is of, in a sentence: it may ask, and give points for, something else. */
export function ofLaterRevision(
  { assignment: { version } }: Key,
  files: readonly Submitted[],
  { students }: ClassResult,
): readonly string[] {
  const counted = countedIn(files);
  const later = students.flatMap((one) => {
    const own = counted(one)?.assignment.version ?? 0;
    return own > version ? [{ own, who: READINGS.who(one.student.name, one.student.number) }] : [];
  });
  if (later.length === 0) return [];
  const newest = Math.max(...later.map(({ own }) => own));
  return [
    NOT_GRADED.later(
      version,
      newest,
      later.map(({ who }) => who),
    ),
  ];
}

/** The queue, item by item, like answers one after another: who reads thirty answers to one question reads them alike. */
export function toRead(
  key: Key,
  files: readonly Submitted[],
  { students }: ClassResult,
): readonly ToRead[] {
  const counted = students.map(countedIn(files));
  return key.assignment.items.flatMap(({ id }) => {
    const all = students.flatMap(({ student, receipt, items }, i): readonly ToRead[] => {
      const verdict = items.find((one) => one.item === id);
      const handed = counted[i]?.items;
      const own = handed && Object.hasOwn(handed, id) ? handed[id] : undefined;
      if (!verdict || !own || !isUnread(verdict)) return [];
      const { of, says } = verdict;
      return [{ student, item: id, of, says, answer: own.answer, runs: own.runs, receipt }];
    });
    return likeNextToLike(all, ({ answer }) => [answer ?? []].flat().join(' '));
  });
}

/** The answer of one student, by number or by sign, to one item, decided or not; nothing where there is none. */
export function answersOf(
  files: readonly Submitted[],
  { students }: ClassResult,
  number: string,
  item: string,
  appeal = '',
): ToRead | undefined {
  const who = normalised(number);
  const one = students.find(
    ({ student, receipt }) =>
      normalised(student.number) === who || pseudonym(receipt) === number.trim(),
  );
  const verdict = one?.items.find((own) => own.item === item);
  const read = one && countedIn(files)(one);
  if (!one || !verdict || !read) return undefined;
  const handed = Object.hasOwn(read.items, item) ? read.items[item] : undefined;
  if (!handed) return undefined;
  const { answer, runs } = handed;
  const why = appeal === '' ? READINGS.again : READINGS.appeal(appeal);
  const says = `${why} ${verdict.says}`;
  const { student, receipt } = one;
  return { student, item, of: verdict.of, says, answer, runs, receipt, appeal };
}

const LONGEST = 2_000;

/** The decisions in a file that was saved before; none where it holds no such thing. What is broken is left out. */
export function decisionsIn(text: string): readonly Decision[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [];
  }
  const list = (value as { readonly decisions?: unknown } | null)?.decisions;
  return Array.isArray(list) ? list.filter(isDecision) : [];
}

function isDecision(value: unknown): value is Decision {
  const one = value as Partial<Decision> | null;
  const isText = (text: unknown): boolean => typeof text === 'string' && text.length <= LONGEST;
  return (
    isText(one?.number) &&
    isText(one?.item) &&
    isText(one?.note) &&
    Number.isFinite(one?.points) &&
    (one?.points ?? -1) >= 0 &&
    (one?.met === undefined || (Array.isArray(one.met) && one.met.every(isText)))
  );
}

/** All decisions with one more; of two about the same answer the later holds. */
export function withDecision(all: readonly Decision[], one: Decision): readonly Decision[] {
  const isSame = (other: Decision): boolean =>
    other.item === one.item && normalised(other.number) === normalised(one.number);
  return [...all.filter((other) => !isSame(other)), one];
}
