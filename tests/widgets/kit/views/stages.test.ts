import { describe, expect, it } from 'vitest';
import { KeptStages, sizeOf } from '../../../../widgets/kit/views/stages.ts';

const after = (count: number, outcome: (i: number) => unknown = (i) => i): KeptStages<unknown> => {
  const kept = new KeptStages<unknown>();
  for (let i = 0; i < count; i += 1) kept.add(outcome(i), i / (count - 1));
  return kept;
};

describe('what a run has shown', () => {
  it('is kept in its order', () => {
    expect(after(4).outcomes).toEqual([0, 1, 2, 3]);
  });

  it('holds one stage for each share of the work, the latest look at it', () => {
    const kept = new KeptStages<string>();
    for (const [name, share] of [
      ['a', 0],
      ['b', 0.5],
      ['b again', 0.5],
      ['c', 1],
    ] as const) {
      kept.add(name, share);
    }
    expect(kept.outcomes).toEqual(['a', 'b again', 'c']);
  });

  it('begins anew with a run that does, on another back end or for other settings', () => {
    const kept = after(5);
    kept.add('new', 0);
    expect(kept.outcomes).toEqual(['new']);
  });

  it('stays bounded in number: evenly spaced, from the first to the latest', () => {
    const { outcomes } = after(5001);
    expect(outcomes.length).toBeLessThanOrEqual(121);
    expect(outcomes.length).toBeGreaterThan(60);
    expect([outcomes[0], outcomes.at(-1)]).toEqual([0, 5000]);
    const gaps = outcomes.slice(1, -1).map((one, i) => Number(one) - Number(outcomes[i]));
    expect(new Set(gaps).size).toBe(1);
  });

  it('stays bounded in what it holds: of large outcomes fewer are kept', () => {
    const large = after(200, (i) => ({ i, numbers: new Float64Array(500_000) }));
    expect(large.outcomes.length).toBeLessThanOrEqual(9);
    expect((large.outcomes.at(-1) as { i: number }).i).toBe(199);
  });

  it('is forgotten when it is told so', () => {
    const kept = after(3);
    kept.forget();
    expect(kept.outcomes).toEqual([]);
  });
});

it('counts what a plain value holds', () => {
  expect(sizeOf(1)).toBe(1);
  expect(sizeOf('four')).toBe(5);
  expect(sizeOf([1, 2])).toBe(5);
  expect(sizeOf({ a: [1], b: null })).toBeGreaterThan(sizeOf({ a: [1] }));
  expect(sizeOf(new Float64Array(1000))).toBeGreaterThan(1000);
});
