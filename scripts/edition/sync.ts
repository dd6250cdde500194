/** Brings a folder to hold some files and no others; what is the same already stays, with its time. */
import {
  copyFileSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Wanted } from './compose.ts';
import { isMade } from './made-there.ts';

/** Returns the paths that changed. */
export function sync(place: string, files: ReadonlyMap<string, Wanted>): readonly string[] {
  mkdirSync(place, { recursive: true });
  const changed: string[] = [];
  const folders = new Set([...files.keys()].flatMap(foldersOf));
  for (const path of globSync('**/*', { cwd: place, exclude: isMade })) {
    const name = path.replaceAll('\\', '/');
    if (files.has(name) || folders.has(name) || isMade(name)) continue;
    rmSync(join(place, path), { recursive: true, force: true });
    changed.push(name);
  }
  for (const [name, wanted] of files) {
    const path = join(place, name);
    if (isSame(path, wanted)) continue;
    mkdirSync(dirname(path), { recursive: true });
    if ('text' in wanted) writeFileSync(path, wanted.text);
    else {
      copyFileSync(wanted.from, path);
      const { atime, mtime } = statSync(wanted.from);
      utimesSync(path, atime, mtime);
    }
    changed.push(name);
  }
  return changed;
}

/** Those that a file lies in. */
const foldersOf = (path: string): readonly string[] =>
  [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index));

function isSame(path: string, wanted: Wanted): boolean {
  if (!existsSync(path)) return false;
  if ('text' in wanted) return readFileSync(path, 'utf8') === wanted.text;
  const [there, source] = [statSync(path), statSync(wanted.from)];
  return there.size === source.size && Math.abs(there.mtimeMs - source.mtimeMs) < 2;
}

/** Packages and kept outcomes are those of the book. */
export function share(root: string, place: string): void {
  mkdirSync(join(root, '.cache/outcomes'), { recursive: true });
  mkdirSync(join(place, '.cache'), { recursive: true });
  for (const name of ['node_modules', '.cache/outcomes'])
    if (!existsSync(join(place, name)))
      symlinkSync(join(root, name), join(place, name), 'junction');
}
