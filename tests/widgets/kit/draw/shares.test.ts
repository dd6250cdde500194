import { expect, test } from 'vitest';
import { nearly } from '../../../../widgets/kit/draw/shares.ts';

test.each([
  [1, '100 %'],
  [0, '0 %'],
  [0.42, '42 %'],
  [0.9949, '99 %'],
  [0.996, '99.6 %'],
  [0.004, '0.4 %'],
  [0.9995, '> 99.9 %'],
  [0.999999, '> 99.9 %'],
  [0.0004, '< 0.1 %'],
  [1e-9, '< 0.1 %'],
])('a share of %d reads as %s: as all or nothing only where it is', (share, text) => {
  expect(nearly(share)).toBe(text);
});
test('with a decimal it is the same', () => {
  expect([0.9994, 0.9996, 0.0004, 1].map((share) => nearly(share, 1))).toEqual([
    '99.9 %',
    '> 99.9 %',
    '< 0.1 %',
    '100.0 %',
  ]);
});
