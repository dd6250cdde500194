// What `npm test -- NAME` can be asked for, and which tests belong to a name. Found in the tree, so that nothing is listed twice.
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path/posix';

const EVERY_LESSON = 'tests/pages/lessons';
const EXPERIMENTS = 'tests/widgets/experiments';
/** Tests that go through all experiments. */
const EVERY_EXPERIMENT = 'tests/widgets';
/** The programs that are changed in questions: the titles have lesson and experiment. */
const CHANGES = 'tests/python/changes.test.ts';
/** What an experiment that has no tests of its own is held against. */
const CONTRACT = [
  ...['conformance', 'index'].map((name) => `${EVERY_EXPERIMENT}/${name}.test.ts`),
  ...['tests/python/programs.test.ts', CHANGES],
];

/**
 * The tests and lessons of the book under `root`.
 * @param {string} root
 */
export function testTree(root) {
  const below = (folder, pattern) =>
    readdirSync(join(root, folder), { recursive: true })
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .filter((path) => pattern.test(path))
      .sort();
  const lessons = below('content', /\.mdx$/);
  return {
    files: below('tests', /\.(?:test|spec)\.ts$/),
    lessons: lessons.map((path) => basename(path, '.mdx').replace(/^\d+-/, '')),
    experiments: existsSync(join(root, 'widgets/experiments'))
      ? readdirSync(join(root, 'widgets/experiments'))
      : [],
  };
}

const stem = (file) => basename(file).replace(/(\.gpu)?\.(test|spec)\.ts$/, '');

/** @param {string} file */
function foldersOf(file) {
  return dirname(file).split('/').slice(1);
}

/**
 * What belongs to a name: a lesson, an experiment or another test file without its ending, or a folder below `tests/` at any
 * depth. Nothing where there is no such name.
 * @param {string} name
 * @param {{ files: readonly string[], lessons: readonly string[], experiments?: readonly string[] }} tree
 * @returns {{ unit: string[], pages: string[], lesson: string | undefined, only?: string } | undefined}
 *   unit tests, page tests to run whole, and the lesson whose checks are to be run; of the unit tests only those about `only`
 */
export function belongingTo(name, { files, lessons, experiments = [] }) {
  const wanted = stem(name);
  const found = files.filter((file) => stem(file) === wanted || foldersOf(file).includes(wanted));
  const lesson = lessons.includes(wanted) ? wanted : undefined;
  if (found.length === 0 && experiments.includes(wanted))
    return { unit: CONTRACT, pages: [], lesson, only: wanted };
  if (found.length === 0)
    return lesson === undefined ? undefined : { unit: [CHANGES], pages: [], lesson, only: wanted };
  const isOfExperiment = found.some((file) => file.startsWith(`${EXPERIMENTS}/`));
  const more = isOfExperiment ? files.filter((file) => dirname(file) === EVERY_EXPERIMENT) : [];
  const all = [...new Set([...found, ...more])];
  return {
    unit: all.filter((file) => file.endsWith('.test.ts')),
    pages: all.filter((file) => file.endsWith('.spec.ts')),
    lesson,
  };
}

/**
 * All names, in lines for a reader.
 * @param {{ files: readonly string[], lessons: readonly string[] }} tree
 */
export function namesIn({ files, lessons }) {
  const listed = (names) => [...new Set(names)].sort().join(', ');
  const experiments = files
    .filter((file) => file.startsWith(`${EXPERIMENTS}/`))
    .map((file) => basename(dirname(file)));
  const known = new Set([...lessons, ...experiments]);
  return [
    `  lessons:     ${lessons.join(', ')}`,
    `  experiments: ${listed(experiments)}`,
    `  rooms:       ${listed(files.flatMap(foldersOf).filter((name) => !known.has(name)))}`,
    `  files:       ${listed(files.map(stem).filter((name) => !known.has(name)))}`,
  ].join('\n');
}

/** The folder of the checks that go through all lessons; each check's title begins with its lesson. */
export const LESSON_CHECKS = EVERY_LESSON;

/**
 * A pattern for titles of one lesson's checks.
 * @param {string} lesson
 */
export function titlesOf(lesson) {
  return `(?<![\\w-])${lesson}(?![\\w-])`;
}
