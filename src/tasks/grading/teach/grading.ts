/** How a class is graded besides its key: what was decided by hand, which file of a student counts, and when it was due for whom. */
import { CLASS_LIST } from '#words/src/tasks/grading/pure/out/words';
import type { Key } from '../../sets/pure/format/assignment.ts';
import type { ClassList } from '../pure/out/class-list.ts';
import type { Student } from '../../sets/pure/variants/student.ts';
import { lineFinder } from '../pure/out/lines.ts';
import type { Grading, Rule, StudentResult } from '../pure/grade/class.ts';
import type { Decision } from '../pure/grade/verdict.ts';
import { NO_RULE, settled, type Arrival, type LateRule } from '../pure/rules/late.ts';
import { freeDaysUsed, type Saved } from '../pure/rules/term.ts';

/** The rule of a class for lateness, with when it is due: as the assignment says, where it does not. */
export interface Lateness extends LateRule {
  readonly due?: string | undefined;
}

/** `sets`: saved gradings of the class’s other sets, which may have used free days of the term. */
export function gradingOf(
  { assignment }: Key,
  lists: readonly ClassList[],
  rule: Rule,
  decisions: readonly Decision[],
  late: Lateness = NO_RULE,
  sets: readonly Saved[] = [],
): Grading {
  const due = momentOf(late.due) ?? momentOf(assignment.due);
  const finders = lists.map((list) => lineFinder(list, without(lists, list)));
  const used = freeDaysUsed(sets, assignment.id);
  const arrivalOf = (one: StudentResult): Arrival | undefined => {
    const lines = finders.flatMap((find) => find(one).line ?? []);
    const extended = lines.map((line) => momentOf(line.extended)).find((at) => at !== undefined);
    const until = extended ?? due;
    if (until === undefined) return undefined;
    const uploaded = lines
      .map((line) =>
        line.uploaded && 'at' in line.uploaded ? momentOf(line.uploaded.at) : undefined,
      )
      .find((at) => at !== undefined);
    if (uploaded !== undefined) return { due: until, at: uploaded, by: 'upload' };
    return { due: until, at: momentOf(one.made) ?? Number.NaN, by: 'student' };
  };
  const settle = (one: StudentResult): StudentResult => {
    const arrival = arrivalOf(one);
    const before = late.per === 'term' ? used(one.student.number) : 0;
    return arrival ? settled(one, late, arrival, before) : one;
  };
  return { decisions, rule, settle };
}

/** The other lists of a class. */
export const without = (lists: readonly ClassList[], one: ClassList): readonly ClassList[] =>
  lists.filter((other) => other !== one);

/** The list that says who is in the class: one with numbers, where there is one. */
export const rollOf = (lists: readonly ClassList[]): ClassList | undefined =>
  lists.find(({ people }) => people.some(({ number }) => number !== '')) ?? lists[0];

/** Those of them by whose numbers a file’s owner is known. */
export const ownersIn = (lists: readonly ClassList[]): readonly Student[] =>
  (rollOf(lists)?.people ?? []).filter(({ number }) => number !== '');

/** What a file was taken for, and what cannot be read in it, in sentences. */
export function saidOf(file: string, { kind, people }: ClassList): readonly string[] {
  const extensions = people.filter(
    ({ extended }) => extended !== undefined && momentOf(extended) === undefined,
  );
  const [upload] = people.flatMap(({ uploaded: at }) => (at && 'unread' in at ? at.unread : []));
  return [
    CLASS_LIST.taken(file, CLASS_LIST.kinds[kind], people.length),
    ...(extensions.length > 0
      ? [CLASS_LIST.extensions(extensions.map(({ number, name }) => number || name))]
      : []),
    ...(upload === undefined ? [] : [CLASS_LIST.uploads(upload)]),
  ];
}

/**
 * A moment in milliseconds since 1970; one without a zone is by this machine’s. Nothing where it does not begin with a day of the
 * calendar, the year first.
 */
export function momentOf(text = ''): number | undefined {
  const at = Date.parse(text);
  // Engines carry 31 February over into March, and guess the year of what has none.
  const [date = '', day] = /^\d{4}-\d\d-(\d\d)/.exec(text.trim()) ?? [];
  const isKnown = new Date(`${date}T00:00Z`).getUTCDate() === Number(day);
  return Number.isNaN(at) || !isKnown ? undefined : at;
}
