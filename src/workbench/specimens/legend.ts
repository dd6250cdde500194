/** What looks mean, in a row that breaks where the width ends. */
import { legend } from '../../../widgets/kit/draw/legend.ts';
import { svg } from '../../../widgets/kit/draw/markup.ts';
import { WIDTH, type Part } from '../../../widgets/kit/draw/part.ts';
import type { Layout } from '../../../widgets/kit/contract/widget.ts';

const LOOKS = [
  ['run-line', 'this run'],
  ['before-line', 'the run before'],
  ['pinned-line', 'the pinned run'],
  ['prediction-line', 'your prediction'],
] as const;

export const specimen = (layout: Layout): Part =>
  legend(
    LOOKS.map(([look, words]) => ({
      words,
      swatch: (x, y) => svg`<path class="${look}" d="M${x - 6} ${y}h14"/>`,
    })),
    WIDTH[layout],
  );
