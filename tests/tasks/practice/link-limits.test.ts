import { describe, expect, it } from 'vitest';
import { takenAway, withoutThem } from '../../../src/tasks/practice/page/link-limits.ts';

const asked = {
  instance: 'bench',
  vary: ['maxBatch', 'maxWait'],
  start: { maxBatch: 8, maxWait: 50, arrivals: 3000, seed: 1 },
};
const usual = { maxBatch: 1, maxWait: 0, arrivals: 100, seed: 1 };
const taken = (search: string): readonly string[] => takenAway(asked, usual, search);

describe('a link that hides or locks controls', () => {
  it('takes nothing away that the question leaves alone, nor from another experiment', () => {
    expect(taken('')).toEqual([]);
    expect(taken('?bench.hide=seed&bench.lock=seed')).toEqual([]);
    expect(taken('?bench.hide=arrivals')).toEqual([]);
    expect(taken('?other.lock=maxBatch,maxWait')).toEqual([]);
  });

  it('takes away what the reader may move', () => {
    expect(taken('?bench.hide=maxWait')).toEqual(['maxWait']);
    expect(taken('?bench.lock=maxBatch&bench.hide=maxWait,maxBatch')).toEqual([
      'maxBatch',
      'maxWait',
    ]);
  });

  it('takes away what it locks elsewhere than the question starts', () => {
    expect(taken('?bench.lock=arrivals')).toEqual(['arrivals']);
    expect(taken('?bench.lock=arrivals&bench.arrivals=500')).toEqual(['arrivals']);
    expect(taken('?bench.lock=arrivals&bench.arrivals=3000')).toEqual([]);
  });

  it('opens without these parts, and with all others', () => {
    const search = '?bench.maxBatch=4&bench.hide=maxWait,seed&bench.lock=maxBatch&x.lock=maxBatch';
    expect(withoutThem(search, 'bench', ['maxBatch', 'maxWait'])).toBe(
      '?bench.maxBatch=4&bench.hide=seed&x.lock=maxBatch',
    );
    expect(withoutThem('?bench.lock=a', 'bench', ['a'])).toBe('');
  });
});
