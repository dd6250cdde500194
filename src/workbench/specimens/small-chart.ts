/** Small square charts, of which only the ends of the axes are written; a disc says where the reader is. */
import { linePath } from '../../../widgets/kit/draw/axes.ts';
import { svg } from '../../../widgets/kit/draw/markup.ts';
import { beside, type Part } from '../../../widgets/kit/draw/part.ts';
import { here, smallChart } from '../../../widgets/kit/draw/small-chart.ts';

const chart = (title: string, power: number): Part =>
  smallChart({ title, side: 130, x: { label: 'share' }, y: { high: '1' } }, (x, y) => {
    const points = [0, 0.25, 0.5, 0.75, 1].map((at) => [at, at ** power] as const);
    return svg`<path class="before-line" d="${linePath(points, x, y)}"/>${here(x(0.5), y(0.5 ** power))}`;
  });

export const specimen = (): Part => beside(28, chart('Straight', 1), chart('Bent', 3));
