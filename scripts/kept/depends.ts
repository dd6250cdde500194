/** What a test depends on, found and not listed: all that it imports, and all that was read for it when it last ran. */
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path/posix';
import { slugOf } from '../../src/book/reading-order.ts';

const IMPORTS =
  /(?:\bfrom|\bimport|\bimport\(|\bMock\()\s*['"]((?:\.{1,2}\/|#words\/|#kit\/)[^'"]+)['"]/g;
/** What a test starts as a program of its own is not seen to read; what it makes pages of is what they ask for. */
const STARTS = /from 'node:child_process'|import\.meta\.glob/;
/** What every result hangs on: engines, packages, and how tests are run. */
const ALWAYS = ['package-lock.json', 'vitest.config.ts', 'playwright.config.ts'];

const EXPERIMENTS = readdirSync('widgets/experiments');
const LESSONS = globSync('content/*/**/*.mdx').map((file) =>
  slugOf({ id: basename(file, '.mdx') }),
);
/** What a test in a file that goes through many may be about. */
export const SUBJECTS: readonly string[] = [...EXPERIMENTS, ...LESSONS];
/** Pages that are no lessons, of which a test may be about one, too. */
export const OTHERS: readonly string[] = [
  'the front page',
  ...globSync('dist/*/**/index.html').map((file) => basename(dirname(file))),
];

/** The experiment that a file belongs to. */
const experimentOf = (file: string): string | undefined =>
  /^widgets\/experiments\/([^/]+)\//.exec(file)?.[1];

const texts = new Map<string, string>();
const hashes = new Map<string, string>();

function textOf(file: string): string {
  const known = texts.get(file) ?? (existsSync(file) ? readFileSync(file, 'utf8') : '');
  texts.set(file, known);
  return known;
}

const hashed = (text: string | Uint8Array): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, 22);

/** The hash of what a name of `reads.mjs` stands for: a file, a folder's names, or the names that a pattern finds. */
function hashOf(name: string): string {
  const known = hashes.get(name);
  if (known !== undefined) return known;
  const find = (): string => {
    if (name.startsWith('*')) return globSync(name.slice(1).split('|')).toSorted().join('\n');
    if (!existsSync(name)) return 'not there';
    if (name.endsWith('/')) return readdirSync(name).toSorted().join('\n');
    if (statSync(name).isDirectory()) return 'a folder';
    return hashed(readFileSync(name));
  };
  const hash = hashed(find());
  hashes.set(name, hash);
  return hash;
}

/** The file that an import in another means. */
function target(from: string, name: string): string {
  const path = name.startsWith('#')
    ? name.replace(/^#words\/(.*)$/, '$1.en.ts').replace(/^#kit\/(.*)$/, 'widgets/kit/$1/index.ts')
    : join(dirname(from), name);
  return path.replace(/\?.*$/, '');
}

/** Every file that is a source of the book. */
export const SOURCES = globSync('{content,docs,public,scripts,src,tests,widgets}/**/*.*').filter(
  (file) => !/\.new\.(?:svg|json)$/.test(file),
);

/**
 * A test file and all that it imports. Of experiments it is bound to those that its own texts name, by import or as a quoted
 * tag; to all of them where it goes through all.
 */
function closure(entry: string, only?: string): ReadonlySet<string> {
  const own = new Set<string>();
  const visit = (file: string, isBound: (tag: string) => boolean, into: Set<string>): void => {
    const tag = experimentOf(file);
    if (into.has(file) || (tag !== undefined && !isBound(tag))) return;
    into.add(file);
    for (const [, name = ''] of textOf(file).matchAll(IMPORTS))
      visit(target(file, name), isBound, into);
  };
  visit(entry, () => false, own);
  const tests = [...own].filter((file) => file.startsWith('tests/')).map(textOf);
  const goesThroughAll = tests.some((text) => /\bloadWidgets\b|\bEXPERIMENTS\b/.test(text));
  const isNamed = (tag: string): boolean =>
    tests.some((text) => text.includes(`'${tag}'`) || text.includes(`experiments/${tag}/`));
  const tags = EXPERIMENTS.filter((tag) =>
    only === undefined || !EXPERIMENTS.includes(only)
      ? goesThroughAll || isNamed(tag)
      : tag === only,
  );
  const all = new Set<string>();
  for (const file of tags.flatMap((tag) => globSync(`widgets/experiments/${tag}/**/*`)))
    if (/\.\w+$/.test(file)) visit(file, () => true, all);
  visit(entry, (tag) => tags.includes(tag), all);
  return all;
}

/** What was read, by the module it was read for. */
export type Reads = ReadonlyMap<string, ReadonlySet<string>>;

/** The log of `reads.mjs`. */
export function readsIn(log: string): Reads {
  const reads = new Map<string, Set<string>>();
  for (const line of existsSync(log) ? readFileSync(log, 'utf8').split('\n') : []) {
    const [by = '', what] = line.split('\t');
    if (what !== undefined) reads.set(by, (reads.get(by) ?? new Set()).add(what));
  }
  return reads;
}

/** It reads for all pages; what a test’s own pages asked for is known. */
const SERVER = 'scripts/serve.mjs';

/** What else is known of a test. */
interface Scope {
  /** The experiment, lesson or other page that it is about, where its file goes through all of them. */
  readonly only?: string | undefined;
  /** Files of the built book that its pages asked for. */
  readonly asks?: readonly string[];
}

/** One name for all that a test hangs on: another one, and it is to be run. */
export function dependencies(entry: string, reads: Reads, { only, asks = [] }: Scope = {}): string {
  const modules = closure(entry, only);
  const starts = [...modules].some(
    (file) => /^(tests|scripts)\//.test(file) && STARTS.test(textOf(file)),
  );
  const sources = entry.startsWith('tests/pages/')
    ? SOURCES.filter((file) => !file.startsWith('content/'))
    : SOURCES;
  const isOthers = (name: string): boolean =>
    only !== undefined && SUBJECTS.some((one) => one !== only && bears(name, one));
  const read = [...modules].flatMap((file) => [...((file !== SERVER && reads.get(file)) || [])]);
  const names = new Set([
    ...ALWAYS,
    ...modules,
    ...read.filter((name) => !isOthers(name)),
    ...asks,
    ...(starts ? sources : []),
  ]);
  const list = [...names].toSorted().map((name) => `${name} ${hashOf(name)}`);
  return hashed([process.version, process.env['TEST_ALL'], only, ...list].join('\n'));
}

/** Whether a file is called by this name, or lies in a folder that is. */
const bears = (name: string, subject: string): boolean =>
  name
    .split('/')
    .map((part) => part.replace(/^\d+-/, ''))
    .some((part) => part === subject || part.startsWith(`${subject}.`));
