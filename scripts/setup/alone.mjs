// What two commands must not do at once: whoever comes second waits, and does it only where it is still to be done.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** How often it is looked whether the other has ended, in milliseconds. */
const LOOK = 300;

/** True when this process may: nobody else has left its number in the file. One that died there is forgotten. */
function isOurs(file) {
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  if (!isHeld(file)) rmSync(file, { force: true });
  return false;
}

function isHeld(file) {
  try {
    const number = Number(readFileSync(file, 'utf8'));
    // Made, and not yet written: a moment later it is.
    return number === 0 || isAlive(number);
  } catch {
    return false;
  }
}

/** Whether there is a process of this number. */
export function isAlive(number) {
  try {
    process.kill(number, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Does it unless it is done; `file` says who is at it, `onWait` is told once where somebody else is. */
export function alone(file, isDone, act, onWait) {
  const asleep = new Int32Array(new SharedArrayBuffer(4));
  let hasTold = false;
  while (!isDone()) {
    if (isOurs(file)) {
      try {
        // The other may have ended between the two looks.
        if (!isDone()) act();
        return;
      } finally {
        rmSync(file, { force: true });
      }
    }
    if (!hasTold) onWait?.();
    hasTold = true;
    Atomics.wait(asleep, 0, 0, LOOK);
  }
}
