/** What a lesson costs the build: books of 20, 50 and 100 generated lessons, built from nothing and once more. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parse, stringify } from 'yaml';
import { loadBook } from '../../src/questions/author/load.ts';
import { loadWidgets } from '../../widgets/index.ts';
import { seeded } from '../../widgets/kit/numbers/random.ts';
import { placeApart } from '../build/place.mjs';
import { projectCommand } from '../setup.mjs';
import { closesAtTheEnd } from './closing.ts';
import { generatedLesson, type LessonText } from './generated.ts';
import type { Row } from './report.ts';

const SIZES = [20, 50, 100] as const;
/** Seconds that a further lesson may take. */
const A_LESSON = 5;
/** Linear: a lesson of a long book takes at most so many times what one of a short book takes. */
const GROWTH = 1.5;
const BOOK = 'content/book.yaml';
const CODE = ['src', 'widgets', 'scripts', 'public', 'astro.config.mjs', 'tsconfig.json'];

/** Builds them all; each figure is handed on as it comes. */
export async function benchBook(add: (row: Row) => void): Promise<void> {
  const seconds: number[] = [];
  for (const size of SIZES) {
    const root = placeApart(join('.cache', 'making'), `book-${size}`);
    const close = closesAtTheEnd(() => rmSync(root, { recursive: true, force: true }));
    await fill(root, size);
    const cold = built(root);
    seconds.push(cold);
    add({ name: `${size} lessons, every run anew`, unit: 's', values: [cold] });
    add({ name: `${size} lessons, runs kept`, unit: 's', values: [built(root)] });
    add({ name: `${size} lessons, the one file`, unit: 'B', values: [oneFile(root)] });
    await close();
  }
  const [few = NaN, more = NaN, many = NaN] = seconds;
  const [early, late] = [(more - few) / (50 - 20), (many - more) / (100 - 50)];
  add({ name: 'a lesson more, 20 to 50', unit: 's', values: [early], limit: A_LESSON });
  add({ name: 'a lesson more, 50 to 100', unit: 's', values: [late], limit: A_LESSON });
  add({ name: 'the one against the other', unit: 'x', values: [late / early], limit: GROWTH });
}

/** Makes the folder a copy of the project whose content is so many generated lessons. */
async function fill(root: string, size: number): Promise<void> {
  for (const name of [...CODE, 'content', 'package.json', 'package-lock.json'])
    cpSync(name, join(root, name), { recursive: true });
  symlinkSync(join(process.cwd(), 'node_modules'), join(root, 'node_modules'), 'dir');
  const book = loadBook(process.cwd());
  const texts = globSync('content/*/**/*.mdx').map((file) => textOf(file.replaceAll('\\', '/')));
  const [first] = globSync('content/*/*.mdx');
  const chapter = join(root, dirname(first ?? ''));
  for (const file of globSync('content/*/*.{mdx,yaml}')) rmSync(join(root, file));
  mkdirSync(chapter, { recursive: true });
  const random = seeded(1, `a book of ${size}`);
  const lessons: string[] = [];
  const widgets = await loadWidgets();
  const hasSeed = (tag: string): boolean => 'seed' in (widgets[tag]?.params ?? {});
  for (let number = 1; number <= size; number += 1) {
    const { id, mdx, yaml } = generatedLesson(book, texts, number, random, hasSeed);
    writeFileSync(join(chapter, `${id}.mdx`), mdx);
    writeFileSync(join(chapter, `${id}.questions.yaml`), yaml);
    lessons.push(id);
  }
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

/** Seconds that the pages of a project take. */
function built(root: string): number {
  const start = performance.now();
  run(root, 'astro', 'build');
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
