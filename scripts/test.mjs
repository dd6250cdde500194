// `npm test`: installs what is missing, then runs every check there is and ends with one line of counts.
// A group that fails does not stop the next, except that the browser tests need a book to open.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, ensureBuilt } from './build.mjs';
import { runCommand } from './command.mjs';
import { ROOT, ensureBrowsers, ensureDependencies } from './setup.mjs';
import { addUp, lastLine } from './test/counts.mjs';
import { whatFailed } from './test/failures.mjs';
import { browser, checks, editions, programs, unit, unitBeside } from './test/groups.mjs';
import { LESSON_CHECKS, belongingTo, testTree, titlesOf } from './test/names.mjs';

const reports = mkdtempSync(join(tmpdir(), 'book-tests-'));
process.once('exit', () => rmSync(reports, { recursive: true, force: true }));
const counts = {};

async function group(name, run) {
  process.stdout.write(`\n${name} … `);
  const start = Date.now();
  counts[name] = await run();
  const { passed, failed, kept = 0 } = counts[name];
  const also = kept > 0 ? `, ${kept} kept` : '';
  const verdict = failed > 0 ? `FAILED (${failed})` : `fine (${passed}${also})`;
  console.log(`${name}: ${verdict}, ${((Date.now() - start) / 1000).toFixed(0)} s`);
}

async function everything() {
  const browsers = ensureBrowsers();
  const units = unitBeside(reports);
  await group('types, lint, format', checks);
  await group('build', () => editions(() => build({ isQuiet: true, isProved: true })));
  if (counts.build.failed > 0) console.log('There is no new book to open.');
  else await opened(browsers);
  // Begun first, and last to end.
  await group('unit (begun first)', units);
}

async function opened(browsers) {
  await group('links', () =>
    programs(['node', 'scripts/links.mjs', 'dist', 'dist-offline/textbook.html']),
  );
  await group('browser', () => browser(reports, browsers));
}

/** The selections of several names as one. */
function selected(names) {
  const tree = testTree(ROOT);
  const found = names.map((name) => belongingTo(name, tree));
  return {
    units: [...new Set(found.flatMap((one) => (one.only ? [] : one.unit)))],
    contracts: found.filter((one) => one.only),
    pages: [...new Set(found.flatMap((one) => one.pages))],
    lessons: found.flatMap((one) => one.lesson ?? []),
  };
}

async function only(names) {
  const { units, contracts, pages, lessons } = selected(names);
  if (units.length > 0) await group('unit', () => unit(reports, units));
  for (const { only: tag, unit: files } of contracts)
    await group(tag, () => unit(reports, [...files, '--testNamePattern', `\\b${tag}\\b`]));
  if (pages.length + lessons.length === 0) return;
  const browsers = ensureBrowsers();
  await group('build', () => editions(ensureBuilt));
  if (counts.build.failed > 0) return console.log('There is no new book to open.');
  if (pages.length > 0) await group('pages', () => browser(reports, browsers, { files: pages }));
  for (const lesson of lessons) {
    const checks = { files: [`${LESSON_CHECKS}/`], titles: titlesOf(lesson) };
    await group('questions', () => programs(['node', 'scripts/prove.ts', lesson]));
    await group(lesson, () => browser(reports, browsers, checks));
  }
}

/** Forgets what was kept, and lets every group know. */
function takeAll() {
  process.env.TEST_ALL = '1';
  for (const kept of ['outcomes', 'assignments', 'kept-tests', 'checks'])
    rmSync(join(ROOT, '.cache', kept), { recursive: true, force: true });
}

const takesAll = process.argv.includes('--all');
const command = async ({ words: names }) => {
  if (takesAll) takeAll();
  ensureDependencies();
  await (names.length > 0 ? only(names) : everything());
  const sum = addUp(Object.values(counts));
  for (const line of whatFailed(counts)) console.log(`\n${line}`);
  if (sum.kept > 0) console.log(`\nKept, for nothing has changed that they hang on: ${sum.kept}.`);
  console.log(`\n${lastLine(sum)}`);
  return sum.failed > 0 ? 1 : 0;
};
await runCommand(
  takesAll ? 'test:all' : 'test',
  command,
  process.argv.slice(2).filter((word) => word !== '--all'),
);
