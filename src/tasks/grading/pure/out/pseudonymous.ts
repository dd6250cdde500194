/** A class without names: each student under a sign that is the same in every table, and says nothing to others. */
import type { ClassResult, StudentResult } from '../grade/class.ts';
import { pseudonym } from '../grade/reading.ts';
import type { Flag } from '../grade/verdict.ts';

/** Flags whose sentences name files or students, after a full stop or a colon. */
const NAMES_OTHERS: readonly Flag['flag'][] = [
  'same-log',
  'alike',
  'repeated',
  'conflict',
  'owner',
];

const hidden = (one: StudentResult): StudentResult => ({
  ...one,
  student: { name: '', number: pseudonym(one.receipt) },
  items: one.items.map(({ from: _file, ...verdict }) => verdict),
  file: '',
  receipt: '',
  flags: one.flags.map((flag) =>
    NAMES_OTHERS.includes(flag.flag)
      ? { ...flag, says: `${flag.says.split(/[:.]/u)[0] ?? ''}.` }
      : flag,
  ),
});

export function pseudonymous(one: StudentResult): StudentResult;
export function pseudonymous(all: ClassResult): ClassResult;
export function pseudonymous(from: StudentResult | ClassResult): StudentResult | ClassResult {
  if (!('students' in from)) return hidden(from);
  const students = from.students
    .map(hidden)
    .toSorted((a, b) => (a.student.number < b.student.number ? -1 : 1));
  return { students, refused: from.refused.map((one) => ({ ...one, file: '' })) };
}
