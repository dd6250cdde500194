/** A dot plot: a dot for each value, those of another run behind, and a value named over the same axis. */
import { dotPlot } from '../../../widgets/kit/draw/dot-plot.ts';
import { marks } from '../../../widgets/kit/draw/marks.ts';
import { WIDTH, type Part } from '../../../widgets/kit/draw/part.ts';
import type { Layout } from '../../../widgets/kit/contract/widget.ts';

export const specimen = (layout: Layout): Part => {
  const values = Array.from({ length: 100 }, (_, i) => 10 - 40 * Math.log(1 - (i + 0.5) / 100));
  const behind = { values: values.map((value) => 1.4 * value) };
  const x = { extent: [0, 250], label: 'latency in ms' } as const;
  const size = { width: WIDTH[layout], height: 150, right: 5 };
  return dotPlot({ ...size, x, r: 4, stack: 80, behind }, values, (at, floor) =>
    marks([{ value: 38, text: 'half within 38 ms' }], at, 0, floor),
  );
};
