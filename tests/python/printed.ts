/** What a program in Python prints. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPython } from '../../scripts/setup.mjs';

/** One that has NumPy: without, what is tested with it is skipped. */
export const PYTHON = process.env['PYTHON_PATH'] ?? findPython();

/** What a program prints, by the names of the measures; `words` stand behind its name. */
export function printed(
  text: string,
  words: readonly string[] = [],
): Readonly<Record<string, number | null>> {
  // One for each: files of tests share this module.
  const folder = mkdtempSync(join(tmpdir(), 'programs-'));
  const path = join(folder, 'program.py');
  writeFileSync(path, text);
  try {
    const said = execFileSync(PYTHON ?? '', [path, ...words], { encoding: 'utf8', cwd: 'public' });
    return Object.fromEntries(
      said
        .trim()
        .split('\n')
        .map((line) => line.split(' = '))
        .map(([name = '', value]) => [name, value === 'none' ? null : Number(value)]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
