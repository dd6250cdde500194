/** The widget `late-labels`: facts only. */
import type { Widget } from '#kit/contract';
import { measuresOf } from '#kit/contract';
import { draw } from './figure.ts';
import { QUANTITIES, type LateOutcome } from './model.ts';
import { params } from './params.ts';
import { say, tabulate } from './say.ts';

/** The widget `late-labels`. */
export const lateLabels: Widget<typeof params, LateOutcome> = {
  tag: 'late-labels',
  version: 1,
  title: 'What late labels hide',
  params,
  presets: [],
  runner: 'sim/late-labels',
  spreadMeasure: 'noticedOnDay',
  measures: measuresOf(QUANTITIES),
  draw,
  say,
  tabulate,
};
