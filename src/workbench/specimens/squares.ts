/** A field of squares and its legend: a hundred of anything, by what became of them. */
import { below, WIDTH, type Part } from '../../../widgets/kit/draw/part.ts';
import { squares, squaresLegend } from '../../../widgets/kit/draw/squares.ts';
import type { Layout } from '../../../widgets/kit/contract/widget.ts';

export const specimen = (layout: Layout): Part => {
  const columns = layout === 'wide' ? 50 : 25;
  const lay = { columns, pitch: WIDTH[layout] / columns };
  const counts = { 'cell-right': 61, 'cell-wrong': 14, 'cell-alarm': 5, 'cell-quiet': 20 };
  const key = squaresLegend({
    'cell-right': 'right',
    'cell-wrong': 'wrong',
    'cell-alarm': 'a false alarm',
    'cell-quiet': 'nothing happened',
  });
  return below(8, squares(lay, counts), key);
};
