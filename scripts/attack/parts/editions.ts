/**
 * Editions: each lesson of the book in one that has no other, and the last commits of the book, one after the other, under one that
 * stays as it is: each builds, or says in a sentence what has changed for it.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { slugOf } from '../../../src/book/reading-order.ts';
import type { Attack, Part } from '../attack.ts';

const COMMITS = 20;
/** The one lesson of the edition's own. */
const OWN = 'half-the-headway';

export const attack: Part = async (by: Attack) => {
  const folder = mkdtempSync(join(tmpdir(), 'alone-'));
  const lessons = lessonsOfBook();
  for (const lesson of lessons)
    await by.try(lesson, () => {
      alone(by, folder, lesson);
    });
  rmSync(folder, { recursive: true, force: true });
  await replayed(by);
};

const lessonsOfBook = (): readonly string[] =>
  globSync('content/*/*/*.mdx')
    .map((path) => slugOf({ id: basename(path, '.mdx') }))
    .toSorted();

function alone(by: Attack, folder: string, lesson: string): void {
  const part = `{ id: only, title: Only, purpose: It has one lesson., lessons: [${lesson}] }`;
  const head = ['id: alone', 'title: Alone', 'tagline: One lesson', `parts: [${part}]`];
  writeFileSync(join(folder, 'edition.yaml'), head.join('\n'));
  judge(by, lesson, folder, build('.', folder, lesson));
}

async function replayed(by: Attack): Promise<void> {
  const apart = mkdtempSync(join(tmpdir(), 'replay-'));
  const [book, folder] = [join(apart, 'book'), join(apart, 'edition')];
  const git = (...words: readonly string[]): string =>
    execFileSync('git', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  git('worktree', 'add', '--detach', book);
  try {
    editionIn(folder);
    const before = signOf(folder);
    symlinkSync(join(process.cwd(), 'node_modules'), join(book, 'node_modules'));
    const commits = git('log', `-${COMMITS}`, '--format=%h %s').trim().split('\n').toReversed();
    for (const commit of commits)
      await by.try(commit, () => {
        replay(by, book, folder, commit);
      });
    if (signOf(folder) !== before) by.fell('the edition', 'a file of its author’s has changed');
  } finally {
    git('worktree', 'remove', '--force', book);
    rmSync(apart, { recursive: true, force: true });
  }
}

function replay(by: Attack, book: string, folder: string, commit: string): void {
  const [name = ''] = commit.split(' ');
  execFileSync('git', ['-C', book, 'checkout', '-q', '--force', name]);
  if (!existsSync(join(book, 'scripts/edition'))) {
    by.say(`${name} knows no editions yet`);
    return;
  }
  judge(by, commit, folder, build(book, folder, OWN));
}

interface Built {
  readonly isBuilt: boolean;
  readonly said: string;
}

/** What was not built has to be told in a sentence about the edition. */
function judge(by: Attack, where: string, folder: string, { isBuilt, said }: Built): void {
  by.did();
  if (isBuilt) return;
  const isSaid = !/^\s+at /m.test(said) && said.includes(folder);
  if (isSaid) by.say(`${where} says: ${said.slice(0, 300)}`);
  else by.fell(where, said.slice(-600) || 'says nothing');
}

function build(cwd: string, folder: string, lesson: string): Built {
  const words = ['scripts/build.mjs', '--edition', folder];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd, encoding: 'utf8' });
  const built = join(folder, 'dist/lessons', lesson, 'index.html');
  return { isBuilt: status === 0 && existsSync(built), said: `${stdout}${stderr}`.trim() };
}

/** The second subject of the tests, with five lessons of the book in an order of its own. */
function editionIn(folder: string): void {
  cpSync('tests/edition/bus', folder, { recursive: true });
  const file = join(folder, 'edition.yaml');
  const text = readFileSync(file, 'utf8');
  const lessons = lessonsOfBook().filter((_, i) => i % 5 === 0);
  const all = [...lessons.toReversed().slice(0, 5), OWN];
  writeFileSync(file, text.replace(`[${OWN}]`, `[${all.join(', ')}]`));
}

/** What the author has written, as one name. */
function signOf(folder: string): string {
  const hash = createHash('sha256');
  for (const path of globSync('**/*', { cwd: folder }).toSorted())
    if (!path.startsWith('dist') && statSync(join(folder, path)).isFile())
      hash.update(`${path}\n`).update(readFileSync(join(folder, path)));
  return hash.digest('hex');
}
