/** What a gain is worth, put together. */
import type { Widget } from '#kit/contract';
import { measuresOf } from '#kit/contract';
import { draw } from './figure.ts';
import { QUANTITIES, type WorthOutcome } from './model.ts';
import { params, presets } from './params.ts';
import { say, tabulate } from './say.ts';

/** The widget `gain-worth`: facts only. */
export const gainWorth: Widget<typeof params, WorthOutcome> = {
  tag: 'gain-worth',
  version: 1,
  title: 'What is a gain worth?',
  params,
  presets,
  runner: 'sim/gain-worth',
  spreadMeasure: 'left',
  measures: measuresOf(QUANTITIES),
  draw,
  say,
  tabulate,
};
