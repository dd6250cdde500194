/** A list of marks over axes, with its title, its key and, here, the run before behind it. */
import { chart } from '../../../widgets/kit/draw/chart.ts';
import { line, rule, series } from '../../../widgets/kit/draw/mark.ts';
import type { Part } from '../../../widgets/kit/draw/part.ts';
import type { Layout } from '../../../widgets/kit/contract/widget.ts';

const losses = (pace: number) =>
  [0, 1, 2, 3, 4, 5].map((epoch) => 0.3 + 0.9 * Math.exp(-pace * epoch));
const run = (pace: number) => ({ settings: { pace }, outcome: losses(pace) });

export const specimen = (layout: Layout): Part =>
  chart<{ pace: number }, readonly number[]>({
    title: 'Loss by epochs',
    view: { layout, ghost: run(0.4) },
    run: run(0.9),
    height: { wide: 200, narrow: 170 },
    x: { extent: [0, 5], label: 'epochs' },
    y: { extent: [0, 1.2], label: 'loss', ticks: 3 },
    marks: ({ outcome }) => [
      rule({ y: 0.3 }, { words: 'as low as it can be' }),
      line(series(outcome), { key: 'on what it learns from' }),
    ],
  });
