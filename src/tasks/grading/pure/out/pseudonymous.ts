/** A class without names: each student under a sign that is the same in every table, and says nothing to others. */
import type { ClassResult, StudentResult } from '../grade/class.ts';
import { pseudonym } from '../grade/parcels.ts';

const hidden = (one: StudentResult): StudentResult => ({
  ...one,
  student: { name: '', number: pseudonym(one.receipt) },
  file: '',
  receipt: '',
  // Names of files stand in sentences about shared logs and second files.
  flags: one.flags.map((flag) =>
    flag.flag === 'same-log' || flag.flag === 'repeated' || flag.flag === 'owner'
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
