// What the last run of each file of tests has found, for the report of what was checked: written after a run, read by a release.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const AT = join('.cache', 'checked.json');

/**
 * The last results, by file of tests.
 * @param {string} root
 * @returns {Record<string, { day: string, passed: number, failed: number }>}
 */
export function lastResults(root) {
  const file = join(root, AT);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/** Every test of a report of Playwright's: its file, and whether it passed; nothing for one that was not run. */
function* pagesIn(suite, folder) {
  for (const { file, tests } of suite.specs ?? [])
    for (const { status, annotations } of tests) {
      const isKept = annotations.some((one) => one.type === 'skip' && one.description === 'kept');
      if (status !== 'skipped' || isKept) yield [join(folder, file), status !== 'unexpected'];
    }
  for (const one of suite.suites ?? []) yield* pagesIn(one, folder);
}

/** Every test of a report of Vitest's. */
function* unitsIn({ testResults }) {
  for (const { name, assertionResults } of testResults)
    for (const { status } of assertionResults)
      if (status === 'passed' || status === 'failed') yield [name, status === 'passed'];
}

/**
 * Writes down what reports say, each a parsed one or nothing; files that were not run keep what was said of them before.
 * @param {string} root
 * @param {string} day as `2027-02-01`
 * @param {{ unit?: object, browser?: object }} reports
 */
export function writeResults(root, day, { unit, browser }) {
  const now = {};
  const all = [
    ...(unit ? unitsIn(unit) : []),
    ...(browser ? pagesIn(browser, browser.config.rootDir) : []),
  ];
  for (const [path, isFine] of all) {
    const file = relative(root, path).replaceAll('\\', '/');
    const one = (now[file] ??= { day, passed: 0, failed: 0 });
    one[isFine ? 'passed' : 'failed'] += 1;
  }
  mkdirSync(dirname(join(root, AT)), { recursive: true });
  writeFileSync(join(root, AT), JSON.stringify({ ...lastResults(root), ...now }));
}
