/** The widget `late-labels`: facts only. */
import type { Missing, Widget } from '#kit/contract';
import { measure } from '#kit/contract';
import { draw } from './figure.ts';
import type { LateOutcome } from './model.ts';
import { params } from './params.ts';
import { say, tabulate } from './say.ts';

const NEVER: Missing = { why: 'the alarm never rings, or has rung all along' };

/** The widget `late-labels`. */
export const lateLabels: Widget<typeof params, LateOutcome> = {
  tag: 'late-labels',
  version: 1,
  title: 'What late labels hide',
  params,
  presets: [],
  runner: 'sim/late-labels',
  spreadMeasure: 'noticedOnDay',
  measures: {
    noticedOnDay: measure('noticed at the end of day', ({ noticed }) => noticed ?? NEVER, {
      better: 'less',
    }),
    wrongUntilThen: measure('wrong answers until then', ({ wrong }) => wrong ?? NEVER, {
      better: 'less',
    }),
    moreThanUsual: measure(
      'more than usual',
      ({ wrong, anyway }) => (wrong === null || anyway === null ? NEVER : wrong - anyway),
      { better: 'less' },
    ),
  },
  draw,
  say,
  tabulate,
};
