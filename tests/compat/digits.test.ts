import { expect, test } from 'vitest';
import { frozenRuns, repeat } from './digits.ts';

test.each(['batch-bench', 'tail-jar', 'dataset-sizes'])(
  '%s gives the digits, the words and the table that it gave',
  async (tag) => {
    expect(frozenRuns(tag)).toHaveLength(41);
    await repeat(tag);
  },
);
