/** The widget `same-run`: facts only. */
import type { Widget } from '#kit/contract';
import { draw } from './figure.ts';
import { measures } from './measures.ts';
import type { SameOutcome } from './outcome.ts';
import { params, presets } from './params.ts';
import { say, tabulate } from './say.ts';

/** The widget `same-run`. */
export const sameRun: Widget<typeof params, SameOutcome> = {
  tag: 'same-run',
  version: 1,
  title: 'The same run, but for one thing',
  params,
  presets,
  runner: 'sim/same-run',
  answers: 'when asked',
  spreadMeasure: 'predictionsChanged',
  measures,
  timeline: {
    kind: 'moments',
    count: ({ differing }) => differing.length,
    label: (_, moment) => `epoch ${moment + 1}`,
    seconds: () => 4,
  },
  draw,
  say,
  tabulate,
};
