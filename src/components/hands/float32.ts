/** The 32 bits of a number in single precision (IEEE 754): sign, 8 bits of exponent, 23 of fraction, the highest first. */

/** Bits of each part. */
export const PARTS = { sign: 1, exponent: 8, fraction: 23 } as const;

const words = new DataView(new ArrayBuffer(4));

/** The bits of a number, rounded to single precision. */
export function bitsOf(value: number): readonly number[] {
  words.setFloat32(0, value);
  const whole = words.getUint32(0);
  return Array.from({ length: 32 }, (_, place) => (whole >>> (31 - place)) & 1);
}

/** The number of such bits; infinite or `NaN` where the exponent is all ones. */
export function valueOf(bits: readonly number[]): number {
  words.setUint32(0, Number.parseInt(bits.join(''), 2));
  return words.getFloat32(0);
}
