import { expect, test } from 'vitest';
import { frozenRuns, repeat } from './digits.ts';

/** Alone this takes two seconds; two cores may be shared with much else. In milliseconds. */
const PATIENCE = 90_000;

test.each([
  ['class-imbalance', 4],
  ['data-poisoning', 4],
  ['distribution-shift', 3],
])(
  '%s learns what it learned, to the last digit that is cited',
  async (tag, count) => {
    expect(frozenRuns(tag)).toHaveLength(count);
    await repeat(tag);
  },
  PATIENCE,
);
