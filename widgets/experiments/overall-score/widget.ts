/** The widget `overall-score`: facts only. */
import type { Widget } from '#kit/contract';
import { share } from '#kit/contract';
import { draw, edit } from './figure.ts';
import type { ScoreOutcome } from './model.ts';
import { params } from './params.ts';
import { say, tabulate } from './say.ts';

/** The widget `overall-score`. */
export const overallScore: Widget<typeof params, ScoreOutcome> = {
  tag: 'overall-score',
  version: 1,
  title: 'What the overall score sees',
  params,
  presets: [],
  runner: 'sim/overall-score',
  spreadMeasure: 'overall',
  measures: {
    overall: share('overall score', ({ overall }) => overall, { digits: 1, better: 'more' }),
    mostGained: share('most that the group can add', ({ ends }) => ends[1] - ends[0], {
      digits: 1,
    }),
    errorsInGroup: share(
      'wrong answers that the group gets',
      ({ errorsInGroup }) => errorsInGroup ?? { why: 'nobody gets a wrong answer' },
    ),
  },
  draw,
  edit,
  say,
  tabulate,
};
