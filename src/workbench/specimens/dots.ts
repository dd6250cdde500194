/** Dots, stacked where their values are; all of them one path. */
import { dotsPath, stacked } from '../../../widgets/kit/draw/dots.ts';
import { svg } from '../../../widgets/kit/draw/markup.ts';
import { part, WIDTH, type Part } from '../../../widgets/kit/draw/part.ts';
import type { Layout } from '../../../widgets/kit/contract/widget.ts';

export const specimen = (layout: Layout): Part => {
  const width = WIDTH[layout];
  const values = Array.from({ length: 80 }, (_, i) => ((i * i) % 41) / 41);
  const xs = values.map((value) => 10 + value ** 2 * (width - 20));
  const places = stacked(xs, { r: 4, base: 80, height: 80 });
  return part(width, 80, svg`<path class="run-fill" d="${dotsPath(places, 4)}"/>`);
};
