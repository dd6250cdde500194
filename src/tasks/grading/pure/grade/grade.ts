/** Grades one hand-in: a pure function of the assignment, its key, the file, and what the grader has repeated. */
import { runKey } from '../../../../../widgets/kit/record/run-key.ts';
import { FLAGS, GRADES, NOT_GRADED } from '#words/src/tasks/grading/pure/grade/words';
import type { Assignment, Key } from '../../../sets/pure/format/assignment.ts';
import type { Item } from '../../../tables/item.ts';
import type { HandedItem, Submission } from '../../../sets/pure/submission/submission.ts';
import { normalised, type Student } from '../../../sets/pure/variants/student.ts';
import { noteIn, variantOf } from '../../../sets/pure/variants/variant.ts';
import { checked } from './checked.ts';
import { judgeItem } from './item.ts';
import { judgeOf } from '../../../sets/judges.ts';
import { missing, unsure, type Judged, type Judging } from './judging.ts';
import { earlierIn, numbersFor } from './numbers.ts';
import { agrees, type Reruns } from './reruns.ts';
import { toldIn } from './told.ts';
import type { Decision, Flag, ItemVerdict } from './verdict.ts';

/** One student’s result. */
export interface Graded {
  readonly student: Student;
  readonly items: readonly ItemVerdict[];
  readonly points: number;
  readonly of: number;
  readonly flags: readonly Flag[];
  readonly receipt: string;
  readonly made: string;
}

/** Why a file is none for this assignment; nothing where it is. */
export function mismatch(assignment: Assignment, submission: Submission): string | undefined {
  if (submission.book !== assignment.book) return NOT_GRADED.book(submission.book);
  if (submission.assignment.id !== assignment.id)
    return NOT_GRADED.assignment(submission.assignment.id);
  // Only that edition has its numbers; where both ask the same, to the letter, it is flagged.
  if (submission.edition !== assignment.edition && submission.assignment.hash !== assignment.hash)
    return NOT_GRADED.edition(submission.edition);
  return normalised(submission.student.number) === '' ? NOT_GRADED.number : undefined;
}

/** Grades a hand-in that is one for this assignment. */
export function grade(
  key: Key,
  submission: Submission,
  reruns: Reruns,
  decisions: readonly Decision[] = [],
): Graded {
  const { assignment } = key;
  const items = assignment.items.map((item) => verdictOf(key, item, submission, reruns, decisions));
  const sum = (of: (one: ItemVerdict) => number): number =>
    Math.round(items.reduce((all, one) => all + of(one), 0) * 1e6) / 1e6;
  return {
    student: submission.student,
    items,
    points: sum((one) => one.points),
    of: sum((one) => one.of),
    flags: flagsOf(assignment, submission, reruns),
    receipt: submission.receipt,
    made: submission.made,
  };
}

const nameOf = (number: string, item: string): string => `${normalised(number)} ${item}`;

const indexed = new WeakMap<readonly Decision[], ReadonlyMap<string, Decision>>();

/** Decisions by what they are about: a class has hundreds, and each is asked for by every student. */
function byAnswer(decisions: readonly Decision[]): ReadonlyMap<string, Decision> {
  const known = indexed.get(decisions);
  if (known) return known;
  const index = new Map<string, Decision>();
  for (const one of decisions.toReversed()) index.set(nameOf(one.number, one.item), one);
  indexed.set(decisions, index);
  return index;
}

const handedOf = ({ items }: Submission, { id }: Item): HandedItem | undefined =>
  Object.hasOwn(items, id) ? items[id] : undefined;

function verdictOf(
  key: Key,
  item: Item,
  submission: Submission,
  reruns: Reruns,
  decisions: readonly Decision[],
): ItemVerdict {
  const { number } = submission.student;
  const variant = variantOf(key.assignment, item, number);
  const handed = handedOf(submission, item);
  const judged = judge(key, item, variant, handed, submission, reruns);
  const spent = item.hints.slice(0, handed?.hints ?? 0).reduce((sum, cost) => sum + cost, 0);
  const points = Math.max(
    0,
    judged.credit * item.points - (judged.state === 'withdrawn' ? 0 : spent),
  );
  const told = handed && {
    tries: handed.tries,
    ...(handed.confidence !== undefined && { confidence: handed.confidence }),
    ...(handed.minutes !== undefined && { minutes: handed.minutes }),
  };
  const verdict = { ...judged, ...told, item: item.id, variant, points, of: item.points };
  const decision = byAnswer(decisions).get(nameOf(number, item.id));
  if (!decision) return verdict;
  return {
    ...verdict,
    state: 'by-hand',
    points: decision.points,
    says: saidBy(decision, key, item, variant),
  };
}

/** What somebody has decided, with the lines of the rubric where they were gone through one by one. */
function saidBy({ note, met }: Decision, { items }: Key, item: Item, seed: number): string {
  const own = Object.hasOwn(items, item.id) ? items[item.id] : undefined;
  const lines = met && own && 'rubric' in own ? toldIn(own, item, seed).rubric : [];
  const textsOf = (isMet: boolean): readonly string[] =>
    lines.filter(({ id }) => met?.includes(id) === isMet).map(({ text }) => text);
  const [yes, no] = [textsOf(true), textsOf(false)];
  return [
    GRADES.byHand(note),
    ...(yes.length > 0 ? [GRADES.met(yes)] : []),
    ...(no.length > 0 ? [GRADES.unmet(no)] : []),
  ].join(' ');
}

function judge(
  key: Key,
  item: Item,
  variant: number,
  handed: HandedItem | undefined,
  { student: { number }, items }: Submission,
  reruns: Reruns,
): Judged {
  if (!handed) return missing;
  const first = variantOf(key.assignment, item, number, { before: true });
  // Who had it before it was withdrawn is not to pay for it.
  if (first !== variant && handed.variant === first) {
    return { state: 'withdrawn', credit: 1, says: GRADES.withdrawn };
  }
  const own = Object.hasOwn(key.items, item.id) ? key.items[item.id] : undefined;
  if (!own) return unsure(GRADES.noKey);
  const numbers: Judging['numbers'] = (by) =>
    numbersFor(key, item.id, number, by === 'own' ? earlierIn(key, items) : undefined);
  return judgeItem({ item, key: own, seed: variant, handed, reruns, numbers });
}

/**
 * Whether a hand-in of another state of the assignment was asked something else. It says of each item which version it answers and
 * what stood in it: where all of that is as it is now, the key alone has changed, or points, dates, variants that were withdrawn.
 */
const askedElse = ({ items }: Assignment, submission: Submission): boolean =>
  items.some((item) => {
    const handed = handedOf(submission, item);
    if (handed?.version !== item.version) return true;
    return item.seeds.includes(handed.variant) && noteIn(item, handed.variant) !== handed.note;
  });

function flagsOf(assignment: Assignment, submission: Submission, reruns: Reruns): readonly Flag[] {
  const { student, items } = submission;
  const flags: Flag[] = [];
  if (submission.edition !== assignment.edition) {
    flags.push({ flag: 'edition', says: FLAGS.edition(submission.edition) });
  }
  if (submission.assignment.hash !== assignment.hash && askedElse(assignment, submission))
    flags.push({ flag: 'content', says: FLAGS.content });
  if (!checked(submission).isSigned) flags.push({ flag: 'edited', says: FLAGS.edited });
  if (!checked(submission).isWhole) flags.push({ flag: 'chain', says: FLAGS.chain });
  const asked = assignment.items.filter((item) => handedOf(submission, item));
  const strayed = asked.filter((item) => {
    const given = handedOf(submission, item)?.variant;
    return [true, false].every(
      (before) => variantOf(assignment, item, student.number, { before }) !== given,
    );
  });
  if (strayed.length > 0)
    flags.push({ flag: 'variant', says: FLAGS.variant(strayed.map(({ id }) => id)) });
  const forged = asked.filter((item) => {
    const { runs: rules } = judgeOf(item);
    return handedOf(submission, item)?.runs.some((run) => {
      const rerun = reruns.get(runKey(run));
      if (rules === undefined || rerun?.state !== 'done') return false;
      return !agrees(run.measures, rerun.measures, (name) => rules.band(item, name));
    });
  });
  if (forged.length > 0)
    flags.push({ flag: 'measures', says: FLAGS.measures(forged.map(({ id }) => id)) });
  const foreign = Object.keys(items).filter(
    (id) => !assignment.items.some((item) => item.id === id),
  );
  if (foreign.length > 0) flags.push({ flag: 'foreign-items', says: FLAGS.foreignItems(foreign) });
  return flags;
}
