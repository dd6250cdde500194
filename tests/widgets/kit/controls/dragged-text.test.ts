import { expect, test } from 'vitest';
import type { NumberParam } from '../../../../widgets/kit/contract/params.ts';
import { draggedText } from '../../../../widgets/kit/controls/dragged-text.ts';

const param = {
  kind: 'number',
  label: 'X',
  place: 'first',
  min: 0,
  max: 1e6,
  step: 1,
  default: 0,
} as const;

test.each([
  [12345, {}, '12,345'],
  [0.125, {}, '0.125'],
  [8, { unit: 'ms' }, '8\u00a0ms'],
  [2, { unit: '$/hour' }, '$2/hour'],
  [2013, { isYear: true }, '2013'],
])('%d is written whole, with its unit', (value, more, text) => {
  expect(draggedText({ ...param, ...more } as NumberParam, value)).toBe(text);
});
