import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bitsOf, valueOf } from '../../src/components/hands/float32.ts';

/** From the tables of IEEE 754: single precision, in hexadecimal. */
const KNOWN: readonly (readonly [number, string])[] = [
  [0, '00000000'],
  [1, '3f800000'],
  [-2, 'c0000000'],
  [0.1, '3dcccccd'],
  [2 ** -126, '00800000'],
  [3.4028234663852886e38, '7f7fffff'],
  [Infinity, '7f800000'],
];

test('the bits of a number are those of the standard', () => {
  for (const [value, hex] of KNOWN) {
    const bits = Number.parseInt(hex, 16).toString(2).padStart(32, '0');
    expect(bitsOf(value).join('')).toBe(bits);
    expect(valueOf([...bits].map(Number))).toBe(Math.fround(value));
  }
});

test('bits lead back to the number, rounded to single precision', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true }), (value) => {
      expect(valueOf(bitsOf(value))).toBe(Math.fround(value));
    }),
  );
});
