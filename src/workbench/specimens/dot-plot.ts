/** Dot plots: a dot for each value, a value named over the same axis; behind, the run before in grey, a pinned one as rings. */
import { dotPlot } from '../../../widgets/kit/draw/dot-plot.ts';
import { marks } from '../../../widgets/kit/draw/marks.ts';
import { below, WIDTH, type Part } from '../../../widgets/kit/draw/part.ts';
import type { Layout } from '../../../widgets/kit/contract/widget.ts';

function besideAnother(layout: Layout, isPinned: boolean): Part {
  const values = Array.from({ length: 100 }, (_, i) => 10 - 40 * Math.log(1 - (i + 0.5) / 100));
  const behind = { isPinned, values: values.map((value) => 1.4 * value) };
  const x = { extent: [0, 250], label: 'latency in ms' } as const;
  const size = { width: WIDTH[layout], height: 150, right: 5 };
  return dotPlot({ ...size, x, r: 4, stack: 80, behind }, values, (at, floor) =>
    marks([{ value: 38, text: 'half within 38 ms' }], at, 0, floor),
  );
}

export const specimen = (layout: Layout): Part =>
  below(10, besideAnother(layout, false), besideAnother(layout, true));
