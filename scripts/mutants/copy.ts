/** The copy of the book that is broken: the tracked files as they are now, with the packages and what is kept of trainings. */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../setup.mjs';
import { broken, neutral, type Mutant } from './mutant.ts';

export const COPY = join(ROOT, '.cache', 'mutants');

/** Trainings, each kept by the hash of all that it comes from: a break trains anew. */
const KEPT = ['outcomes', 'assignments'];

/** Makes the copy anew. */
export function copied(): void {
  rmSync(COPY, { recursive: true, force: true });
  const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' });
  for (const file of tracked.split('\0')) {
    const from = join(ROOT, file);
    if (file !== '' && existsSync(from)) cpSync(from, join(COPY, file));
  }
  symlinkSync(join(ROOT, 'node_modules'), join(COPY, 'node_modules'), 'junction');
  mkdirSync(join(COPY, '.cache'));
  for (const name of KEPT) {
    const from = join(ROOT, '.cache', name);
    if (existsSync(from)) cpSync(from, join(COPY, '.cache', name), { recursive: true });
  }
}

const inBook = (file: string): string => join(ROOT, file);
const inCopy = (file: string): string => join(COPY, file);
const original = (file: string): string =>
  existsSync(inBook(file)) ? readFileSync(inBook(file), 'utf8') : '';

/** Puts the files of these breaks back as they were. */
export function mended(mutants: readonly Mutant[]): void {
  for (const { file } of mutants) {
    if (existsSync(inBook(file))) cpSync(inBook(file), inCopy(file));
    else rmSync(inCopy(file), { force: true });
  }
}

/** Breaks the copy, in all these ways at once. Throws where a row is stale. */
export function breakAll(mutants: readonly Mutant[]): void {
  const texts = new Map<string, string>();
  for (const one of mutants)
    texts.set(one.file, broken(one, texts.get(one.file) ?? original(one.file)));
  for (const [file, text] of texts) writeFileSync(inCopy(file), text);
}

/** Edits the files of all these breaks so that nothing changes; one that only a break would make is not made. */
export function editNeutrally(mutants: readonly Mutant[]): void {
  for (const { file } of mutants)
    if (existsSync(inBook(file))) writeFileSync(inCopy(file), neutral(file, original(file)));
}
