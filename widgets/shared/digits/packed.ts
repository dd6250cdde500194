/** Digits as they are published: images packed one after another, then their labels, a byte each. */
import { DataFault } from '#kit/contract';
import { KINDS, type Digits } from './digits.ts';
import { HELD, notHeld } from '#words/widgets/shared/words';

/** How a file packs its digits. */
export interface PackedFile {
  /** Its name in `public/data/`. */
  readonly name: string;
  /** Pixels of one image. */
  readonly size: number;
  /** Pixels in a byte, the first one in its upper half. */
  readonly perByte: 1 | 2;
  /** The value of a pixel full of ink. */
  readonly full: number;
  /** A file of so few digits is not the published one. */
  readonly moreThan: number;
}

/** Reads the digits of a file. Throws a DataFault when the bytes cannot be that. */
export function unpack(file: PackedFile, bytes: Uint8Array): Digits {
  const { size, full } = file;
  const packed = size / file.perByte;
  const count = bytes.length / (packed + 1);
  const values = valuesOf(file, bytes.subarray(0, count * packed));
  const labels = bytes.subarray(count * packed);
  const whole = Number.isInteger(count) && count > file.moreThan;
  if (!whole || values.some((ink) => ink > full) || labels.some((label) => label >= KINDS)) {
    throw new DataFault(notHeld(file.name, HELD.digits));
  }
  // Written out: by `Float32Array.from` it takes ten times as long.
  const pixels = new Float32Array(values.length);
  for (let i = 0; i < pixels.length; i += 1) pixels[i] = (values[i] as number) / full;
  return { count, size, pixels, labels };
}

function valuesOf({ perByte }: PackedFile, bytes: Uint8Array): Uint8Array {
  if (perByte === 1) return bytes;
  const values = new Uint8Array(2 * bytes.length);
  for (let at = 0; at < bytes.length; at += 1) {
    const two = bytes[at] as number;
    values[2 * at] = two >>> 4;
    values[2 * at + 1] = two & 15;
  }
  return values;
}
