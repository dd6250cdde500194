/** A program to change in a set: what is proved of it, and how what was pasted is graded. */
import { expect, it } from 'vitest';
import { simulated } from '../../scripts/hand-in/class.ts';
import { gradeClass } from '../../src/tasks/grading/pure/grade/class.ts';
import { readSubmission } from '../../src/tasks/sets/pure/submission/read.ts';
import type { Key } from '../../src/tasks/sets/pure/format/assignment.ts';
import { faultsOf, keyOf, valuesOf, verdictOn } from './given.ts';

const ITEM = `  - id: small-padding
    version: 1
    kind: program
    points: 4
    minutes: 15
    objective: Change a program.
    draw: { maxBatch: [4, 8], more: [1, 2] }
    prompt: At most {maxBatch} are taken.
    widget: batch-bench
    settings: { maxBatch: =maxBatch, arrivals: 100, requests: 1000 }
    edit:
      line: return s.fixedCost + s.itemCost * size
      becomes: return s.fixedCost + s.itemCost * s.maxBatch * {more}
    measure: capacity
    near: 5
    printed:
      - { at: { maxBatch: 4, more: 1 }, of: { capacity: { unchanged: 444.444444, changed: 1 } } }
      - { at: { maxBatch: 4, more: 2 }, of: { capacity: { unchanged: 444.444444, changed: 400 } } }
      - { at: { maxBatch: 8 }, of: { capacity: { unchanged: 800, changed: 2.5 } } }
    solution: Of {maxBatch}.
`;

/** What is printed with the numbers of a student: one line. */
function printedFor(key: Key, number: string, isChanged = true): string {
  const { maxBatch, more } = valuesOf(key, number);
  const changed = maxBatch === 8 ? 2.5 : more === 1 ? 1 : 400;
  return `capacity = ${isChanged ? changed : maxBatch === 8 ? 800 : 444.444444}`;
}

it('gives full points for what the changed program prints with the numbers of one’s own, however near the prediction', async () => {
  const key = await keyOf(ITEM);
  for (const number of ['7', '8', '9', '10']) {
    const changed = printedFor(key, number);
    expect(verdictOn(key, ['900', changed], number)).toMatchObject({ points: 4, state: 'right' });
    const unchanged = verdictOn(key, ['900', printedFor(key, number, false)], number);
    expect(unchanged).toMatchObject({ points: 0, state: 'wrong' });
    expect(unchanged.says).toContain('the unchanged program prints');
    expect(verdictOn(key, ['900', changed.replace('= ', '= 1')], number).points).toBe(0);
  }
  for (const answer of [['900', ''], ['', 'capacity = 1'], ['900', 'Traceback'], '900'])
    expect(verdictOn(key, answer).state).toBe('unreadable');
  expect(verdictOn(key, []).state).toBe('missing');
});

it.each([
  [
    'what the book’s own run does not print',
    'unchanged: 800',
    'unchanged: 801',
    /capacity: the unchanged program prints 800/,
  ],
  [
    'a change that does not show',
    'changed: 400',
    'changed: 444.444444',
    /prints what the unchanged one does/,
  ],
  [
    'a measure that there is not',
    '{ capacity: { unchanged: 800, changed: 2.5 }',
    '{ capacity: { unchanged: 800, changed: 2.5 }, mood: { unchanged: 1, changed: 2 }',
    /batch-bench does not measure mood/,
  ],
  [
    'other measures for some than for others',
    'changed: 2.5 }',
    'changed: 2.5 }, p50: { unchanged: 1, changed: 2 }',
    /"printed" has other measures for some/,
  ],
  [
    'draws for which nothing is said',
    'at: { maxBatch: 8 }',
    'at: { maxBatch: 9 }',
    /\(maxBatch 8.*"printed" lacks capacity/,
  ],
  [
    'an edit of two lines',
    'becomes: return s.fixedCost',
    'becomes: "a\\n  b" #',
    /edit\.becomes: write one line/,
  ],
])('is refused for %s', async (_, from, to, fault) => {
  expect(await faultsOf(ITEM, from, to)).toMatch(fault);
});

it('gives a pretended class the marks that its truth names, without a run', async () => {
  const key = await keyOf(ITEM);
  const { files, truth } = await simulated(key, 40, 1, () => Promise.resolve());
  const read = [...files].map(([file, text]) => ({ file, read: readSubmission(text) }));
  const result = gradeClass(key, read, new Map());
  const marked = new Map(
    result.students.map(({ student: { number }, items }) => [
      number,
      items.map(({ state, points }) => [state, points]),
    ]),
  );
  const states = new Set<string>();
  for (const { number, items } of truth.students) {
    const is = items['small-padding'];
    expect([number, marked.get(number)]).toEqual([number, [[is?.state, is?.points]]]);
    states.add(String(is?.state));
  }
  expect([...states].toSorted()).toEqual(['missing', 'right', 'unreadable', 'wrong']);
});
