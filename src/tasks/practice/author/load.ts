/** Reads every lesson and every question of the book, and knows where each stands. Build and Node only. */
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { KINDS } from '../kinds.ts';
import type { Book, BookQuestion, LessonSource } from '../contract.ts';
import { readIdeas } from './ideas.ts';
import { readPlacements } from './placements.ts';
import { readQuestions, whereIs } from './read-questions.ts';

interface Read {
  readonly root: string;
  readonly texts: readonly (readonly [path: string, text: string])[];
  readonly book: Book;
}
let kept: Read | undefined;
/** While pages are built nothing in `content/` changes, and each of them asks several times. */
const isStill = (import.meta as Partial<ImportMeta>).env?.PROD === true;

/**
 * Every question of the book under `root` (the current folder when left out).
 * Throws an Error that lists each fault with its lesson and question.
 */
export function loadBook(root: string = process.cwd()): Book {
  if (isStill && kept?.root === root) return kept.book;
  const texts = globSync('content/**/*.{mdx,yaml}', { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted()
    .map((path) => [path, readFileSync(join(root, path), 'utf8')] as const);
  const isSame =
    kept?.root === root &&
    kept.texts.length === texts.length &&
    texts.every(([path, text], i) => kept?.texts[i]?.[0] === path && kept.texts[i][1] === text);
  if (!kept || !isSame) kept = { root, texts, book: readBook(new Map(texts)) };
  return kept.book;
}

/** The book in files given by path; `loadBook` reads them from the disk. */
export function readBook(files: ReadonlyMap<string, string>): Book {
  const faults: string[] = [];
  const lessons = [...files]
    .filter(([path]) => path.endsWith('.mdx'))
    .map(([file, text]) => readLesson(file, text, faults));
  const questions = [...files]
    .filter(([path]) => path.endsWith('.questions.yaml'))
    .flatMap(([file, text]) => readQuestions(file, text, KINDS, faults));
  const ideas = readIdeas(files, faults);
  const retired = parse(files.get('content/retired-ids.yaml') ?? '[]') as unknown;
  faults.push(
    ...retiredIds(questions, Array.isArray(retired) ? retired : []),
    ...sharedIds(
      'question',
      questions.map((one) => ({ id: one.question.id, file: one.file })),
    ),
    ...sharedIds(
      'experiment',
      lessons.flatMap(({ instances, file }) => instances.map(({ id }) => ({ id, file }))),
    ),
    ...uses(lessons.map(({ id, file }) => ({ id, file }))).map(
      ({ id }) => `two lessons are both called ${id}.mdx; rename one`,
    ),
  );
  if (faults.length > 0)
    throw new Error(`The book's questions have faults:\n- ${faults.join('\n- ')}`);
  return { lessons, questions, ideas };
}

function readLesson(file: string, text: string, faults: string[]): LessonSource {
  const id = basename(file, '.mdx');
  try {
    const { named, instances, questions } = readPlacements(text);
    return { id, file, named, instances, placed: questions };
  } catch (error) {
    faults.push(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    return { id, file, named: undefined, instances: [], placed: [] };
  }
}

function retiredIds(questions: readonly BookQuestion[], retired: readonly unknown[]): string[] {
  return questions
    .filter(({ question }) => retired.includes(question.id))
    .map(
      (one) => `${whereIs(one)}: the id is retired (content/retired-ids.yaml); choose a new one`,
    );
}

interface Named {
  readonly id: string;
  readonly file: string;
}

function sharedIds(what: string, all: readonly Named[]): string[] {
  return uses(all).map(
    ({ id, files }) =>
      `${what} "${id}": the id is used ${files.length} times (${[...new Set(files)].join(', ')}); ids are unique in the book`,
  );
}

/** Ids that are used more than once, with the file of each use. */
function uses(all: readonly Named[]): { readonly id: string; readonly files: readonly string[] }[] {
  const files = new Map<string, string[]>();
  for (const { id, file } of all) files.set(id, [...(files.get(id) ?? []), file]);
  return [...files].flatMap(([id, list]) => (list.length > 1 ? [{ id, files: list }] : []));
}
