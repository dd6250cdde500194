/** Two lines while a group goes from all wrong to all right: the score of all people, and that of the group. */
import type { Drawing } from '#kit/draw';
import {
  byHandles,
  chart,
  dots,
  drawing,
  handle,
  hundredths,
  line,
  perCent,
  rule,
} from '#kit/draw';
import type { View } from '#kit/contract';
import type { ScoreOutcome } from './model.ts';
import { params, type ScoreSettings } from './params.ts';

const LABEL =
  'The share of right answers in the group across, and shares of right answers upwards: a line for all people, and one for the group, which rises from corner to corner.';
const CORNERS = [
  [0, 0],
  [1, 1],
] as const;

/** Draws the lines for a page or a phone. */
export function draw(
  settings: ScoreSettings,
  outcome: ScoreOutcome,
  view: View<ScoreSettings, ScoreOutcome>,
): Drawing {
  const extent = [0, 1] as const;
  const drawn = chart<ScoreSettings, ScoreOutcome>({
    title: 'What the overall score sees',
    view,
    run: { settings, outcome },
    height: { wide: 240, narrow: 220 },
    top: 30,
    right: 14,
    x: { extent, label: 'right in the group, %', format: hundredths },
    y: { extent, label: 'right, %', ticks: 4, format: hundredths },
    marks: ({ settings: { right }, outcome: { ends, overall } }) => [
      rule({ x: right }, { still: false }),
      line(CORNERS, { look: 'sure-line', key: 'the group' }),
      line(
        [
          [0, ends[0]],
          [1, ends[1]],
        ],
        { key: 'all people' },
      ),
      dots([[right, overall]], { still: false }),
      dots([[right, right]], { r: 4.5, look: 'soft', still: false }),
      handle({
        sets: 'right',
        param: params.right,
        value: right,
        along: 'x',
        at: right,
        name: 'share of right answers in the group',
        told: perCent(right, 0),
        keys: '← → move it',
      }),
    ],
  });
  return drawing(drawn, LABEL);
}

/** The dots are taken along the lines. */
export const edit = byHandles<typeof params, ScoreOutcome>(params, 'right');
