/** A class of pretended students, graded: every verdict is the truth that was written beside it. */
import { beforeAll, describe, expect, it } from 'vitest';
import { simulated, type Truth } from '../../../scripts/hand-in/class.ts';
import { TRAITS } from '../../../scripts/hand-in/students.ts';
import { repeat, Threads } from '../../../scripts/grade/rerun.ts';
import type { Key } from '../../../src/tasks/sets/pure/format/assignment.ts';
import {
  gradeClass,
  sorted,
  type ClassResult,
  type Submitted,
} from '../../../src/tasks/grading/pure/grade/class.ts';
import type { Rerun } from '../../../src/tasks/grading/pure/grade/reruns.ts';
import { wantedRuns } from '../../../src/tasks/grading/pure/grade/wanted-runs.ts';
import { readSubmission } from '../../../src/tasks/sets/pure/submission/read.ts';
import { runKey } from '../../../widgets/kit/record/run-key.ts';
import { everyKindToday } from './every-kind.ts';

let key: Key;
let files: readonly Submitted[];
let truth: Truth;
let reruns: Map<string, Rerun>;
let result: ClassResult;

beforeAll(async () => {
  key = await everyKindToday();
  const threads = new Threads(2);
  const found = await simulated(key, 60, 7, (runs, onDone) => threads.repeat(runs, onDone));
  ({ truth } = found);
  files = [...found.files].map(([file, text]) => ({ file, read: readSubmission(text) }));
  const runs = wantedRuns(
    key.assignment,
    sorted(key, files).counted.map(({ submission }) => submission),
  );
  reruns = new Map();
  await threads.repeat(runs, (run, rerun) => reruns.set(runKey(run), rerun));
  await threads.close();
  result = gradeClass(key, files, reruns);
});

describe('a class of sixty', () => {
  it('has everybody in it, once', () => {
    expect(truth.students.length + Object.keys(truth.refused).length).toBe(60);
    expect(result.students.map(({ file }) => file).sort()).toEqual(
      truth.students.map(({ file }) => file).sort(),
    );
    expect(
      new Set(truth.students.map(({ trait }) => trait)).size + Object.keys(truth.refused).length,
    ).toBeGreaterThanOrEqual(TRAITS.length);
  });

  it('is graded as is true', () => {
    for (const { file, items, trait } of truth.students) {
      const found = result.students.find((one) => one.file === file);
      const verdicts = found?.items.map(({ item, state, points, wrong }) => [
        item,
        { state, points, ...(wrong !== undefined && { wrong }) },
      ]);
      expect([file, trait, Object.fromEntries(verdicts ?? [])]).toEqual([file, trait, items]);
    }
  });

  it('is flagged where somebody should look, and nowhere else', () => {
    for (const { file, flags, trait } of truth.students) {
      const found = result.students.find((one) => one.file === file)?.flags.map(({ flag }) => flag);
      expect([trait, found?.toSorted()]).toEqual([trait, [...flags].sort()]);
    }
  });

  it('has refused files, each for its reason', () => {
    expect(Object.fromEntries(result.refused.map(({ file, problem }) => [file, problem]))).toEqual(
      truth.refused,
    );
  });

  it('has every kind of verdict in it', () => {
    const states = new Set(result.students.flatMap(({ items }) => items.map(({ state }) => state)));
    for (const state of ['right', 'partly', 'wrong', 'missing'] as const)
      expect(states).toContain(state);
  });

  it('comes out the same when it is made again', async () => {
    const again = await simulated(key, 60, 7, (runs, onDone) => repeat(runs, 1, onDone));
    expect(again.truth).toEqual(truth);
  });
});

describe('runs that are repeated', () => {
  it('are lost one by one, and not with their parcel', async () => {
    const [good, other] = [...reruns.keys()].map((name) => runsByName().get(name));
    if (!good || !other) throw new Error('two runs');
    const bad = { ...good, settings: { ...good.settings, requests: -5_000 } };
    const found: string[] = [];
    await repeat([good, bad, other], 1, (run, { state }) =>
      found.push(`${run === bad ? 'bad' : 'good'} ${state}`),
    );
    expect(found.filter((one) => one.endsWith('done'))).toHaveLength(2);
    expect(found).toContain('bad failed');
  });
});

function runsByName() {
  const runs = wantedRuns(
    key.assignment,
    sorted(key, files).counted.map(({ submission }) => submission),
  );
  return new Map(runs.map((run) => [runKey(run), run]));
}
