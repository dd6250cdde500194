/** The grades of a class as rows: for a spreadsheet, and for a course’s own system. */
import { TO_DO } from '#words/src/tasks/grading/pure/grade/words';
import { COLUMNS } from '#words/src/tasks/grading/pure/out/words';
import type { Key } from '../../../sets/pure/format/assignment.ts';
import type { ClassResult } from '../grade/class.ts';
import { isUnread } from '../grade/verdict.ts';
import { csvText, type CsvCell } from './csv.ts';

/** One row for each student, and one for each file that was not graded. What is unread is no zero: its cell is empty. */
export function gradesCsv({ assignment }: Key, { students, refused }: ClassResult): string {
  const head: CsvCell[] = [
    COLUMNS.number,
    COLUMNS.name,
    COLUMNS.points,
    COLUMNS.of,
    ...assignment.items.flatMap(({ id }) => [id, COLUMNS.state(id)]),
    COLUMNS.look,
    COLUMNS.receipt,
    COLUMNS.file,
  ];
  const rows = students.map(({ student, points, of, items, flags, receipt, file }): CsvCell[] => [
    student.number,
    student.name,
    points,
    of,
    ...items.flatMap((one) => [isUnread(one) && one.points === 0 ? null : one.points, one.state]),
    flags.map(({ flag, says }) => `${says} ${TO_DO[flag]}`).join(' '),
    receipt,
    file,
  ]);
  const without = assignment.items.flatMap(() => [null, null]);
  const unread = refused.map(({ file, says }): CsvCell[] => [
    '',
    '',
    null,
    null,
    ...without,
    says,
    '',
    file,
  ]);
  return csvText([head, ...rows, ...unread]);
}
