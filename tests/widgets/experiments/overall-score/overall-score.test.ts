import { describe, expect, it } from 'vitest';
import { overallScore } from '../../../../widgets/experiments/overall-score/widget.ts';
import { measureAll } from '../../../../widgets/kit/contract/widget.ts';
import { ranBy } from '../../../ran.ts';

const ran = ranBy(overallScore);

describe('the overall score', () => {
  it('is that of ten thousand people, counted one by one', async () => {
    for (const [right, group, others] of [
      [0, 0.02, 1],
      [0.5, 0.02, 1],
      [0.49, 0.03, 0.99],
      [0.2, 0.5, 0.6],
    ] as const) {
      let [served, wrong, wrongInGroup] = [0, 0, 0];
      for (let i = 0; i < 10_000; i += 1) {
        const isGroup = i < 10_000 * group;
        const [size, share, at] = isGroup
          ? [10_000 * group, right, i]
          : [10_000 * (1 - group), others, i - 10_000 * group];
        if (at < Math.round(size * share)) served += 1;
        else {
          wrong += 1;
          if (isGroup) wrongInGroup += 1;
        }
      }
      const { measures } = measureAll(overallScore, await ran({ right, group, others }));
      expect(measures['overall']).toBeCloseTo(served / 10_000, 9);
      expect(measures['errorsInGroup']).toBeCloseTo(wrongInGroup / wrong, 9);
    }
  });

  it('cannot gain more than the group’s share, and says so where nobody is wrong', async () => {
    const { measures } = measureAll(overallScore, await ran({ right: 1 }));
    expect(measures['overall']).toBeCloseTo(1, 12);
    expect(measures['mostGained']).toBeCloseTo(0.02, 12);
    expect(measures['errorsInGroup']).toBeNull();
  });
});
