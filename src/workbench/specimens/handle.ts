/** A mark to take hold of: it names the setting that it changes. */
import { chart } from '../../../widgets/kit/draw/chart.ts';
import { handle } from '../../../widgets/kit/draw/handle.ts';
import { rule } from '../../../widgets/kit/draw/mark.ts';
import type { Part } from '../../../widgets/kit/draw/part.ts';
import type { Layout } from '../../../widgets/kit/contract/widget.ts';

export const specimen = (layout: Layout): Part =>
  chart({
    view: { layout },
    height: 140,
    x: { extent: [0, 1], label: 'threshold' },
    marks: [
      rule({ x: 0.4 }, { look: 'run-line' }),
      handle({
        ...{ sets: 'threshold', param: { min: 0, max: 1 }, value: 0.4, along: 'x', at: 0.4 },
        ...{ name: 'threshold', told: '0.4', keys: '← → move it', hint: 'drag the line' },
      }),
    ],
  });
