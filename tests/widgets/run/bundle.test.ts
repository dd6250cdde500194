import { Script } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bundleWorker, entries, simulationsIn } from '../../../scripts/workers.mjs';
import { RUNS } from '../../../widgets/run/sim/runs.ts';

/** Kilobytes of a simulation’s worker, and of those that are none: the lab’s, the grader’s, and what runs students’ programs. */
const SIMULATION = 15;
const OTHERS: Readonly<Record<string, number>> = { lab: 265, grade: 90, code: 65 };
const WORKERS = Object.entries(entries()).filter(([name]) => name !== 'sim');

it('each simulation has a worker of its own, and one with all serves pages of earlier editions', async () => {
  expect(WORKERS.map(([name]) => name).toSorted()).toEqual(
    [...Object.keys(OTHERS), ...Object.keys(RUNS).map((name) => name.replace('/', '-'))].toSorted(),
  );
  const all = await bundleWorker(entries()['sim'] ?? '');
  for (const name of Object.keys(RUNS)) expect(all).toContain(name);
});

it('a simulation that comes from nowhere is named', () => {
  expect(() => simulationsIn(`  'sim/two-words': runTwoWords,`)).toThrow('runTwoWords is imported');
});

describe.each(WORKERS)('the bundle of the worker %s', async (name, entry) => {
  const script = await bundleWorker(entry);
  const limit = OTHERS[name] ?? SIMULATION;

  it('is a classic script without imports', () => {
    expect(() => new Script(script)).not.toThrow();
    expect(script).not.toMatch(/(^|[;\s])import\s*\(|import\.meta/);
  });

  it('makes no code from text, which the policy would refuse', () => {
    // What the stripper of types would write for React is a text.
    expect(script.replace(/`__reactstandin__\w+\([^`]*`/, '')).not.toMatch(
      /new Function\b|[^.\w]eval\(|[^.\w]Function\(/,
    );
  });

  it('names no module of Node', () => {
    expect(script).not.toMatch(/require\(.(fs|path|worker_threads|perf_hooks)/);
  });

  it(`takes at most ${limit} kB, gzipped`, () => {
    expect(gzipSync(script).length / 1000).toBeLessThan(limit);
  });
});
