/** Axes, straight and logarithmic, and a line; a value that is missing is a gap. */
import { axisX, axisY, linear, linePath, log } from '../../../widgets/kit/draw/axes.ts';
import { svg } from '../../../widgets/kit/draw/markup.ts';
import { part, WIDTH, type Part } from '../../../widgets/kit/draw/part.ts';
import type { Layout } from '../../../widgets/kit/contract/widget.ts';

const POINTS = [1, 3, 10, 30, 100, 300, 1000].map(
  (size, i) => [size, size === 30 ? null : 90 - 60 / (i + 1)] as const,
);

export const specimen = (layout: Layout): Part => {
  const x = log([1, 1000], [46, WIDTH[layout] - 18]);
  const y = linear([0, 100], [150, 26]);
  const line = svg`<path class="run-line" d="${linePath(POINTS, x, y)}"/>`;
  const across = axisX(x, 150, { label: 'examples' });
  const up = axisY(y, 46, { label: 'right, %' });
  return part(WIDTH[layout], 190, svg`${line}${up}${across}`);
};
