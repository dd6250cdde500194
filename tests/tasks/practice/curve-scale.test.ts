import { describe, expect, it } from 'vitest';
import { CurveScale } from '../../../src/tasks/kinds/prediction/forms/curve/curve-scale.ts';

// Four values across, 0 to 200 from y = 210 up to y = 10: one unit of the drawing is one of the axis.
const scale = new CurveScale(
  { xs: [0, 100, 200, 300], top: 10, bottom: 210 },
  { min: 0, max: 200 },
);
const at = (x: number, y: number) => ({ x, y });

describe('the axes of a drawn prediction', () => {
  it('place a value, and one outside at their ends', () => {
    expect([0, 50, 200, 500, -3].map((value) => scale.yOf(value))).toEqual([210, 160, 10, 10, 210]);
  });

  it('read the value nearest to the pointer, in figures that a hand can mean', () => {
    expect(scale.passed(at(110, 160.4), at(110, 160.4))).toEqual([{ index: 1, value: 50 }]);
    expect(scale.passed(at(290, -40), at(290, -40))).toEqual([{ index: 3, value: 200 }]);
    const fine = new CurveScale({ xs: [0], top: 0, bottom: 100 }, { min: 0, max: 1 });
    expect(fine.passed(at(0, 33.3), at(0, 33.3))).toEqual([{ index: 0, value: 0.67 }]);
  });

  it('give every value that a fast pointer has jumped over its place on the straight way', () => {
    expect(scale.passed(at(0, 210), at(300, 60))).toEqual([
      { index: 1, value: 50 },
      { index: 2, value: 100 },
      { index: 3, value: 150 },
    ]);
    // Back again: the value that it came from is not passed a second time.
    expect(scale.passed(at(300, 60), at(100, 160)).map(({ index }) => index)).toEqual([2, 1]);
  });

  it('read back what they show', () => {
    for (const value of [0, 1, 50, 149, 200]) {
      const y = scale.yOf(value);
      expect(scale.passed(at(200, y), at(200, y))).toEqual([{ index: 2, value }]);
    }
  });
});
