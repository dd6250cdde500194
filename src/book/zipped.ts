/** Files as one ZIP. */
import { strToU8, zipSync } from 'fflate';

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
    // The first moment that a ZIP knows.
    { mtime: new Date(1980, 0, 1), level },
  );
