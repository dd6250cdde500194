/** Parts beside, below and in a grid of each other: their sizes are added up. */
import { svg } from '../../../widgets/kit/draw/markup.ts';
import { below, beside, grid, part, type Part } from '../../../widgets/kit/draw/part.ts';
import type { Layout } from '../../../widgets/kit/contract/widget.ts';

const box = (words: string, width = 96): Part =>
  part(
    width,
    32,
    svg`<path class="band" d="M0 0H${width}V32H0Z"/><text x="8" y="21">${words}</text>`,
  );

export const specimen = (layout: Layout): Part => {
  const row = beside(16, box('one'), box('two'), layout === 'wide' && box('only where wide', 150));
  const cells = ['a', 'b', 'c', 'd', 'e'].map((name) => box(name, 40));
  return below(12, row, grid(layout === 'wide' ? 5 : 3, [8, 8], cells));
};
