/** Runs checks in the copy. */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectCommand } from '../setup.mjs';
import { browserCounts, unitCounts } from '../test/counts.mjs';
import { COPY } from './copy.ts';
import type { Check } from './mutant.ts';

/** What came of a check, and what it said; `odd`: it broke where a test should have failed, or nothing was tested. */
export interface Verdict {
  readonly came: 'passed' | 'failed' | 'odd';
  readonly said: string;
}

const REPORT = join(COPY, '.cache', 'report.json');

function runs(words: readonly string[], env: Readonly<Record<string, string>> = {}): Verdict {
  const [name = '', ...args] = words;
  const { command, options } = projectCommand(name, { ...env, NO_COLOR: '1' });
  rmSync(REPORT, { force: true });
  const how = { ...options, cwd: COPY, encoding: 'utf8', maxBuffer: 1e9 } as const;
  const { status, stdout, stderr } = spawnSync(command, args, how);
  return { came: status === 0 ? 'passed' : 'failed', said: `${stdout}${stderr}` };
}

/** The verdict of a runner by its own report: a test has failed, or all have passed and there were some. */
function tested(
  { said }: Verdict,
  counts: typeof unitCounts,
  failedIn: (report: Report) => number | undefined,
): Verdict {
  let report: Report = {};
  try {
    report = JSON.parse(readFileSync(REPORT, 'utf8')) as Report;
  } catch {
    return { came: 'odd', said };
  }
  if ((failedIn(report) ?? 0) > 0) return { came: 'failed', said };
  const { passed, failed } = counts(report);
  return { came: failed === 0 && passed > 0 ? 'passed' : 'odd', said };
}

interface Report {
  readonly numFailedTests?: number;
  readonly stats?: { readonly unexpected: number };
}

/** Runs a check to its end. */
export function checkedBy(check: Check): Verdict {
  if ('program' in check) return runs(check.program);
  if ('page' in check) {
    const words = ['playwright', 'test', check.page, '--grep', check.grep, '--reporter=list,json'];
    const ended = runs(words, { PLAYWRIGHT_JSON_OUTPUT_NAME: REPORT });
    return tested(ended, browserCounts, ({ stats }) => stats?.unexpected);
  }
  const titled = check.title === undefined ? [] : ['-t', check.title];
  const how = ['--reporter=dot', '--reporter=json', `--outputFile.json=${REPORT}`];
  const words = ['vitest', 'run', check.unit, ...titled, ...how];
  const ended = runs(words, { EXPERIMENTS: check.experiments ?? '' });
  return tested(ended, unitCounts, ({ numFailedTests }) => numFailedTests);
}

/** Builds the pages of the copy; questions are not proved. */
export function built(): Verdict {
  rmSync(join(COPY, 'dist'), { recursive: true, force: true });
  const pages = runs(['astro', 'build']);
  return pages.came === 'passed' ? runs(['node', 'scripts/relative-links.mjs', 'dist']) : pages;
}

/** A check in words. */
export function named(check: Check): string {
  if ('program' in check) return check.program.join(' ');
  if ('page' in check) return `${check.page} (${check.grep})`;
  return [check.unit, check.experiments, check.title].filter(Boolean).join(', ');
}
