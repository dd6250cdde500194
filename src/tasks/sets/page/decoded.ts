/** The text of a file that somebody has saved: of UTF-8, or of UTF-16, as some editors write it. `fatal`: throws where it is none. */
export const decoded = (bytes: Uint8Array, fatal = false): string =>
  new TextDecoder(encodingOf(bytes), { fatal }).decode(bytes);

/** By the mark at the beginning, or by what is left empty of a letter or a bracket. */
function encodingOf([first = 1, second = 1]: Uint8Array): string {
  if (first === 0 && second === 0) return 'utf-8';
  if ((first === 0xff && second === 0xfe) || second === 0) return 'utf-16le';
  return (first === 0xfe && second === 0xff) || first === 0 ? 'utf-16be' : 'utf-8';
}
