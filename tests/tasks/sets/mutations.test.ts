/**
 * Hand-ins that somebody has mangled, with answers of every kind: none crashes the grader, hangs it, gets out of its
 * cell or touches another student’s marks, and whatever is refused is refused in words.
 */

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ALL } from '../../all.ts';
import type { Key } from '../../../src/tasks/sets/pure/format/assignment.ts';
import { gradeClass, type Submitted } from '../../../src/tasks/grading/pure/grade/class.ts';
import type { Reruns } from '../../../src/tasks/grading/pure/grade/reruns.ts';
import { isWhole } from '../../../src/tasks/sets/pure/submission/chain.ts';
import type { Submission } from '../../../src/tasks/sets/pure/submission/submission.ts';
import { isProblem, readSubmission } from '../../../src/tasks/sets/pure/submission/read.ts';
import { receiptOf } from '../../../src/tasks/sets/pure/submission/receipt.ts';
import { submissionText } from '../../../src/tasks/sets/pure/submission/write.ts';
import { feedbackMarkdown } from '../../../src/tasks/grading/pure/out/feedback.ts';
import { gradesCsv } from '../../../src/tasks/grading/pure/out/grades.ts';
import { normalised } from '../../../src/tasks/sets/pure/variants/student.ts';
import { EVERY_KIND, kept } from './every-kind.ts';
import { harmlessFeedback, harmlessTable, mangledFrom, type Json, type Path } from './mangled.ts';
import { allRight } from './toy-class.ts';
import { submissionFor, honest, KEY } from './toy.ts';

const SEED = 20_261_127;

/** A class in which one file is mangled. */
interface World {
  readonly key: Key;
  /** What others have handed in: nothing that happens to a file may change their marks. */
  readonly others: readonly Submission[];
  /** What is mangled, and where it may hold any text. */
  readonly bases: readonly Json[];
  readonly free: readonly Path[];
  readonly reruns: (submissions: readonly Submission[]) => Reruns;
}

const EVERYWHERE: readonly Path[] = [
  ['student', 'name'],
  ['edition'],
  ['log', 'entries', '0', 'value'],
];
const toyOthers = ['0007', '8'].map((number, i) =>
  submissionFor(number, i === 0 ? allRight(number) : { pick: ['green'] }),
);
const asJson = (one: Submission | undefined): Json => JSON.parse(one ? submissionText(one) : '');
const TOYS: World = {
  key: KEY,
  others: toyOthers,
  bases: [
    submissionFor('0815', allRight('0815')),
    submissionFor('99', { sum: 'about twelve', pick: [] }),
    toyOthers[0],
  ].map(asJson),
  free: [
    ...EVERYWHERE,
    ['items', 'toy-sum', 'answer'],
    ['items', 'toy-sum', 'note'],
    ['items', 'toy-pick', 'answer', '0'],
    ['items', 'toy-bring', 'runs', '0', 'backend'],
    ['items', 'toy-bring', 'runs', '0', 'settings', 'x'],
  ],
  reruns: honest,
};

const keptSubmission = (number: string): Submission => {
  const read = readSubmission(kept(`hand-ins/${number}-every-kind.json`));
  if (isProblem(read)) throw new Error(read.says);
  return read;
};
const keptRuns: Reruns = new Map(JSON.parse(kept('runs.json')) as never);
const plain = keptSubmission('1620602');
/** One item of each kind, as students’ pages write them. */
const ALL_KINDS: World = {
  key: EVERY_KIND,
  others: [plain],
  bases: ['1026973', '1861397', '1620602'].map((number) => asJson(keptSubmission(number))),
  free: [
    ...EVERYWHERE,
    ['items', 'small-claim', 'answer'],
    ['items', 'small-claim', 'runs', '0', 'settings', 'maxWait'],
    ['items', 'small-claim', 'runs', '1', 'measures', 'p99'],
    ['items', 'small-shifts', 'answer', '0'],
    ['items', 'small-why', 'answer'],
    ['items', 'small-percentile', 'answer'],
    ['items', 'small-drift', 'answer', '0'],
    ['items', 'small-planted', 'answer', '1'],
    ['items', 'small-machine', 'runs', '0', 'settings', 'segment'],
  ],
  reruns: () => keptRuns,
};

const STATES = /^(right|partly|wrong|missing|unreadable|unverified|withdrawn|by-hand)$/;

/** How many of the mangled were taken. */
function mangle({ key, others, bases, free, reruns }: World, times: number): number {
  const otherFiles = others.map((read, i): Submitted => ({ file: `other-${i}.json`, read }));
  const marks = (files: readonly Submitted[]) =>
    new Map(
      gradeClass(key, files, reruns(files.flatMap(({ read }) => (isProblem(read) ? [] : [read]))))
        .students.filter(({ file }) => file.startsWith('other'))
        .map(({ file, items, points }) => [file, { items, points }]),
    );
  const untouched = marks(otherFiles);
  const most = key.assignment.items.reduce((sum, { points }) => sum + points, 0);
  let taken = 0;
  const held = (text: string): void => {
    const read = readSubmission(text);
    if (isProblem(read)) {
      saysWhatToDo(read.says);
      expect(marks([{ file: 'mangled.json', read }, ...otherFiles])).toEqual(untouched);
      return;
    }
    taken += 1;
    const files = [{ file: 'mangled.json', read }, ...otherFiles];
    const result = gradeClass(key, files, reruns([read, ...others]));
    for (const { says } of result.refused) saysWhatToDo(says);
    const own = result.students.find(({ file }) => file === 'mangled.json');
    const who = normalised(read.student.number);
    for (const { file, student, items, points } of result.students) {
      if (file !== 'mangled.json') expect({ items, points }).toEqual(untouched.get(file));
      expect(points >= 0 && points <= most).toBe(true);
      expect(items.filter(({ state }) => !STATES.test(state))).toEqual([]);
      expect(typeof student.name).toBe('string');
    }
    // Only who has made a whole file of that number, in that number’s own session, can stand in its place; and it is told.
    const theirs = others.filter(({ student }) => normalised(student.number) === who);
    if (own && theirs.length > 0) {
      expect(receiptOf(read) === read.receipt && isWhole(read)).toBe(true);
      expect(own.flags.map(({ flag }) => flag)).toContain('repeated');
    }
    expect(untouched.size + (theirs.length > 0 || result.refused.length > 0 ? 0 : 1)).toBe(
      result.students.length,
    );
    harmlessTable(gradesCsv(key, result));
    if (!own) return;
    harmlessFeedback(feedbackMarkdown(key.assignment, own));
  };
  fc.assert(fc.property(mangledFrom(bases, free), held), { numRuns: times, seed: SEED });
  expect(({} as { kind?: string }).kind).toBeUndefined();
  return taken;
}

function saysWhatToDo(says: string): void {
  expect(says).toMatch(/^[^<>\u0000-\u001F\u202A-\u202E]{30,400}\.$/);
  expect(says).toMatch(/ask the student|grade it with|belongs to another book/i);
}

it.each([
  ['of three kinds, by the thousand', TOYS, ALL ? 8_000 : 2_000],
  ['of every kind', ALL_KINDS, ALL ? 2_000 : 500],
])('mangled files harm nobody: %s', (_, world, times) => {
  const taken = mangle(world, times);
  // Both ways are gone often: what is taken although it was mangled, and what is refused.
  expect(taken).toBeGreaterThan(times / 10);
  expect(taken).toBeLessThan((times * 9) / 10);
});

it('fifty million bytes are refused before they are read', () => {
  // Whoever read it would find that it is no JSON.
  const huge = `{"kind":"hand-in","note":"${'語'.repeat(16_000_000)}`;
  const read = readSubmission(huge);
  expect(isProblem(read) && read.problem).toBe('large');
});
