/** How a class is graded besides its key: what was decided by hand, which file of a student counts, and when it was due for whom. */
import type { Key } from '../../sets/pure/format/assignment.ts';
import type { ClassList } from '../pure/out/class-list.ts';
import { normalised } from '../../sets/pure/variants/student.ts';
import type { Grading, Rule } from '../pure/grade/class.ts';
import type { Decision } from '../pure/grade/verdict.ts';

export function gradingOf(
  { assignment }: Key,
  list: ClassList | undefined,
  rule: Rule,
  decisions: readonly Decision[],
): Grading {
  const due = utc(assignment.due);
  const extended = new Map(
    (list?.people ?? []).flatMap((one) => {
      const until = utc(one.extended);
      return until === undefined ? [] : [[normalised(one.number), until] as const];
    }),
  );
  return { decisions, rule, due: (number) => extended.get(normalised(number)) ?? due };
}

/** Whose extension cannot be read, by number. */
export const unreadExtensions = ({ people }: ClassList): readonly string[] =>
  people
    .filter(({ extended }) => extended !== undefined && utc(extended) === undefined)
    .map(({ number }) => number);

/** A moment in UTC, as hand-ins write theirs; nothing where it cannot be read. */
function utc(text: string | undefined): string | undefined {
  const at = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}
