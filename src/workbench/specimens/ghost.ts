/** Another run behind the present one: faint, and on no paper. */
import { linePath } from '../../../widgets/kit/draw/axes.ts';
import { ghost } from '../../../widgets/kit/draw/ghost.ts';
import { svg } from '../../../widgets/kit/draw/markup.ts';
import { WIDTH, type Part } from '../../../widgets/kit/draw/part.ts';
import { plot } from '../../../widgets/kit/draw/plot.ts';
import type { Layout } from '../../../widgets/kit/contract/widget.ts';

const curve = (power: number) => [0, 1, 2, 3, 4].map((x) => [x, (x / 4) ** power] as const);

export const specimen = (layout: Layout): Part =>
  plot(
    {
      width: WIDTH[layout],
      height: 140,
      x: { extent: [0, 4], label: 'epochs' },
      left: 12,
      right: 18,
    },
    ({ x, y }) =>
      svg`${ghost(svg`<path class="pinned-line" d="${linePath(curve(2), x, y)}"/>`)}<path class="run-line" d="${linePath(curve(0.5), x, y)}"/>`,
  );
