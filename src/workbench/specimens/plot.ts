/** Marks over axes, with the room that the words of the axes need. */
import { linePath } from '../../../widgets/kit/draw/axes.ts';
import { svg } from '../../../widgets/kit/draw/markup.ts';
import { WIDTH, type Part } from '../../../widgets/kit/draw/part.ts';
import { plot } from '../../../widgets/kit/draw/plot.ts';
import type { Layout } from '../../../widgets/kit/contract/widget.ts';

const LOSSES = [1.2, 0.7, 0.5, 0.42, 0.38, 0.36].map((loss, epoch) => [epoch, loss] as const);

export const specimen = (layout: Layout): Part => {
  const x = { extent: [0, 5], label: 'epochs' } as const;
  const y = { extent: [0, 1.2], label: 'loss', ticks: 3 } as const;
  const spec = { width: WIDTH[layout], height: layout === 'wide' ? 200 : 170, x, y, right: 8 };
  return plot(spec, (at) => svg`<path class="run-line" d="${linePath(LOSSES, at.x, at.y)}"/>`);
};
