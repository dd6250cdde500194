/** Rows, each with a name, a bar from 0 and what it comes to. */
import { barRows } from '../../../widgets/kit/draw/bar-rows.ts';
import { WIDTH, type Part } from '../../../widgets/kit/draw/part.ts';
import type { Layout } from '../../../widgets/kit/contract/widget.ts';

export const specimen = (layout: Layout): Part =>
  barRows(
    [
      { name: 'upkeep', bars: [[30, 'cat-1']], told: '$30' },
      { name: 'errors', bars: [[50, 'cat-2']], told: '$50', band: [0, 60] },
    ],
    { width: WIDTH[layout], most: 100, pitch: 40 },
  );
