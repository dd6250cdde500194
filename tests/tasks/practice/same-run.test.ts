import { describe, expect, it } from 'vitest';
import { CHANCE, differing } from '../../../src/tasks/judge/differing.ts';

const asked = { maxBatch: 8, arrivals: 100, seed: 1 };

describe('two runs', () => {
  it('of the same settings do not differ, whatever the seed', () => {
    expect(differing(asked, { ...asked, seed: 7 }, CHANCE)).toEqual([]);
  });

  it('differ in what was set otherwise, and in what one of them lacks', () => {
    expect(differing(asked, { ...asked, maxBatch: 9 }, CHANCE)).toEqual(['maxBatch']);
    expect(differing(asked, { maxBatch: 8 }, CHANCE)).toEqual(['arrivals']);
  });

  it('do not differ in what the reader is free to move', () => {
    expect(differing(asked, { ...asked, maxBatch: 9 }, ['maxBatch'])).toEqual([]);
    expect(differing(asked, { ...asked, seed: 7 }, ['maxBatch'])).toEqual(['seed']);
  });
});
