/**
 * The files in a ZIP, as if they lay in a folder: page and desk alike. Only what its directory names is looked at, for a
 * student's file may hold what looks like another's; never more is unpacked of one than may stand around a hand-in, nor of all
 * than a large class hands in.
 */
import { PROBLEMS } from '#words/src/tasks/sets/pure/submission/words';
import { LARGEST_AROUND } from '../../sets/pure/submission/read.ts';
import { isBeside } from '../pure/grade/owner.ts';
import { encoded } from './encoded.ts';

/** Bytes from one place up to another. */
export type ReadAt = (from: number, to: number) => Promise<Uint8Array>;

/** The most files, and bytes of all of them and of their names. */
const [MOST, MOST_BYTES, MOST_NAMES] = [20_000, 1_000 * LARGEST_AROUND, 20_000_000];
/** What cannot be packed takes a little more than it has. */
const MORE = 1_000;
const [ENTRY, END, END_64, WHERE_64] = [0x02014b50, 0x06054b50, 0x06064b50, 0x07064b50];
/** Stands where a number has no room. */
const [NO_ROOM_16, NO_ROOM] = [0xffff, 0xffffffff];
const STORED = 0;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

/** Every file in it by its path, but for those that nobody handed in; or, in a sentence, why nothing of it is read. */
export async function unpacked(
  size: number,
  read: ReadAt,
): Promise<readonly (readonly [path: string, content: Blob])[] | string> {
  try {
    const entries = await entriesIn(size, read);
    if (!entries) return PROBLEMS.bomb;
    const files: (readonly [string, Blob])[] = [];
    let sum = 0;
    for (const { name, ...entry } of entries) {
      if (name.endsWith('/') || isBeside(name)) continue;
      const content = await contentOf(entry, read);
      if (content !== TOO_LARGE) sum += Math.max(content.size, entry.packed);
      if (sum > MOST_BYTES) return PROBLEMS.bomb;
      files.push([name, content]);
    }
    return files;
  } catch {
    return PROBLEMS.noZip;
  }
}

/** What stands for a file of which nothing is unpacked: one byte too many. */
const TOO_LARGE = new Blob([new Uint8Array(LARGEST_AROUND + 1)]);

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength);

/** What the directory names; nothing where it names too much. Throws where there is none. */
async function entriesIn(size: number, read: ReadAt): Promise<readonly Entry[] | undefined> {
  // Behind the end stands a remark at most.
  const from = Math.max(0, size - NO_ROOM_16 - 22);
  const tail = viewOf(await read(from, size));
  let end = tail.byteLength - 22;
  while (tail.getUint32(end, true) !== END) end -= 1;
  let [count, length, at] = [
    tail.getUint16(end + 10, true),
    tail.getUint32(end + 12, true),
    tail.getUint32(end + 16, true),
  ];
  if (end >= 20 && tail.getUint32(end - 20, true) === WHERE_64) {
    const place = Number(tail.getBigUint64(end - 12, true));
    const wide = viewOf(await read(place, place + 56));
    if (wide.getUint32(0, true) !== END_64) throw new Error('no end');
    [count, length, at] = [32, 40, 48].map((one) => Number(wide.getBigUint64(one, true))) as [
      number,
      number,
      number,
    ];
  }
  if (count > MOST || length > MOST_NAMES) return undefined;
  const bytes = await read(at, at + length);
  const view = viewOf(bytes);
  const entries: Entry[] = [];
  for (let i = 0; entries.length < count;) {
    if (view.getUint32(i, true) !== ENTRY) throw new Error('no entry');
    const [name, extra, remark] = [28, 30, 32].map((one) => view.getUint16(i + one, true)) as [
      number,
      number,
      number,
    ];
    const behind = i + 46 + name;
    const wide = wideIn(view, behind, behind + extra);
    const [unpackedSize, packed, start] = [24, 20, 42].map((one) => {
      const value = view.getUint32(i + one, true);
      return value === NO_ROOM ? (wide.shift() ?? value) : value;
    }) as [number, number, number];
    entries.push({
      // Windows writes its own sign between folders.
      name: encoded(bytes.subarray(i + 46, behind)).text.replaceAll('\\', '/'),
      method: view.getUint16(i + 10, true),
      ...{ packed, size: unpackedSize, at: start },
    });
    i = behind + extra + remark;
  }
  return entries;
}

/** The numbers that have no room in an entry, in their order. */
function wideIn(view: DataView, from: number, to: number): number[] {
  for (let i = from; i + 4 <= to; i += 4 + view.getUint16(i + 2, true)) {
    if (view.getUint16(i, true) !== 1) continue;
    const count = view.getUint16(i + 2, true) / 8;
    return Array.from({ length: count }, (_, n) => Number(view.getBigUint64(i + 4 + 8 * n, true)));
  }
  return [];
}

/** What is in a file, up to more than may be there. */
async function contentOf(
  { method, packed, size, at }: Omit<Entry, 'name'>,
  read: ReadAt,
): Promise<Blob> {
  if (Math.max(size, packed - MORE) > LARGEST_AROUND) return TOO_LARGE;
  const head = viewOf(await read(at, at + 30));
  const start = at + 30 + head.getUint16(26, true) + head.getUint16(28, true);
  const stream = new Blob([Uint8Array.from(await read(start, start + packed))]).stream();
  const reader = (
    method === STORED ? stream : stream.pipeThrough(new DecompressionStream('deflate-raw'))
  ).getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    length += part.value.length;
    if (length > LARGEST_AROUND) await reader.cancel();
  }
  return new Blob(parts);
}
