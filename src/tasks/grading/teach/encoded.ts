/** The text of a file that is to go back as it came: bytes that are not written anew are the bytes that were read. */

export interface Encoded {
  readonly text: string;
  /** The bytes of another text, in the same encoding; what that cannot write stands as HTML has it. */
  bytesOf(text: string): Uint8Array<ArrayBuffer>;
}

const LEGACY = 'windows-1252';

/** UTF-8 in most cases; UTF-16 as spreadsheets write it; else one byte a letter. */
export function encoded(bytes: Uint8Array): Encoded {
  const mark = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0);
  const isLittle = mark === 0xfffe;
  const wide =
    isLittle || mark === 0xfeff ? read(isLittle ? 'utf-16le' : 'utf-16be', bytes) : undefined;
  if (wide !== undefined) return { text: wide, bytesOf: (out) => wideBytes(out, isLittle) };
  const text = read('utf-8', bytes);
  if (text !== undefined) return { text, bytesOf: (out) => new TextEncoder().encode(out) };
  return { text: read(LEGACY, bytes) ?? '', bytesOf: legacyBytes };
}

function read(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function wideBytes(text: string, isLittle: boolean): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i += 1) view.setUint16(i * 2, text.charCodeAt(i), isLittle);
  return new Uint8Array(view.buffer);
}

function legacyBytes(text: string): Uint8Array<ArrayBuffer> {
  const known = Uint8Array.from({ length: 256 }, (_, i) => i);
  const letters = new TextDecoder(LEGACY).decode(known);
  return Uint8Array.from(
    [...text].flatMap((letter) => {
      const at = letters.indexOf(letter);
      return at >= 0 ? at : [...new TextEncoder().encode(`&#${letter.codePointAt(0) ?? 0};`)];
    }),
  );
}
