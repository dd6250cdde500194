import { expect, test } from 'vitest';
import { frozenRuns, repeat } from './digits.ts';
import { tags } from './today-runs.ts';

test.each(tags('learns'))(
  '%s learns what it learned, to the last digit that is cited',
  async (tag) => {
    expect(frozenRuns(tag).length).toBeGreaterThan(0);
    await repeat(tag);
  },
);
