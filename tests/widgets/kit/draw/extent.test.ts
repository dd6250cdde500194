import { describe, expect, it } from 'vitest';
import { extentBeside, keptExtent, type Extent } from '../../../../widgets/kit/draw/extent.ts';

const drawn = (values: Extent, kept?: Extent, isLog?: boolean): Extent =>
  keptExtent(values, values, kept, isLog);

describe('a kept axis', () => {
  it('stays while the new values fit in it', () => {
    expect(drawn([0, 80], [0, 120])).toEqual([0, 120]);
    expect(drawn([0, 120], [0, 120])).toEqual([0, 120]);
  });

  it('goes where they do not: none is cut off', () => {
    expect(drawn([0, 121], [0, 120])).toEqual([0, 121]);
    expect(drawn([-1, 80], [0, 120])).toEqual([-1, 80]);
  });

  it('goes where they would be pressed into less than a tenth of it', () => {
    expect(drawn([0, 11], [0, 120])).toEqual([0, 11]);
    expect(drawn([0, 13], [0, 120])).toEqual([0, 120]);
    // Two of three decades, and a quarter of a decade of three.
    expect(drawn([1, 100], [1, 1000], true)).toEqual([1, 1000]);
    expect(drawn([1, 1.8], [1, 1000], true)).toEqual([1, 1.8]);
  });

  it('looks at the values, not at the round ends that an axis of their own would have', () => {
    expect(keptExtent([60, 4500], [20, 10_000], [50, 5000], true)).toEqual([50, 5000]);
    expect(keptExtent([60, 5500], [20, 10_000], [50, 5000], true)).toEqual([20, 10_000]);
  });

  it('is the run’s own where there is none to keep', () => {
    expect(drawn([2, 3], undefined)).toEqual([2, 3]);
  });
});

describe('the axis of a run and the one behind it', () => {
  it('shows both', () => {
    expect(extentBeside([0, 18], [0, 140])).toEqual([0, 140]);
    expect(extentBeside([0, 140], [0, 18])).toEqual([0, 140]);
    expect(extentBeside([2, 30], [-1, 20])).toEqual([-1, 30]);
  });

  it('is the run’s own where it would be lost beside the other, or is alone', () => {
    expect(extentBeside([0, 13], [0, 140])).toEqual([0, 13]);
    expect(extentBeside([0, 18], undefined)).toEqual([0, 18]);
  });
});
