import type { Widget } from '#kit/contract';
import { measuresOf, preset } from '#kit/contract';
import { draw } from './figure.ts';
import { QUANTITIES, type BusOutcome } from './model.ts';
import { params } from './params.ts';
import { say, tabulate } from './say.ts';

/** The widget `bus-wait`: facts only. */
export const busWait: Widget<typeof params, BusOutcome> = {
  tag: 'bus-wait',
  version: 1,
  title: 'Waiting at a stop',
  params,
  presets: [preset('by-chance', 'Buses by chance', { regularity: 0 })],
  runner: 'sim/bus-wait',
  spreadMeasure: 'meanWait',
  measures: measuresOf(QUANTITIES),
  draw,
  say,
  tabulate,
};
