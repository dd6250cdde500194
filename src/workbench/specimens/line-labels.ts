/** Names at the ends of lines, pushed apart where two would overlap. */
import { linePath } from '../../../widgets/kit/draw/axes.ts';
import { lineNames } from '../../../widgets/kit/draw/line-labels.ts';
import { svg } from '../../../widgets/kit/draw/markup.ts';
import { WIDTH, type Part } from '../../../widgets/kit/draw/part.ts';
import { plot } from '../../../widgets/kit/draw/plot.ts';
import type { Layout } from '../../../widgets/kit/contract/widget.ts';

const LINES = [
  { name: 'one GPU', end: [10, 0.5], isNow: true },
  { name: 'two GPUs', end: [10, 0.53], sign: 1 },
  { name: 'four GPUs and a longer queue', end: [10, 0.9], sign: 3 },
] as const;

export const specimen = (layout: Layout): Part => {
  const right = lineNames.room(LINES, layout);
  const x = { extent: [0, 10], label: 'requests a second' } as const;
  const y = { extent: [0, 1], label: 'served' } as const;
  return plot({ width: WIDTH[layout], height: 180, x, y, right }, (at) => {
    const lines = LINES.map(({ end, ...line }) => {
      const look = 'sign' in line ? `cat-line cat-${line.sign}` : 'run-line';
      return svg`<path class="${look}" d="${linePath([[0, 0.1], end], at.x, at.y)}"/>`;
    });
    return svg`${lines}${lineNames.draw(LINES, { x: at.x, y: at.y, layout, bottom: at.floor })}`;
  });
};
