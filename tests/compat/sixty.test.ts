/**
 * Sixty hand-ins to the first two assignments, made and graded by the book as it was when they were set: pretended students with
 * every way of doing things. They are graded by the key of now, every run that they cite repeated by the experiments of now.
 */
import '../../src/tasks/kinds/code/engine/node.ts';
import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { repeat } from '../../scripts/grade/rerun.ts';
import { sourceKey } from '../../scripts/grade/source-key.ts';
import { gradeClass, toRepeat } from '../../src/tasks/grading/pure/grade/class.ts';
import type { Rerun } from '../../src/tasks/grading/pure/grade/reruns.ts';
import { wantedRuns } from '../../src/tasks/grading/pure/grade/wanted-runs.ts';
import { readSubmission } from '../../src/tasks/sets/pure/submission/read.ts';
import { runKey } from '../../widgets/kit/record/run-key.ts';

interface Frozen {
  /** What was handed in, by the names of the files; a text where that is none whole. */
  readonly files: Readonly<Record<string, object | string>>;
  readonly students: readonly {
    readonly file: string;
    readonly points: number;
    readonly items: readonly number[];
    readonly flags: readonly string[];
  }[];
  readonly refused: readonly (readonly [file: string, problem: string])[];
}

const packed = readFileSync('tests/compat/fixtures/assignments/sixty.json.br');
const all = JSON.parse(brotliDecompressSync(packed).toString()) as Readonly<Record<string, Frozen>>;

it.each(Object.entries(all))(
  'old hand-ins get the points that they got, and no new flag: %s',
  async (id, { files, students, refused }) => {
    expect(students.length + refused.length).toBe(30);
    const key = await sourceKey(id);
    const read = Object.entries(files).map(([file, what]) => ({
      file,
      read: readSubmission(typeof what === 'string' ? what : JSON.stringify(what)),
    }));
    const reruns = new Map<string, Rerun>();
    const runs = wantedRuns(key.assignment, toRepeat(key, read, 'last'));
    expect(runs.length).toBeGreaterThan(100);
    await repeat(runs, 2, (run, rerun) => reruns.set(runKey(run), rerun));
    const result = gradeClass(key, read, reruns);
    expect(result.refused.map(({ file, problem }) => [file, problem])).toEqual(refused);
    expect(
      result.students.map(({ file, points, items, flags }) => ({
        ...{ file, points, items: items.map((one) => one.points) },
        flags: flags.map(({ flag }) => flag),
      })),
    ).toEqual(students);
  },
);
