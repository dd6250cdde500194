/** Values named over a horizontal axis; one beyond it has an arrow. */
import { marks } from '../../../widgets/kit/draw/marks.ts';
import { WIDTH, type Part } from '../../../widgets/kit/draw/part.ts';
import { plot } from '../../../widgets/kit/draw/plot.ts';
import type { Layout } from '../../../widgets/kit/contract/widget.ts';

const NAMED = [
  { value: 120, text: 'mean 120 ms', look: 'run' },
  { value: 90, text: 'median 90 ms' },
  { value: 310, text: 'limit 310 ms', look: 'dashed' },
  { value: 900, text: 'slowest 900 ms' },
] as const;

export const specimen = (layout: Layout): Part => {
  const x = { extent: [0, 400], label: 'latency in ms' } as const;
  return plot({ width: WIDTH[layout], height: 150, x, left: 12, right: 18 }, ({ x: at, floor }) =>
    marks(NAMED, at, 0, floor),
  );
};
