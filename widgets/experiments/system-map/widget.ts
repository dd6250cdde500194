/** The widget `system-map`: facts only. */
import type { Widget } from '#kit/contract';
import { measuresOf, preset } from '#kit/contract';
import { draw, edit } from './figure.ts';
import { QUANTITIES, type MapOutcome } from './model.ts';
import { params } from './params.ts';
import { say, tabulate } from './say.ts';

/** The widget `system-map`. */
export const systemMap: Widget<typeof params, MapOutcome> = {
  tag: 'system-map',
  version: 2,
  title: 'A map of the whole system',
  params,
  presets: [
    preset('column', 'the data stack fails', { down: 'data' }),
    preset('unseen', 'and nobody watches', { down: 'infrastructure,data' }),
  ],
  runner: 'sim/system-map',
  spreadMeasure: 'failedSlips',
  edit,
  measures: measuresOf(QUANTITIES),
  draw,
  say,
  tabulate,
};
