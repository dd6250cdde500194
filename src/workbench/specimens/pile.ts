/** Small grey images in a pile, a word under each; what is wrong is crossed. */
import { WIDTH, type Part } from '../../../widgets/kit/draw/part.ts';
import { pile } from '../../../widgets/kit/draw/pile.ts';
import type { Layout } from '../../../widgets/kit/contract/widget.ts';

const SIDE = 8;
const image = (slope: number): readonly number[] =>
  Array.from({ length: SIDE * SIDE }, (_, i) =>
    Math.max(0, 16 - 6 * Math.abs((i % SIDE) - 3 - slope * (Math.floor(i / SIDE) - 3))),
  );

export const specimen = (layout: Layout): Part => {
  const images = [-1, -0.5, 0, 0.5, 1, 0.2].map((slope, i) => ({
    pixels: image(slope),
    word: i === 3 ? 'left' : 'right',
    isWrong: i === 3,
  }));
  const columns = layout === 'wide' ? 12 : 6;
  return pile(images, { width: WIDTH[layout], columns, rows: 1, side: SIDE, crosses: true });
};
