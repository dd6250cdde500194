/** Runs a check in the copy. */
import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectCommand } from '../setup.mjs';
import { browserCounts, unitCounts } from '../test/counts.mjs';
import { COPY } from './copy.ts';
import type { Check } from './mutant.ts';

/** What came of a check; `odd` is neither: it broke where a test should have failed, or nothing was tested. */
export interface Verdict {
  readonly came: 'passed' | 'failed' | 'odd';
  /** What the check said, for whoever has to look into it. */
  readonly said: string;
}

const REPORT = join(COPY, '.cache', 'report.json');

interface Unit {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
}

function runs(
  [name = '', ...args]: readonly string[],
  env: Readonly<Record<string, string>> = {},
): SpawnSyncReturns<string> {
  const { command, options } = projectCommand(name, { ...env, NO_COLOR: '1' });
  rmSync(REPORT, { force: true });
  return spawnSync(command, args, { ...options, cwd: COPY, encoding: 'utf8', maxBuffer: 1e9 });
}

function report(): unknown {
  try {
    return JSON.parse(readFileSync(REPORT, 'utf8'));
  } catch {
    return undefined;
  }
}

const saidBy = ({ stdout, stderr }: SpawnSyncReturns<string>): string => `${stdout}${stderr}`;

function unit({
  unit: file,
  experiments = '',
  title,
  isUnloaded,
}: Extract<Check, { unit: string }>): Verdict {
  const titled = title === undefined ? [] : ['-t', title];
  const how = ['--reporter=dot', '--reporter=json', `--outputFile.json=${REPORT}`];
  const ended = runs(['vitest', 'run', file, ...titled, ...how], { EXPERIMENTS: experiments });
  const found = report() as Unit | undefined;
  const counts = unitCounts(found);
  const failed = isUnloaded ? counts.failed : (found?.numFailedTests ?? 0);
  return verdict(saidBy(ended), failed, counts);
}

function page({ page: file, grep }: Extract<Check, { page: string }>): Verdict {
  const ended = runs(['playwright', 'test', file, '--grep', grep, '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: REPORT,
  });
  const found = report() as { readonly stats: { readonly unexpected: number } } | undefined;
  return verdict(saidBy(ended), found?.stats.unexpected ?? 0, browserCounts(found));
}

function verdict(said: string, failed: number, all: ReturnType<typeof unitCounts>): Verdict {
  if (failed > 0) return { came: 'failed', said };
  return { came: all.failed === 0 && all.passed > 0 ? 'passed' : 'odd', said };
}

/** Runs a check to its end. */
export function checkedBy(check: Check): Verdict {
  if ('unit' in check) return unit(check);
  if ('page' in check) return page(check);
  const ended = runs(check.program);
  return { came: ended.status === 0 ? 'passed' : 'failed', said: saidBy(ended) };
}

/** Builds the pages of the copy; true where that worked. Questions are not proved. */
export function built(): Verdict {
  rmSync(join(COPY, 'dist'), { recursive: true, force: true });
  const ended = ['astro build', 'node scripts/relative-links.mjs dist'].map((line) =>
    runs(line.split(' ')),
  );
  const isFine = ended.every(({ status }) => status === 0);
  return { came: isFine ? 'passed' : 'failed', said: ended.map(saidBy).join('') };
}

/** A check in words. */
export function named(check: Check): string {
  if ('program' in check) return check.program.join(' ');
  if ('page' in check) return `${check.page} (${check.grep})`;
  return [check.unit, check.experiments, check.title].filter(Boolean).join(', ');
}
