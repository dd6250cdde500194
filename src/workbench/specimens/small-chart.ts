/** Small square charts, of which only the ends of the axes are written; a disc says where the reader is. */
import { beside, type Part } from '../../../widgets/kit/draw/part.ts';
import { smallChart } from '../../../widgets/kit/draw/small-chart.ts';

const chart = (title: string, power: number): Part => {
  const line = [0, 0.25, 0.5, 0.75, 1].map((at) => [at, at ** power] as const);
  const here = [0.5, 0.5 ** power] as const;
  const [x, y] = [{ label: 'share' }, { high: '1' }];
  return smallChart({ title, note: 'from 0 to 1', x, y, line, against: 'diagonal', here }, 130);
};

export const specimen = (): Part => beside(28, chart('Straight', 1), chart('Bent', 3));
