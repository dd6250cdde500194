/** Words at the first place where they meet nothing that is taken. */
import { boxAround, firstFree, labelAt } from '../../../widgets/kit/draw/labels.ts';
import { dotsPath } from '../../../widgets/kit/draw/dots.ts';
import { svg } from '../../../widgets/kit/draw/markup.ts';
import { part, WIDTH, type Part } from '../../../widgets/kit/draw/part.ts';
import type { Layout } from '../../../widgets/kit/contract/widget.ts';

export const specimen = (layout: Layout): Part => {
  const inside = { left: 0, right: WIDTH[layout], top: 0, bottom: 70 };
  const words = 'the second of two';
  const places = [
    [120, 35],
    [140, 32],
  ] as const;
  const [x, y] = places[1];
  const wanted = [labelAt(words, x - 8, y + 4, 'end'), labelAt(words, x + 8, y + 4)];
  const free = firstFree(wanted, inside, [boxAround(...places[0], 6)]);
  const label =
    free && svg`<text x="${free.x}" y="${free.y}" text-anchor="${free.anchor}">${words}</text>`;
  return part(inside.right, 70, svg`<path class="cat-1" d="${dotsPath(places, 5)}"/>${label}`);
};
