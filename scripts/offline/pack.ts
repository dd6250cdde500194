/** Bytes as text that a page can carry: compressed, then 85 letters that no HTML parser, mail or editor changes. */
import { constants, crc32, zstdCompressSync } from 'node:zlib';

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

// Pages repeat each other far beyond the 32 kB that gzip looks back. 2 ** 23 bytes is the most that a browser need remember.
const params = {
  [constants.ZSTD_c_compressionLevel]: 22,
  [constants.ZSTD_c_windowLog]: 23,
  [constants.ZSTD_c_enableLongDistanceMatching]: 1,
};

/** What `unpack` of widgets/run/page/unpack.ts takes back into the same bytes: their check sum, then what they are packed to. */
export function packed(bytes: Uint8Array | string): string {
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(bytes));
  return encoded(Buffer.concat([sum, zstdCompressSync(bytes, { params })]));
}
