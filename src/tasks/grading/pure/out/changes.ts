/** Who gains and who loses, for a spreadsheet. */
import { COLUMNS } from '#words/src/tasks/grading/pure/out/words';
import type { Change } from '../grade/regrade.ts';
import { csvText } from './csv.ts';

export function changesCsv(changes: readonly Change[]): string {
  const { number, name, item, before, now, because } = COLUMNS;
  return csvText([
    [number, name, item, before, now, because],
    ...changes.map(({ student, item: id, from, to, why }) => [
      student.number,
      student.name,
      id,
      from,
      to,
      why,
    ]),
  ]);
}
