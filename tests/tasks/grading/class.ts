/** Results of pretended students of the toy assignment, made by hand: nine points, as many as are said. */
import type { StudentResult } from '../../../src/tasks/grading/pure/grade/class.ts';
import type { ItemVerdict, State } from '../../../src/tasks/grading/pure/grade/verdict.ts';
import { readClassList, type ClassList } from '../../../src/tasks/grading/pure/out/class-list.ts';
import { TOY } from '../sets/toy.ts';

/** Verdicts of the three items: their states and points. */
export const verdicts = (all: readonly (readonly [State, number])[]): readonly ItemVerdict[] =>
  TOY.items.map(({ id, points: of }, i) => {
    const [state, points] = all[i] ?? ['wrong', 0];
    const credit = state === 'right' ? 1 : points / of;
    return { item: id, state, credit, points, of, variant: 1, says: `Says ${i + 1}.` };
  });

/** A student with these points, every item read. */
export const result = (
  number: string,
  name: string,
  points: number,
  more: Partial<StudentResult> = {},
): StudentResult => ({
  student: { number, name },
  ...{
    points,
    of: 9,
    flags: [],
    receipt: 'AAAA',
    made: '2026-12-01T12:00:00.000Z',
    file: 'x.json',
  },
  items: verdicts([]),
  ...more,
});

export function listOf(text: string): ClassList {
  const list = readClassList(text);
  if ('problem' in list) throw new Error(list.problem);
  return list;
}
