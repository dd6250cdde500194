import { expect, it } from 'vitest';
import { sideOf } from '../../../src/tasks/kinds/prediction/forms/number/check.ts';

it('a guess is told of its side only where it lies further away than near', () => {
  expect(sideOf(90, 520, 150)).toEqual(['low']);
  expect(sideOf(900, 520, 150)).toEqual(['high']);
  expect(sideOf(370, 520, 150)).toEqual([]);
  expect(sideOf(369, 520, 150)).toEqual(['low']);
});

it('nothing is told of a side that no author speaks of, of a skipped guess, or of a run without a value', () => {
  expect(sideOf(1, 520, undefined)).toEqual([]);
  expect(sideOf(undefined, 520, 150)).toEqual([]);
  expect(sideOf(90, null, 150)).toEqual([]);
  expect(sideOf(90, undefined, 150)).toEqual([]);
});
