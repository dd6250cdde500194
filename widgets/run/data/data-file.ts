/** Data files on Node: for the build, the tests and the command line. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder with the data: above this file, or, in a bundle that was put elsewhere, below where the command runs. */
function dataFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'public', 'data')) && folder !== dirname(folder)) {
    folder = dirname(folder);
  }
  return join(folder === dirname(folder) ? process.cwd() : folder, 'public', 'data');
}

/** The bytes of a data file, unchecked. */
export function dataFile(name: string): Promise<Uint8Array> {
  return readFile(join(dataFolder(), name));
}
