import { describe, expect, test } from 'vitest';
import { distributionShift } from '../../widgets/experiments/distribution-shift/widget.ts';
import { FIVE, each, lesson, mean, over } from './seeds.ts';

describe('a model goes abroad', { timeout: 120_000 }, () => {
  const text = lesson('02-a-model-goes-abroad');

  test('the same cut wins back two of three lost points', async () => {
    // Apart: they train apart in any case, and the experiment's own tests ask for the same lists.
    const [none] = await over(distributionShift, FIVE, {});
    const [cut] = await over(distributionShift, FIVE, { repair: 'preprocess' });
    const abroad = mean(each(none, 'abroadAccuracy'));
    const lost = mean(each(none, 'homeAccuracy')) - abroad;
    const won = mean(each(cut, 'abroadAccuracy')) - abroad;
    expect(won / lost).toBeCloseTo(2 / 3, 1);
    expect(text).toContain(
      'Over our five seeds, 1 to 5, the same cut won back about two of every three',
    );
  });

  test('a handful of labels costs more at home than hundreds do, and buys less abroad', async () => {
    const [few, many] = await over(
      distributionShift,
      FIVE,
      { repair: 'labels', foreignLabels: 10 },
      { repair: 'labels', foreignLabels: 200 },
    );
    expect(few).toHaveLength(FIVE.length);
    few?.forEach((one, i) => {
      expect(one['homeAccuracy']).toBeLessThan(many?.[i]?.['homeAccuracy'] ?? 0);
      expect(one['abroadAccuracy']).toBeLessThan((many?.[i]?.['abroadAccuracy'] ?? 0) - 0.2);
    });
    expect(text).toContain('a handful of digits costs more at home than hundreds do, and buys far');
  });
});
