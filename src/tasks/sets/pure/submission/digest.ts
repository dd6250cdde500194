/** Short names of texts: SHA-256 of their UTF-8, in hexadecimal. */
import { sha256 } from '../../../../../widgets/kit/data/sha256.ts';

/** The hash of a text as 64 hexadecimal digits. */
export function digest(text: string): string {
  return sha256(utf8(text));
}

/** How many bytes a text has in UTF-8. */
export function bytesOf(text: string): number {
  let bytes = 0;
  for (const sign of text) bytes += widthOf(sign.codePointAt(0) ?? 0);
  return bytes;
}

const widthOf = (code: number): number =>
  code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;

/** Half a surrogate pair is no sign; what stands in its place everywhere. */
const whole = (code: number): number => (code >= 0xd800 && code < 0xe000 ? 0xfffd : code);

/** A text in UTF-8; written out, because pure code has no TextEncoder. */
export function utf8(text: string): Uint8Array {
  const bytes = new Uint8Array(bytesOf(text));
  let at = 0;
  for (const sign of text) {
    const code = whole(sign.codePointAt(0) ?? 0);
    const width = widthOf(code);
    if (width === 1) bytes[at] = code;
    else {
      for (let i = width - 1; i > 0; i -= 1) {
        bytes[at + i] = 0x80 | ((code >> (6 * (width - 1 - i))) & 0x3f);
      }
      bytes[at] = ((0xf00 >> width) & 0xff) | (code >> (6 * (width - 1)));
    }
    at += width;
  }
  return bytes;
}

/** Any value of JSON as text: names in order, nothing between. Fields that are undefined are none. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => canonical(one)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`);
  return `{${fields.join(',')}}`;
}
