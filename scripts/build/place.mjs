// A folder that is made apart and put in the place of the one before when it is whole: a failed build takes nothing away.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isAlive } from '../setup/alone.mjs';

/**
 * A name for what this process makes, in a folder for such; what others left there when they were killed is removed.
 * @param {string} folder
 * @param {string} name
 */
export function placeApart(folder, name) {
  mkdirSync(folder, { recursive: true });
  for (const left of readdirSync(folder)) {
    const [, pid] = /\.(\d+)(?:\.old)?$/.exec(left) ?? [];
    if (pid && !isAlive(Number(pid))) {
      rmSync(join(folder, left), { recursive: true, force: true });
    }
  }
  return join(folder, `${name}.${process.pid}`);
}

/**
 * Puts what was made in its place. Between two renames there is nothing at that place; no file system does better for
 * folders. If the second one fails, what was there before is put back.
 * @param {string} made a file or a folder
 * @param {string} place where it belongs, on the same disk
 */
export function putInPlace(made, place) {
  const before = join(dirname(made), `${basename(place)}.${process.pid}.old`);
  mkdirSync(dirname(place), { recursive: true });
  if (existsSync(place)) renameSync(place, before);
  try {
    renameSync(made, place);
  } catch (error) {
    if (existsSync(before)) renameSync(before, place);
    throw error;
  }
  rmSync(before, { recursive: true, force: true });
}
