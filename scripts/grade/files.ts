/** The files of a folder of hand-ins, folders in it too, as courses’ systems write them. */
import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readdirSync,
  readSync,
  statSync,
  type Dirent,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { FILES, PROBLEMS } from '#words/src/tasks/sets/pure/submission/words';
import type { Submitted } from '../../src/tasks/grading/pure/grade/class.ts';
import { isBeside } from '../../src/tasks/grading/pure/grade/owner.ts';
import { readBytes } from '../../src/tasks/grading/teach/read-bytes.ts';
import { unpacked } from '../../src/tasks/grading/teach/unpacked.ts';
import { LARGEST_AROUND, type Problem } from '../../src/tasks/sets/pure/submission/read.ts';

import { Misread } from '../misread.mjs';

/** What `hand-in:simulate` writes beside its hand-ins. */
export const TRUTH = 'truth.json';

/** Every file of a folder, or of the ZIP of one; throws a sentence where that cannot be read. */
export async function handedIn(
  place: string,
  own: readonly string[],
): Promise<readonly Submitted[]> {
  if (statSync(place).isDirectory()) return filesIn(place, own);
  const zip = await open(place);
  try {
    const { size } = await zip.stat();
    const found = await unpacked(size, async (from, to) => {
      const room = Buffer.alloc(Math.max(0, Math.min(to, size) - from));
      return room.subarray(0, (await zip.read(room, 0, room.length, from)).bytesRead);
    });
    if (typeof found === 'string') throw new Misread(`${place}: ${found}`);
    return await Promise.all(
      found.map(async ([file, content]) => ({
        file,
        read: readBytes(new Uint8Array(await content.arrayBuffer())),
      })),
    );
  } finally {
    await zip.close();
  }
}

/**
 * Every file of the folder, read or refused, but for `own`: files and folders that the command reads or writes itself. No link is followed, and
 * nothing is opened that might never end; never more is read of a file than may stand around a hand-in.
 */
export function filesIn(folder: string, own: readonly string[] = []): readonly Submitted[] {
  const others = own.map((path) => relative(folder, resolve(path)).replaceAll(sep, '/'));
  const isOwn = (file: string): boolean =>
    others.some((one) => one !== '' && (file === one || file.startsWith(`${one}/`)));
  return entriesIn(Buffer.from(folder), '')
    .filter(([file]) => !isBeside(file) && !isOwn(file))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, path, entry]) => ({ file, read: readEntry(path, entry) }));
}

/** The path twice: as it is shown, and as the disk has it, whatever encoding that may be in. */
type Found = readonly [file: string, path: Buffer, entry: Dirent<Buffer> | 'closed'];

/** All that is no folder; folders that cannot be opened, too. */
function entriesIn(folder: Buffer, under: string): readonly Found[] {
  let entries: readonly Dirent<Buffer>[];
  try {
    entries = readdirSync(folder, { withFileTypes: true, encoding: 'buffer' });
  } catch {
    return [[under, folder, 'closed']];
  }
  return entries.flatMap((entry): readonly Found[] => {
    const name = entry.name.toString();
    const file = under === '' ? name : `${under}/${name}`;
    const path = Buffer.concat([folder, Buffer.from(sep), entry.name]);
    return entry.isDirectory() ? entriesIn(path, file) : [[file, path, entry]];
  });
}

function readEntry(path: Buffer, entry: Dirent<Buffer> | 'closed'): Submitted['read'] {
  if (entry === 'closed') return notFile(FILES.closed);
  if (entry.isSymbolicLink()) return notFile(FILES.link);
  return entry.isFile() ? readFile(path) : notFile(FILES.special);
}

const notFile = (what: string): Problem => ({ problem: 'not-file', says: PROBLEMS.notFile(what) });

function readFile(path: Buffer): Submitted['read'] {
  // What stood there a moment ago may be something else by now: that is not waited for.
  const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = constants;
  let file: number | undefined;
  try {
    file = openSync(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW);
    const stat = fstatSync(file);
    if (!stat.isFile()) return notFile(FILES.special);
    const room = Buffer.alloc(Math.min(stat.size, LARGEST_AROUND) + 1);
    let length = 0;
    for (let got = 1; got > 0 && length < room.length; length += got) {
      got = readSync(file, room, length, room.length - length, null);
    }
    return readBytes(room.subarray(0, length));
  } catch {
    return notFile(FILES.closed);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
