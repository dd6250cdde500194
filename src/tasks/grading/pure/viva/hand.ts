/** What a viva sheet is made of: one student’s work as it counts, and what is known of the runs that it cites. */
import { runKey } from '../../../../../widgets/kit/record/run-key.ts';
import type { Submission } from '../../../sets/pure/submission/submission.ts';
import { normalised, type Student } from '../../../sets/pure/variants/student.ts';
import type { ClassResult, StudentResult, Submitted } from '../grade/class.ts';
import { countedIn } from '../grade/reading.ts';
import type { Rerun, Reruns } from '../grade/reruns.ts';
import { pseudonymous } from '../out/pseudonymous.ts';

export interface VivaHand {
  /** As they are called on the sheet. */
  readonly student: Student;
  /** The number in the file, whatever the sheet calls its student. */
  readonly number: string;
  /** By the student’s own clock, ISO 8601 in UTC. */
  readonly made: string;
  readonly items: Submission['items'];
  /** What came of its runs, each with the run’s name. */
  readonly known: readonly (readonly [run: string, rerun: Rerun])[];
}

/** What a student is called on a sheet: as the class list has it, else as they typed it; or by a sign. */
export function calledBy(
  people: readonly Student[],
  isPseudonymous: boolean,
): (one: StudentResult) => Student {
  const names = new Map(people.map(({ number, name }) => [normalised(number), name]));
  return (one) => {
    if (isPseudonymous) return pseudonymous(one).student;
    const { number, name } = one.student;
    return { number, name: names.get(normalised(number)) ?? name };
  };
}

/** The work of each student of a class, in its order; `called` says by what number and name. */
export function handsOf(
  { students }: ClassResult,
  files: readonly Submitted[],
  reruns: Reruns,
  called: (one: StudentResult) => Student,
): readonly VivaHand[] {
  const counted = countedIn(files);
  return students.map((one) => {
    const items = counted(one)?.items ?? {};
    const names = Object.values(items).flatMap(({ runs }) => runs.map((run) => runKey(run)));
    const known = [...new Set(names)].flatMap((name) => {
      const rerun = reruns.get(name);
      return rerun ? [[name, rerun] as const] : [];
    });
    const { made, student } = one;
    return { student: called(one), number: student.number, made, items, known };
  });
}
