/** The files of a folder of hand-ins, folders in it too, as courses’ systems write them. */
import { globSync, openSync, readSync, closeSync } from 'node:fs';
import { join } from 'node:path';
import { LARGEST } from '../../src/tasks/sets/pure/submission/submission.ts';
import { readSubmission } from '../../src/tasks/sets/pure/submission/read.ts';
import { PROBLEMS } from '#words/src/tasks/sets/pure/submission/words';
import type { Submitted } from '../../src/tasks/grading/pure/grade/class.ts';

/** What `hand-in:simulate` writes beside its hand-ins. */
export const TRUTH = 'truth.json';

/** Every JSON file of the folder, read or refused; never more of a file than a hand-in may have. */
export function filesIn(folder: string): readonly Submitted[] {
  return globSync('**/*.json', { cwd: folder })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file !== TRUTH)
    .toSorted()
    .map((file) => ({ file, read: readFile(join(folder, file)) }));
}

function readFile(path: string): Submitted['read'] {
  const room = Buffer.alloc(LARGEST + 1);
  let length = 0;
  try {
    const file = openSync(path, 'r');
    try {
      for (let got = 1; got > 0 && length < room.length; length += got) {
        got = readSync(file, room, length, room.length - length, null);
      }
    } finally {
      closeSync(file);
    }
  } catch {
    return { problem: 'not-text', says: PROBLEMS.notText };
  }
  if (length > LARGEST) return { problem: 'large', says: PROBLEMS.large(LARGEST) };
  try {
    return readSubmission(
      new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(room.subarray(0, length)),
    );
  } catch {
    return { problem: 'not-text', says: PROBLEMS.notText };
  }
}
