/** What stands on the scales of a chart: bars, a stretch, stacked dots, and words that find their own place. */
import { chart } from '../../../widgets/kit/draw/chart.ts';
import { band, bars, dots, pileOfDots } from '../../../widgets/kit/draw/mark.ts';
import { below, type Part } from '../../../widgets/kit/draw/part.ts';
import type { Layout } from '../../../widgets/kit/contract/widget.ts';

export const specimen = (layout: Layout): Part => {
  const view = { layout };
  const x = { extent: [0, 10], label: 'minutes' } as const;
  const upright = chart({
    ...{ view, height: 170, x, y: { extent: [0, 8], label: 'buses', ticks: 4 } },
    marks: [
      band({ x: [3, 6] }, { key: 'rush hour' }),
      bars([1, 2, 3, 6, 7, 5, 2, 1, 1, 0], { look: 'before' }),
      dots([[4.5, 7]], { words: 'most' }),
    ],
  });
  const stacked = chart({
    ...{ view, height: 110, top: 0, x },
    marks: [pileOfDots([1, 2, 2, 3, 3, 3, 4, 4, 5, 7], { r: 4, stack: 60 })],
  });
  return below(10, upright, stacked);
};
