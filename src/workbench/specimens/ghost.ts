/** Another run behind the present one: the one before is grey, a pinned one dashed, its dots are rings. */
import { linePath } from '../../../widgets/kit/draw/axes.ts';
import { dotsPath } from '../../../widgets/kit/draw/dots.ts';
import { ghost } from '../../../widgets/kit/draw/ghost.ts';
import { svg, type Markup } from '../../../widgets/kit/draw/markup.ts';
import { below, part, WIDTH, type Part } from '../../../widgets/kit/draw/part.ts';
import type { Layout } from '../../../widgets/kit/contract/widget.ts';

function run(layout: Layout, isPinned: boolean): Part {
  const width = WIDTH[layout];
  const points = (lift: number) =>
    [0.05, 0.35, 0.65, 0.95].map((x, i) => [x * width, 70 - 15 * i - lift] as const);
  const drawn = (lift: number, line: string, dots: string): Markup =>
    svg`<path class="${line}" d="${linePath(points(lift))}"/><path class="${dots}" d="${dotsPath(points(lift), 4)}"/>`;
  const behind = ghost({ isPinned }, (look) => drawn(12, `${look}-line`, look));
  return part(width, 80, svg`${behind}${drawn(0, 'run-line', 'run-fill')}`);
}

export const specimen = (layout: Layout): Part => below(10, run(layout, false), run(layout, true));
