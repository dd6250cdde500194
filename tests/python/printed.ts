/** What a program in Python prints. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** The first that has NumPy. */
export const PYTHON = ['python3', '/usr/bin/python3'].find(
  (one) => spawnSync(one, ['-c', 'import numpy']).status === 0,
);

const folder = mkdtempSync(join(tmpdir(), 'programs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a program prints, by the names of the measures; `words` stand behind its name. */
export function printed(
  text: string,
  words: readonly string[] = [],
): Readonly<Record<string, number | null>> {
  const path = join(folder, 'program.py');
  writeFileSync(path, text);
  const said = execFileSync(PYTHON ?? '', [path, ...words], { encoding: 'utf8', cwd: 'public' });
  return Object.fromEntries(
    said
      .trim()
      .split('\n')
      .map((line) => line.split(' = '))
      .map(([name = '', value]) => [name, value === 'none' ? null : Number(value)]),
  );
}
