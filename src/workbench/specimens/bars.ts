/** Bars, all of them one path. */
import { barsPath } from '../../../widgets/kit/draw/bars.ts';
import { svg } from '../../../widgets/kit/draw/markup.ts';
import { part, WIDTH, type Part } from '../../../widgets/kit/draw/part.ts';
import type { Layout } from '../../../widgets/kit/contract/widget.ts';

const COUNTS = [2, 5, 9, 12, 8, 4, 0, 1];

export const specimen = (layout: Layout): Part => {
  const heights = COUNTS.map((count) => 80 - 6 * count);
  const places = { left: 0, step: WIDTH[layout] / COUNTS.length, gap: 4 };
  const bars = svg`<path class="run-fill" d="${barsPath(heights, 80, places)}"/>`;
  return part(WIDTH[layout], 80, bars);
};
