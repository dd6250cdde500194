import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Playhead, SPEEDS } from '../../../../widgets/kit/views/playhead.ts';

const loaded = (count: number): Playhead => {
  const head = new Playhead();
  head.load(count);
  return head;
};

describe('a playhead', () => {
  it('stands at the last moment of what it has taken over', () => {
    expect([loaded(5).moment, loaded(1).moment, loaded(0).moment]).toEqual([4, 0, 0]);
    expect(loaded(5).isAtEnd).toBe(true);
  });

  it('plays all moments in the time that they take, and says when no more come', () => {
    const head = loaded(11);
    head.go(0);
    expect([head.play(1000, 5), head.moment]).toEqual([true, 2]);
    expect([head.play(3999, 5), head.moment]).toEqual([true, 9]);
    expect([head.play(2, 5), head.moment]).toEqual([false, 10]);
  });

  it('plays as much faster as its speed says, and comes back to the first speed after the last', () => {
    const head = loaded(101);
    expect(head.nextSpeed()).toBe(2);
    head.go(0);
    head.play(100, 10);
    expect(head.at).toBeCloseTo(2, 9);
    const all = SPEEDS.map(() => head.nextSpeed());
    expect(all.toSorted()).toEqual(SPEEDS.toSorted());
    expect(all.at(-1)).toBe(2);
  });

  it.each([false, true])(
    'steps from between two moments to the nearest whole one on that side, gliding or not (%s)',
    (glides) => {
      const head = loaded(10);
      head.load(10, glides);
      head.go(3.4);
      head.step(1);
      expect(head.at).toBe(4);
      head.go(3.4);
      head.step(-1);
      expect(head.at).toBe(3);
      head.step(-1);
      expect(head.at).toBe(2);
    },
  );

  it('tells of the moment that it comes to where it glides, and of the one passed last where not', () => {
    const head = loaded(10);
    const moments = (): readonly number[] =>
      [0, 3, 3.01, 3.99, 9].map((at) => {
        head.go(at);
        return head.moment;
      });
    expect(moments()).toEqual([0, 3, 3, 3, 9]);
    head.load(10, true);
    expect(moments()).toEqual([0, 3, 4, 4, 9]);
  });

  it('never leaves its moments, whatever is done to it', () => {
    const deed = fc.oneof(
      fc.record({ go: fc.double({ noNaN: true, min: -1e6, max: 1e6 }) }),
      fc.record({ step: fc.constantFrom(-1 as const, 1 as const) }),
      fc.record({ play: fc.integer({ min: 0, max: 10_000 }) }),
      fc.record({ load: fc.integer({ min: 0, max: 300 }) }),
    );
    fc.assert(
      fc.property(fc.array(deed), (deeds) => {
        const head = loaded(7);
        for (const one of deeds) {
          if ('go' in one) head.go(one.go);
          else if ('step' in one) head.step(one.step);
          else if ('play' in one) head.play(one.play, 3);
          else head.load(one.load);
          expect(head.at).toBeGreaterThanOrEqual(0);
          expect(head.at).toBeLessThanOrEqual(head.last);
        }
      }),
      { numRuns: 200, seed: 1 },
    );
  });
});
