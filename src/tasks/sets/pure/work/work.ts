/** A student’s work on an assignment, as it is kept while they work; each change gives a new one. */
import { runKey } from '../../../../../widgets/kit/record/run-key.ts';
import type { RunRecord } from '../../../../../widgets/kit/record/run-record.ts';
import type { Assignment } from '../format/assignment.ts';
import type { Item } from '../../../tables/item.ts';
import { firstLink, isHash, lastLink, linked, withoutValues } from '../submission/chain.ts';
import {
  FORMAT,
  type Confidence,
  type Given,
  type HandedItem,
  type Submission,
  type Log,
  type LogEntry,
} from '../submission/submission.ts';
import type { Unsigned } from '../submission/write.ts';
import { LONGEST_NAME, LONGEST_NUMBER, normalised, type Student } from '../variants/student.ts';
import { noteIn, variantOf } from '../variants/variant.ts';
import { isAnswered } from './answered.ts';

/** What was done for one item. */
export interface Done {
  readonly version: number;
  readonly answer: Given;
  readonly runs: readonly RunRecord[];
  readonly tries: number;
  readonly hints: number;
  readonly confidence?: Confidence;
  /** The variant that the answer was given in; the item may stand in another one since, where this one was withdrawn. */
  readonly variant?: number;
  /** How long the student was at it. It stays in this browser unless they agree. */
  readonly minutes?: number;
  /** The work’s count of changes when this was done: of two, the later one holds. */
  readonly at: number;
}

export interface Work {
  readonly assignment: string;
  readonly session: string;
  readonly student: Student;
  readonly items: Readonly<Record<string, Done>>;
  readonly log: Log;
  /** How many changes there were. */
  readonly at: number;
}

const LOGGED = 200;

/** Work that begins. */
export function begun({ id }: Pick<Assignment, 'id'>, student: Student, session: string): Work {
  const who = {
    name: student.name.trim().slice(0, LONGEST_NAME),
    number: student.number.trim().slice(0, LONGEST_NUMBER),
  };
  const before = { count: 0, link: firstLink(id, session, who.number) };
  return { assignment: id, session, student: who, items: {}, log: { before, entries: [] }, at: 0 };
}

const NOTHING = { answer: null, runs: [], tries: 0, hints: 0 } as const;

/** What was done for an item; nothing of an earlier version of it. */
export function doneOf({ items }: Work, { id, version }: Pick<Item, 'id' | 'version'>): Done {
  const own = Object.hasOwn(items, id) ? items[id] : undefined;
  return own?.version === version ? own : { ...NOTHING, version, at: 0 };
}

function changed(work: Work, item: Item, change: Partial<Done>): Work {
  const at = work.at + 1;
  const done = { ...doneOf(work, item), ...change, at };
  return { ...work, items: { ...work.items, [item.id]: done }, at };
}

function logged(work: Work, item: Item, what: LogEntry['what'], value: string): Work {
  const entry = linked(lastLink(work.log), { item: item.id, what, value: value.slice(0, LOGGED) });
  return { ...work, log: { ...work.log, entries: [...work.log.entries, entry] } };
}

/**
 * An answer was given. The same again is none; one on the way to another, as a menu gives, is kept, and a try only once it is
 * saved as it stands.
 */
export function answered(work: Work, item: Item, answer: Given, isTry = true): Work {
  const before = doneOf(work, item);
  const isSame = JSON.stringify(before.answer) === JSON.stringify(answer);
  if (isSame && (!isTry || isCounted(work, item))) return work;
  if (!isTry) return changed(work, item, { answer });
  const change = { answer, tries: before.tries + 1 };
  return logged(changed(work, item, change), item, 'answer', inShort(answer));
}

const inShort = (answer: Given): string =>
  typeof answer === 'string' ? answer : (answer ?? []).join(' ');

/** Whether the answer that stands there was a try; of a hand-in that was opened again it is taken to have been. */
function isCounted(work: Work, item: Item): boolean {
  const { answer, tries } = doneOf(work, item);
  const own = work.log.entries.filter((one) => one.item === item.id && one.what === 'answer');
  const last = own.at(-1)?.value;
  return last === undefined ? tries > 0 : isHash(last) || last === inShort(answer).slice(0, LOGGED);
}

/** A run was made; the answer cites it from now on, or stays with the one before. The same again is none. */
export function ran(work: Work, item: Item, run: RunRecord, isCited = true): Work {
  const { tries, runs } = doneOf(work, item);
  if (runs.some((one) => runKey(one) === runKey(run))) return work;
  const change = { tries: tries + 1, runs: isCited ? [run] : runs };
  return logged(changed(work, item, change), item, 'run', shortOf(run));
}

function shortOf({ settings }: RunRecord): string {
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');
}

/** Runs are cited by an answer, or are no more. */
export function citing(work: Work, item: Item, runs: readonly RunRecord[]): Work {
  const last = runs.at(-1);
  return logged(changed(work, item, { runs }), item, 'run', last ? shortOf(last) : '');
}

/** A hint was opened. */
export function hinted(work: Work, item: Item): Work {
  const { hints } = doneOf(work, item);
  return logged(changed(work, item, { hints: hints + 1 }), item, 'hint', String(hints + 1));
}

/** How sure the student is of the answer. */
export function sure(work: Work, item: Item, confidence: Confidence): Work {
  return doneOf(work, item).confidence === confidence ? work : changed(work, item, { confidence });
}

/** What the page knows besides: in which variant an answer was given, and how long the student has been at the item. */
export function noted(before: Work, work: Work, item: Item, variant: number, minutes = 0): Work {
  const [was, done] = [doneOf(before, item), doneOf(work, item)];
  const isNew = was.answer !== done.answer || was.runs !== done.runs;
  const all = {
    ...done,
    ...(isNew && { variant }),
    ...(minutes > 0 && { minutes: Math.round(((done.minutes ?? 0) + minutes) * 100) / 100 }),
  };
  return { ...work, items: { ...work.items, [item.id]: all } };
}

/** The work under another name or number: a new log begins where the number is another, for the log is a student’s own. */
export function renamed(work: Work, student: Student, session: string): Work {
  if (normalised(student.number) !== normalised(work.student.number)) {
    // Later than all that is kept of the other student: else that would come back.
    return { ...begun({ id: work.assignment }, student, session), at: work.at + 1 };
  }
  return {
    ...work,
    student: begun({ id: work.assignment }, student, session).student,
    at: work.at + 1,
  };
}

/** Whether the item has an answer. */
export function isDone(work: Work, item: Item): boolean {
  return isAnswered(item, doneOf(work, item));
}

/** The variant that counts: the student’s, or the one that was answered before it was withdrawn. */
export function answeredVariant(work: Work, assignment: Assignment, item: Item): number {
  const { variant } = doneOf(work, item);
  return variant !== undefined && item.withdrawn.includes(variant)
    ? variant
    : variantOf(assignment, item, work.student.number);
}

/** What a page says besides when it makes a hand-in. */
export interface Making {
  /** Whether the student agrees to tell them. */
  readonly minutes?: boolean;
  /** What nobody can guess: it hides what was typed and taken back, and goes into no file. Without it the log stands as it is kept. */
  readonly salt?: string;
}

/** What is handed in, before it has its receipt; `made` is the time by the student’s clock. What stands there is saved by it. */
export function submissionOf(
  kept: Work,
  assignment: Assignment,
  made: string,
  { minutes: isAgreed = false, salt }: Making = {},
): Unsigned {
  const work = assignment.items.reduce((now, item) => {
    const { answer } = doneOf(now, item);
    return answer === null ? now : answered(now, item, answer);
  }, kept);
  const items = assignment.items.map((item): [string, HandedItem] => {
    const { at: _at, variant: _variant, minutes, ...done } = doneOf(work, item);
    const variant = answeredVariant(work, assignment, item);
    const note = noteIn(item, variant);
    const told = isAgreed && minutes !== undefined && { minutes };
    return [item.id, { ...done, variant, note, ...told }];
  });
  const { id, version, hash } = assignment;
  return {
    format: FORMAT,
    kind: 'hand-in',
    book: assignment.book,
    edition: assignment.edition,
    assignment: { id, version, hash },
    student: work.student,
    session: work.session,
    made,
    items: Object.fromEntries(items),
    log: salt === undefined ? work.log : withoutValues(work.log, salt),
    incomplete: assignment.items.filter((item) => !isDone(work, item)).map((item) => item.id),
  };
}

/** The work that a hand-in was made of: opened again it shows what was on screen. */
export function workIn(submission: Submission): Work {
  const { assignment, session, student, log } = submission;
  const at = log.before.count + log.entries.length;
  const items = Object.entries(submission.items).map(([id, { note: _note, ...done }]) => {
    return [id, { ...done, at }] satisfies [string, Done];
  });
  return { assignment: assignment.id, session, student, items: Object.fromEntries(items), log, at };
}
