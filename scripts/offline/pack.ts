/** Bytes as text that a page can carry: gzip, then 85 letters that no HTML parser, mail or editor changes. */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gzipAsync } from '@gfx/zopfli';

/** What was packed for the file before, by the hash of what it is made of: Zopfli takes half of the time that a book takes. */
const KEPT = join('.cache', 'packed');
const asked = new Set<string>();

// From "(" to "|", in order; "<" could begin a tag, so "}" stands for it.
const LETTERS = Array.from({ length: 85 }, (_, i) => String.fromCharCode(i === 20 ? 125 : i + 40));

/** Four bytes as five letters; a rest of one to three bytes as one letter more than it has bytes. */
function encoded(bytes: Uint8Array): string {
  const groups = Math.ceil(bytes.length / 4);
  const padded = Buffer.alloc(groups * 4);
  padded.set(bytes);
  const text = Array.from({ length: groups }, (_, group) => {
    const value = padded.readUInt32BE(group * 4);
    return [85 ** 4, 85 ** 3, 85 ** 2, 85, 1]
      .map((place) => LETTERS[Math.floor(value / place) % 85])
      .join('');
  }).join('');
  return text.slice(0, text.length - (padded.length - bytes.length));
}

// Zopfli writes what any gunzip reads, in a twentieth less than zlib's best; more rounds gain under a thousandth.
const ROUNDS = { numiterations: 5 };

/** What `unpack` of widgets/run/page/unpack.ts takes back into the same bytes. */
export async function packed(bytes: Uint8Array | string): Promise<string> {
  const name = createHash('sha256').update(JSON.stringify(ROUNDS)).update(bytes).digest('hex');
  const file = join(KEPT, name);
  asked.add(name);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  const text = encoded(await gzipAsync(Buffer.from(bytes), ROUNDS));
  mkdirSync(KEPT, { recursive: true });
  // Whole or not at all: another process may look for it at this moment.
  writeFileSync(`${file}.${process.pid}`, text);
  renameSync(`${file}.${process.pid}`, file);
  return text;
}

/** Forgets what nobody has asked for. */
export function forgetOthers(): void {
  for (const name of existsSync(KEPT) ? readdirSync(KEPT) : [])
    if (!asked.has(name)) rmSync(join(KEPT, name), { force: true });
}
