/** What a lesson costs the build: books of 20, 50 and 100 generated lessons, built from nothing and once more. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  globSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parse, stringify } from 'yaml';
import { ideaFaults } from '../../src/tasks/practice/author/ideas.ts';
import { loadBook } from '../../src/tasks/practice/author/load.ts';
import { placementFaults } from '../../src/tasks/practice/author/proofs.ts';
import { loadWidgets, tags } from '../../widgets/index.ts';
import { seeded } from '../../widgets/kit/numbers/random.ts';
import { placeApart } from '../build/place.mjs';
import { projectCommand } from '../setup.mjs';
import { closesAtTheEnd } from './closing.ts';
import { generatedLesson, type LessonText } from './generated.ts';
import type { Sizes } from './parts.ts';
import type { Add } from './report.ts';

/** Seconds that a further lesson may take. */
const A_LESSON = 5;
/** Linear: a lesson of a long book takes at most so many times what one of a short book takes. */
const GROWTH = 1.5;
const BOOK = 'content/book.yaml';
const CODE = ['src', 'widgets', 'scripts', 'public', 'astro.config.mjs', 'tsconfig.json'];

/** Makes and builds them all; each figure is handed on as it comes. */
export async function benchBook({ books, builds }: Sizes, add: Add): Promise<void> {
  /** Seconds that a book took, its runs made anew. */
  const cold: number[] = [];
  for (const size of books) {
    const root = placeApart(join('.cache', 'making'), `book-${size}`);
    const close = closesAtTheEnd(() => rmSync(root, { recursive: true, force: true }));
    await fill(root, size);
    add({ name: `${size} lessons, read and checked`, unit: 's', values: [checked(root)] });
    for (const runs of ['every run anew', 'runs kept'].slice(0, builds)) {
      const took = seconds(() => run(root, 'astro', 'build'));
      add({ name: `${size} lessons, ${runs}`, unit: 's', values: [took] });
      if (runs !== 'runs kept') cold.push(took);
    }
    if (builds > 0)
      add({ name: `${size} lessons, the one file`, unit: 'B', values: [oneFile(root)] });
    await close();
  }
  /** Seconds that a lesson more took, from each book to the next. */
  const slopes = cold.slice(1).map((took, i) => {
    const [few = 0, many = 0] = [books[i], books[i + 1]];
    const slope = (took - (cold[i] ?? NaN)) / (many - few);
    add({ name: `a lesson more, ${few} to ${many}`, unit: 's', values: [slope], limit: A_LESSON });
    return slope;
  });
  const [early, late] = slopes;
  if (early === undefined || late === undefined) return;
  add({ name: 'the one against the other', unit: 'x', values: [late / early], limit: GROWTH });
}

/** Makes the folder a copy of the project whose content is so many generated lessons. */
async function fill(root: string, size: number): Promise<void> {
  for (const name of [...CODE, 'content', 'package.json', 'package-lock.json'])
    cpSync(name, join(root, name), { recursive: true });
  // Each by itself: Astro keeps what it has read of lessons in this folder, and these are others.
  mkdirSync(join(root, 'node_modules'));
  for (const name of readdirSync('node_modules').filter((one) => !/^\.(astro|vite)/.test(one)))
    symlinkSync(resolve('node_modules', name), join(root, 'node_modules', name), 'dir');
  const book = loadBook(process.cwd());
  const texts = globSync('content/*/**/*.mdx').map((file) => textOf(file.replaceAll('\\', '/')));
  const [ideas = ''] = globSync('content/*/ideas.yaml');
  const chapter = join(root, dirname(ideas));
  const lessonsOfBook = globSync(['content/*/*/', 'content/*/*.{mdx,questions.yaml}']);
  for (const file of lessonsOfBook) rmSync(join(root, file), { recursive: true });
  const folder = join(chapter, 'all');
  mkdirSync(folder);
  const random = seeded(1, `a book of ${size}`);
  const lessons: string[] = [];
  const asked: string[] = [];
  const widgets = await loadWidgets();
  const hasSeed = (tag: string): boolean => 'seed' in (widgets[tag]?.params ?? {});
  for (let number = 1; number <= size; number += 1) {
    const { id, mdx, yaml } = generatedLesson(book, texts, number, random, hasSeed);
    writeFileSync(join(folder, `${id}.mdx`), mdx);
    writeFileSync(join(folder, `${id}.questions.yaml`), yaml);
    lessons.push(id);
    asked.push(yaml);
  }
  // An idea that no question asks about stops a build; so does one for review that only one asks about.
  const known = parse(readFileSync(ideas, 'utf8')) as { id: string; phrase: string }[];
  const used = known
    .filter(({ id }) => asked.some((yaml) => yaml.includes(`idea: ${id}\n`)))
    .map(({ id, phrase }) => ({ id, phrase }));
  writeFileSync(join(root, ideas), stringify(used));
  const part = { id: 'all', title: 'All lessons', purpose: 'They are counted.', lessons };
  const table = parse(readFileSync(BOOK, 'utf8')) as object;
  const chapters = [{ folder: basename(chapter), parts: [part] }];
  writeFileSync(join(root, BOOK), stringify({ ...table, chapters }));
}

function textOf(file: string): LessonText {
  return {
    id: basename(file, '.mdx'),
    mdx: readFileSync(file, 'utf8'),
    yaml: readFileSync(file.replace(/\.mdx$/, '.questions.yaml'), 'utf8'),
  };
}

/** Seconds that it takes to read a project's book and to see that nothing in it is out of place. */
function checked(root: string): number {
  return seconds(() => {
    const book = loadBook(root);
    const faults = [...placementFaults(book, tags), ...ideaFaults(book)];
    if (faults.length > 0) throw new Error(`a generated book is at fault:\n${faults.join('\n')}`);
  });
}

function seconds(work: () => void): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}

/** Bytes of the one file of a built project. */
function oneFile(root: string): number {
  run(root, 'node', 'scripts/relative-links.mjs', 'dist');
  run(root, 'node', 'scripts/offline/make.ts', 'dist', 'textbook.html');
  return statSync(join(root, 'textbook.html')).size;
}

function run(root: string, program: string, ...args: readonly string[]): void {
  const { command, options } = projectCommand(program, {});
  const { status, stdout, stderr } = spawnSync(command, args, {
    ...options,
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed:\n${stdout}${stderr}`);
}
