/** Reads every question of the book, checks it, and knows where it stands. Build and Node only. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { readPlacements, type Instance, type PlacedQuestion } from './placements.ts';
import { readQuestion, type Question } from './schema.ts';

/** A question with its place in the book. */
export interface Loaded {
  readonly question: Question;
  /** The lesson's file name without its ending: `01-name`. */
  readonly lesson: string;
  /** The YAML file, from the book's root. */
  readonly file: string;
  /** 1, 2, 3 … within the lesson; predictions are not numbered. */
  readonly number: number | undefined;
  /** The first 16 hexadecimal digits of SHA-256 over the question's content. */
  readonly hash: string;
}
export interface LessonSource {
  readonly id: string;
  readonly file: string;
  /** The experiments that the front matter names; nothing without a front matter. */
  readonly named: readonly unknown[] | undefined;
  readonly instances: readonly Instance[];
  readonly placed: readonly PlacedQuestion[];
}
export interface Book {
  readonly lessons: readonly LessonSource[];
  readonly questions: readonly Loaded[];
}

let kept: { readonly key: string; readonly book: Book } | undefined;

/**
 * Every question of the book under `root` (the current folder when left out).
 * Throws an Error that lists each fault with its lesson and question.
 */
export function loadBook(root: string = process.cwd()): Book {
  const texts = globSync('content/**/*.{mdx,yaml}', { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted()
    .map((path) => [path, readFileSync(join(root, path), 'utf8')] as const);
  const key = contentHash([root, texts]);
  if (kept?.key !== key) kept = { key, book: readBook(new Map(texts)) };
  return kept.book;
}

/** The book in files given by path; `loadBook` reads them from the disk. */
export function readBook(files: ReadonlyMap<string, string>): Book {
  const faults: string[] = [];
  const lessons = [...files].filter(([path]) => path.endsWith('.mdx')).map(lessonOf(faults));
  const questions = [...files]
    .filter(([path]) => path.endsWith('.questions.yaml'))
    .flatMap(([path, text]) => questionsOf(path, text, faults));
  const retired = parse(files.get('content/retired-ids.yaml') ?? '[]') as unknown;
  for (const [id, uses] of counted(questions.map((q) => q.question.id))) {
    const files = questions.filter((q) => q.question.id === id).map((q) => q.file);
    if (uses > 1)
      faults.push(
        `question "${id}": the id is used ${uses} times (${files.join(', ')}); ids are unique in the book`,
      );
    if (Array.isArray(retired) && retired.includes(id)) {
      faults.push(
        `question "${id}": the id is retired (content/retired-ids.yaml); choose a new one`,
      );
    }
  }
  for (const [id, uses] of counted(lessons.flatMap((l) => l.instances.map((i) => i.id)))) {
    const files = lessons.filter((l) => l.instances.some((i) => i.id === id)).map((l) => l.file);
    if (uses > 1)
      faults.push(
        `experiment "${id}": the id is used ${uses} times (${files.join(', ')}); ids are unique in the book`,
      );
  }
  for (const [id, uses] of counted(lessons.map((lesson) => lesson.id))) {
    if (uses > 1) faults.push(`two lessons are both called ${id}.mdx; rename one`);
  }
  if (faults.length > 0)
    throw new Error(`The book's questions have faults:\n- ${faults.join('\n- ')}`);
  return { lessons, questions };
}

function lessonOf(faults: string[]): (entry: readonly [string, string]) => LessonSource {
  return ([file, text]) => {
    const id = basename(file, '.mdx');
    try {
      const { named, instances, questions } = readPlacements(text);
      return { id, file, named, instances, placed: questions };
    } catch (error) {
      faults.push(`${file}: ${error instanceof Error ? error.message : String(error)}`);
      return { id, file, named: undefined, instances: [], placed: [] };
    }
  };
}

function questionsOf(file: string, text: string, faults: string[]): Loaded[] {
  const list = parsed(file, text, faults);
  let number = 0;
  return list.flatMap((value, index): Loaded[] => {
    const read = readQuestion(value);
    if ('faults' in read) {
      faults.push(...read.faults.map((fault) => `${file}, ${nameOf(value, index)}: ${fault}`));
      return [];
    }
    const { question } = read;
    if (question.kind !== 'prediction') number += 1;
    return [
      {
        question,
        lesson: basename(file, '.questions.yaml'),
        file,
        number: question.kind === 'prediction' ? undefined : number,
        hash: contentHash(question),
      },
    ];
  });
}

function parsed(file: string, text: string, faults: string[]): readonly unknown[] {
  try {
    const list: unknown = parse(text);
    if (Array.isArray(list)) return list as unknown[];
    if (list !== null) faults.push(`${file}: the file must be a list of questions`);
  } catch (error) {
    faults.push(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
  return [];
}

function nameOf(value: unknown, index: number): string {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
  return typeof id === 'string' ? `question "${id}"` : `question ${index + 1} of the file`;
}

function counted(ids: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** A short name of any JSON content: equal content, equal name. */
export function contentHash(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
}
