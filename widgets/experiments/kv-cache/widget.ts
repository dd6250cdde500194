/** The widget `kv-cache`: facts only. */
import type { Widget } from '#kit/contract';
import { measuresOf } from '#kit/contract';
import { draw, edit, WITHOUT } from './figure.ts';
import { QUANTITIES, type CacheOutcome } from './model.ts';
import { params } from './params.ts';
import { say, tabulate } from './say.ts';

/** The widget `kv-cache`. */
export const kvCache: Widget<typeof params, CacheOutcome> = {
  tag: 'kv-cache',
  version: 1,
  title: 'The work that a cache saves',
  params,
  presets: [],
  runner: 'sim/kv-cache',
  spreadMeasure: 'workTimes',
  measures: measuresOf(QUANTITIES),
  draw,
  edit,
  say,
  tabulate,
  later: { name: WITHOUT, from: 3, cut: '; ' },
};
