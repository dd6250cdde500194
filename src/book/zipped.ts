/** Files as one ZIP. */
import { strToU8, Zip, ZipDeflate, zipSync } from 'fflate';

/** The first moment that a ZIP knows. */
const FIRST = new Date(1980, 0, 1);
/** A page can do so many bytes at a time and go on answering. */
const PIECE = 1 << 18;

/** Contents by their paths; `level` as zlib has it, 0: stored as they are. When a file was made is nobody’s business. */
export const zippedBytes = (
  files: readonly (readonly [path: string, content: string | Uint8Array])[],
  level: 0 | 9 = 0,
): Uint8Array<ArrayBuffer> =>
  zipSync(
    Object.fromEntries(
      files.map(([path, content]) => [
        path,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
    { mtime: FIRST, level },
  );

/** The same, stored, a piece at a time: `pause` lets the page answer. Its sizes stand behind the contents, for who reads it as a stream, too. */
export async function zippedInPieces(
  files: readonly (readonly [path: string, content: string])[],
  pause: () => Promise<void>,
): Promise<readonly Uint8Array<ArrayBuffer>[]> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((fault, piece) => {
    if (fault) throw fault;
    pieces.push(piece);
  });
  for (const [path, content] of files) {
    const file = new ZipDeflate(path, { level: 0 });
    file.mtime = FIRST;
    zip.add(file);
    const bytes = strToU8(content);
    for (let from = 0; from === 0 || from < bytes.length; from += PIECE) {
      file.push(bytes.subarray(from, from + PIECE), from + PIECE >= bytes.length);
      await pause();
    }
  }
  zip.end();
  return pieces;
}
