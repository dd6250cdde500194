/** Axes that are held: the second run is drawn on those of the first, in which it fits. */
import { dotsPath } from '../../../widgets/kit/draw/dots.ts';
import { keptExtent, type Extent } from '../../../widgets/kit/draw/extent.ts';
import { svg } from '../../../widgets/kit/draw/markup.ts';
import { below, WIDTH, type Part } from '../../../widgets/kit/draw/part.ts';
import { plot } from '../../../widgets/kit/draw/plot.ts';
import type { Layout } from '../../../widgets/kit/contract/widget.ts';

function run(layout: Layout, [low, high]: Extent, kept?: Extent): Part {
  const extent = keptExtent([low, high], [low, high], kept);
  const x = { extent, label: kept ? 'ms, held' : 'ms' };
  return plot({ width: WIDTH[layout], height: 60, x, left: 12, right: 18 }, ({ x: at, floor }) => {
    const places = [low, (low + high) / 2, high].map((ms) => [at(ms), floor - 10] as const);
    return svg`<path class="run-fill" d="${dotsPath(places, 4)}"/>`;
  });
}

export const specimen = (layout: Layout): Part =>
  below(10, run(layout, [0, 100]), run(layout, [20, 60], [0, 100]));
