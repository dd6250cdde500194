// The groups of checks that `npm test` runs. Each gives its counts and leaves its words on the terminal.
import { spawn } from 'node:child_process';
import { openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT, SetupFailed, WINDOWS, inProjectNode, projectCommand } from '../setup.mjs';
import { writeResults } from './checked.mjs';
import { browserCounts, unitCounts } from './counts.mjs';
import { browserFailures, programFailure, unitFailures } from './failures.mjs';

const NOTHING = { passed: 0, failed: 0, skipped: 0, failures: [] };

/** Runs a program to its end; its output is shown only where it fails. Answers with the failure, if it did. */
function program([name, ...args]) {
  const { command, options } = projectCommand(name);
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (said += text));
    const end = (isFine) => {
      if (isFine) return resolve(undefined);
      const called = `${name} ${args.join(' ')}`;
      console.log(`\n$ ${called}\n${said}`);
      resolve(programFailure(called, said));
    };
    child.on('error', ({ message }) => {
      said += message;
      end(false);
    });
    child.on('close', (code) => end(code === 0));
  });
}

/** Runs lists of programs, the lists side by side, what stands in one of them one after the other; all of them, whatever fails. */
async function sideBySide(...lists) {
  const ended = lists.map(async (list) => {
    const each = [];
    for (const one of list) each.push(await program(one));
    return each;
  });
  const failures = (await Promise.all(ended)).flat().filter(Boolean);
  const isFine = failures.length === 0;
  return { passed: isFine ? 1 : 0, failed: isFine ? 0 : 1, skipped: 0, failures };
}

/** Runs programs one after the other. */
export const programs = (...commands) => sideBySide(commands);

/** Where a program remembers which files it has seen, by their content. */
const remembering = (name) => [
  '--cache',
  ...['--cache-strategy', 'content', '--cache-location', `.cache/checks/${name}`],
];

/** Version 7, several times as fast; `astro check` and the linter need 6, the last that can be imported. */
const COMPILER = ['node', join('node_modules', 'typescript-native', 'bin/tsc'), '--noEmit', '-p'];

/** Types, lint and format; what has not changed is not looked at again. */
export async function checks() {
  const typed = [
    [...COMPILER, 'tsconfig.json'],
    [...COMPILER, 'tsconfig.pure.json'],
    ['astro', 'check', '--tsconfig', 'tsconfig.pages.json', '--minimumFailingSeverity', 'warning'],
  ];
  const areKept = kept('plan', 'types').kept > 0;
  const synced = areKept ? NOTHING : await programs(['astro', 'sync']);
  if (synced.failed > 0) return synced;
  const done = await sideBySide(
    [
      ['eslint', '--max-warnings', '0', ...remembering('eslint'), '.'],
      ['prettier', '--check', '--log-level', 'warn', ...remembering('prettier'), '.'],
    ],
    areKept ? [] : typed,
  );
  if (done.failed === 0) kept('record', 'types');
  return done;
}

/** Both editions, and what packages are made of, after `made` has built the pages. */
export async function editions(made) {
  try {
    await made();
  } catch (error) {
    if (!(error instanceof SetupFailed)) throw error;
    console.log(error.message);
    const failures = [programFailure('building the pages', error.message)];
    return { passed: 0, failed: 1, skipped: 0, failures };
  }
  return programs(
    ['node', 'scripts/offline.mjs'],
    ['node', 'scripts/offline/make.ts', 'dist', 'dist-offline/package.html', 'package'],
  );
}

function reportOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Counts and failures of the unit tests, of the report in a file. */
function unitVerdict(json) {
  const report = reportOf(json);
  return { ...unitCounts(report), failures: unitFailures(report) };
}

const unitArguments = (json) => [
  'run',
  '--reporter=dot',
  '--reporter=json',
  `--outputFile.json=${json}`,
];

/** The unit tests of the given files. The runner's report is written into the folder. */
export function unit(folder, files) {
  const json = join(folder, 'unit.json');
  inProjectNode('vitest', [...unitArguments(json), ...files]);
  return unitVerdict(json);
}

const today = () => new Date().toISOString().slice(0, 10);

/** What `scripts/kept/kept.ts` says. */
function kept(...words) {
  const { stdout } = inProjectNode('node', ['scripts/kept/kept.ts', ...words], {
    stdio: ['ignore', 'pipe', 2],
    encoding: 'utf8',
  });
  return stdout === '' ? undefined : JSON.parse(stdout);
}

/** Where is written down what tests read. */
const readsOf = (runner) => ({
  KEPT_READS: join(ROOT, '.cache', 'kept-tests', `reads-${runner}.tsv`),
});

/**
 * Begins the unit tests that are not kept, which compute where the other groups wait. Answers with how to wait for them and
 * for their counts; what they say comes then.
 */
export function unitBeside(folder) {
  const plan = kept('plan', 'units');
  if (plan.run.length === 0) return async () => ({ ...NOTHING, kept: plan.kept });
  const [json, words] = ['unit.json', 'unit.txt'].map((name) => join(folder, name));
  const { command, options } = projectCommand('vitest', {
    ...readsOf('units'),
    EXPERIMENTS: plan.experiments.join(','),
  });
  const said = openSync(words, 'w');
  // In a session of their own: Linux shares its processors among sessions.
  const child = spawn(command, [...unitArguments(json), ...plan.run], {
    ...options,
    stdio: ['ignore', said, said],
    detached: !WINDOWS,
  });
  const ended = new Promise((resolve) => {
    child.once('error', resolve).once('close', resolve);
  });
  shares(child, LAST);
  process.once('exit', () => child.exitCode === null && end(child));
  process.once('SIGINT', () => process.exit(130));
  return async () => {
    shares(child, EQUAL);
    await ended;
    process.stdout.write(readFileSync(words, 'utf8'));
    kept('record', 'units', json);
    writeResults(ROOT, today(), { unit: reportOf(json) });
    return { ...unitVerdict(json), kept: plan.kept };
  };
}

/** How much of the processors a session has beside others that want all of them: a tenth of theirs, or as much. */
const [LAST, EQUAL] = ['10', '0'];

/**
 * The share of a program in a session of its own. A lower one can be taken back, as a lower priority cannot: or unit tests that
 * are left alone with other programs would starve. Without it everything comes out the same.
 */
function shares({ pid }, share) {
  try {
    writeFileSync(`/proc/${pid}/autogroup`, share);
  } catch {
    // Not every system has it.
  }
}

/** Ends a program with all that it has begun. */
function end({ pid }) {
  try {
    process.kill(WINDOWS ? pid : -pid);
  } catch {
    // It has ended by itself.
  }
}

/** The page tests that are not kept; or those of the given files, or those of them whose titles fit. */
export function browser(folder, browsers, { files = [], titles = undefined } = {}) {
  const json = join(folder, 'browser.json');
  const asked = [...files, ...(titles === undefined ? [] : ['--grep', titles])];
  const plan = asked.length === 0 ? kept('plan', 'pages') : { kept: 0 };
  const keeping =
    asked.length === 0
      ? {
          ...readsOf('pages'),
          KEPT_PAGES: join(ROOT, '.cache', 'kept-tests', 'pages-kept.json'),
          NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --import=${pathToFileURL(join(ROOT, 'scripts/kept/reads.mjs'))}`,
        }
      : {};
  inProjectNode('playwright', ['test', ...asked, '--reporter=list,json'], {
    env: { ...browsers, ...keeping, PLAYWRIGHT_JSON_OUTPUT_NAME: json },
  });
  const report = reportOf(json);
  if (asked.length === 0) {
    kept('record', 'pages', json);
    writeResults(ROOT, today(), { browser: report });
  }
  const counts = browserCounts(report);
  // What is kept was passed over, and is counted once.
  const skipped = Math.max(0, counts.skipped - plan.kept);
  return { ...counts, skipped, kept: plan.kept, failures: browserFailures(report) };
}
