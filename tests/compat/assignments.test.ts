/**
 * What students and instructors keep of an assignment with an item of every kind: hand-ins and backups, shares of the reading
 * and what came back, a saved grading. The assignment is a small one of its own, so that none of the book’s is held still by it.
 */
import '../../src/tasks/kinds/code/engine/node.ts';
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, it } from 'vitest';
import type { Key } from '../../src/tasks/sets/pure/format/assignment.ts';
import { readKey } from '../../src/tasks/sets/pure/format/read-key.ts';
import {
  gradeClass,
  type ClassResult,
  type Submitted,
} from '../../src/tasks/grading/pure/grade/class.ts';
import { earlierIn } from '../../src/tasks/grading/pure/grade/earlier.ts';
import { merged, parcelIn, readParcelIn } from '../../src/tasks/grading/pure/grade/parcels.ts';
import { decisionsIn, refOf, toRead } from '../../src/tasks/grading/pure/grade/reading.ts';
import { changesBetween } from '../../src/tasks/grading/pure/grade/regrade.ts';
import type { Rerun } from '../../src/tasks/grading/pure/grade/reruns.ts';
import { wantedRuns } from '../../src/tasks/grading/pure/grade/wanted-runs.ts';
import { isProblem, readSubmission } from '../../src/tasks/sets/pure/submission/read.ts';
import { backupIn } from '../../src/tasks/sets/pure/work/kept.ts';
import { submissionOf } from '../../src/tasks/sets/pure/work/work.ts';
import { runKey } from '../../widgets/kit/record/run-key.ts';

const KEPT = 'tests/compat/fixtures/assignments';
const text = (name: string): string => readFileSync(`${KEPT}/${name}`, 'utf8');
const key = readKey(text('key.json')) as Key;
const saved = JSON.parse(text('saved.json')) as ClassResult;
const runs = new Map(JSON.parse(text('runs.json')) as readonly (readonly [string, Rerun])[]);
const files = globSync('hand-ins/*.json', { cwd: KEPT })
  .toSorted()
  .map((name): Submitted => ({ file: basename(name), read: readSubmission(text(name)) }));
const submissions = files.flatMap(({ read }) => (isProblem(read) ? [] : [read]));
const result = gradeClass(key, files, runs, { decisions: decisionsIn(text('saved.json')) });

it('hand-ins with an item of every kind are read and get the marks, flags and words that they got', () => {
  expect(key.assignment.items.map(({ kind }) => kind).toSorted()).toEqual([
    'challenge',
    'choice',
    'claim',
    'code',
    'match',
    'number',
    'outside',
    'reach',
    'text',
  ]);
  expect(submissions).toHaveLength(12);
  for (const item of key.assignment.items) {
    const given = submissions.filter(
      ({ items }) => items[item.id]?.answer ?? items[item.id]?.runs[0],
    );
    expect([item.kind, given.length > 5]).toEqual([item.kind, true]);
  }
  // The runs that they cite have the names under which they were repeated.
  for (const run of wantedRuns(key.assignment, submissions))
    expect(runs.has(runKey(run))).toBe(true);
  expect(result).toEqual({ students: saved.students, refused: saved.refused });
});

it('backups are read, and hand in what was on screen', () => {
  for (const name of globSync('work/*.json', { cwd: KEPT })) {
    const work = backupIn(text(name), key.assignment.id);
    const own = files.find(({ file }) => file === basename(name))?.read;
    if (!work || !own || isProblem(own)) throw new Error(name);
    const { receipt: _receipt, incomplete: _incomplete, ...handed } = own;
    expect(submissionOf(work, key.assignment, own.made)).toMatchObject(handed);
  }
});

it('shares of the reading and what came back belong to the same answers', () => {
  const parcels = ['share-1.json', 'share-2.json'].map((name) => parcelIn(text(name)));
  const queue = toRead(key, files, gradeClass(key, files, runs));
  const refs = new Set(queue.map(refOf));
  for (const parcel of parcels) {
    expect(parcel?.answers.every(({ ref }) => refs.has(ref))).toBe(true);
    expect(parcel?.answers.length).toBeGreaterThan(5);
  }
  const back = ['read-1.json', 'read-2.json'].flatMap(
    (name) => readParcelIn(text(name), key.assignment.hash) ?? [],
  );
  expect(merged(queue, back)).toMatchObject({ strange: 0, twice: 8 });
});

it('a saved grading brings its decisions, with the appeal, and nothing has changed since', () => {
  expect(decisionsIn(text('saved.json'))).toMatchObject([
    { number: '1991689', points: 4, appeal: 'Both runs are cited.' },
  ]);
  const earlier = earlierIn(text('saved.json'));
  if (!earlier) throw new Error('the saved grading');
  expect(changesBetween(earlier, [key, result])).toEqual([]);
});
