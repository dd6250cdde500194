// The groups of checks that `npm test` runs. Each gives its counts and leaves its words on the terminal.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetupFailed, browserEnvironment, inProjectNode } from '../setup.mjs';
import { browserCounts, unitCounts } from './counts.mjs';

const CAPTURED = { stdio: 'pipe', encoding: 'utf8', maxBuffer: 1 << 28 };

/** Runs programs one after the other; their output is shown only where one of them fails. */
export function programs(...commands) {
  const results = commands.map(([program, ...args]) => {
    const result = inProjectNode(program, args, CAPTURED);
    if (result.status !== 0) {
      console.log(`\n$ ${program} ${args.join(' ')}\n${result.stdout}${result.stderr}`);
    }
    return result.status === 0;
  });
  const fine = results.every(Boolean);
  return { passed: fine ? 1 : 0, failed: fine ? 0 : 1, skipped: 0 };
}

/** Both editions, after `made` has built the pages. */
export async function editions(made) {
  try {
    await made();
  } catch (error) {
    if (!(error instanceof SetupFailed)) throw error;
    console.log(error.message);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  return programs(['node', 'scripts/offline.mjs']);
}

function reportOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** The unit tests: all of them, or those of the given files. The runner's report is written into the folder. */
export function unit(folder, files = []) {
  const json = join(folder, 'unit.json');
  inProjectNode('vitest', [
    'run',
    ...files,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${json}`,
  ]);
  return unitCounts(reportOf(json));
}

/** The page tests: all of them, or those of the given files, or those of them whose titles fit. */
export function browser(folder, browsers, { files = [], titles = undefined } = {}) {
  const json = join(folder, 'browser.json');
  const asked = [...files, ...(titles === undefined ? [] : ['--grep', titles])];
  inProjectNode('playwright', ['test', ...asked, '--reporter=list,json'], {
    env: { ...browserEnvironment(browsers), PLAYWRIGHT_JSON_OUTPUT_NAME: json },
  });
  return browserCounts(reportOf(json));
}
