/** Bytes as the letters of a link, and a checksum: of a link that was cut or altered it is seen. */
import { digest } from '../submission/digest.ts';

/** Bytes of a checksum. */
export const CHECK_BYTES = 3;

/** The checksum of bytes, and of a text that goes with them. */
export const checkOf = (text: string, bytes: readonly number[]): readonly number[] =>
  inBytes(
    Number.parseInt(digest(`${text}\n${bytes.join()}`).slice(0, 2 * CHECK_BYTES), 16),
    CHECK_BYTES,
  );

/** A whole number in so many bytes, the largest first. */
export const inBytes = (value: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, i) => Math.floor(value / 256 ** (count - 1 - i)) % 256);

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Base64url (RFC 4648, section 5) without padding; written out, because pure code has no `btoa`. */
export function base64(bytes: readonly number[]): string {
  const bits = bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,6}/g) ?? [])
    .map((six) => SIGNS[Number.parseInt(six.padEnd(6, '0'), 2)] ?? '')
    .join('');
}

/** The bytes of such a text; nothing where it holds another sign. */
export function bytesIn(text: string): readonly number[] | undefined {
  const places = [...text].map((sign) => SIGNS.indexOf(sign));
  if (places.some((one) => one < 0)) return undefined;
  const bits = places.map((one) => one.toString(2).padStart(6, '0')).join('');
  return (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
}
