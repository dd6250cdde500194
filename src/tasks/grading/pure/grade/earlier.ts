/** A grading that was saved as JSON: what another key, another file or a decision has changed since is told against it. */
import { EARLIER } from '#words/src/tasks/grading/pure/grade/words';
import { isKey } from '../../../sets/pure/format/read-key.ts';
import type { Key } from '../../../sets/pure/format/assignment.ts';
import type { ClassResult, StudentResult } from './class.ts';

/** The key and the marks in a saved grading; nothing where it holds none, as one without names does not. */
export function earlierIn(text: string): readonly [Key, ClassResult] | undefined {
  let value: { readonly key?: unknown; readonly students?: unknown } | null;
  try {
    value = JSON.parse(text) as typeof value;
  } catch {
    return undefined;
  }
  const { key, students } = value ?? {};
  if (!isKey(key) || !Array.isArray(students) || !students.every(isStudent)) return undefined;
  return [key, { students, refused: [] }];
}

/** Why a saved grading is not of what this key grades: its decisions are about other answers. Nothing where it is. */
export function ofAnother(
  { assignment: now }: Key,
  [saved]: readonly [Key, unknown],
): string | undefined {
  const { id, edition } = saved.assignment;
  if (id === now.id && edition === now.edition) return undefined;
  return EARLIER.other(id, edition, now.id, now.edition);
}

/** As far as a comparison looks at it. */
function isStudent(value: unknown): value is StudentResult {
  const { student, items, late } = (value ?? {}) as Partial<StudentResult>;
  return (
    typeof student?.number === 'string' &&
    typeof student.name === 'string' &&
    (late === undefined || Number.isFinite((late as Partial<typeof late> | null)?.free)) &&
    Array.isArray(items) &&
    items.every((one) => typeof one?.item === 'string' && Number.isFinite(one.points))
  );
}
