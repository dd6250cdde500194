/** A shop on the day of a sale, put together. */
import type { Widget } from '#kit/contract';
import { draw, edit } from './figure.ts';
import { measures } from './measures.ts';
import type { FridayOutcome } from './model.ts';
import { params, presets } from './params.ts';
import { timeline } from './played.ts';
import { say, tabulate } from './say.ts';

/** The widget `black-friday`: facts only. */
export const blackFriday: Widget<typeof params, FridayOutcome> = {
  tag: 'black-friday',
  version: 1,
  title: 'A sale at noon',
  params,
  presets,
  runner: 'sim/black-friday',
  spreadMeasure: 'lateInFirstHalfHour',
  measures,
  timeline,
  edit,
  // Who draws a day, or sets a load, wants that day.
  follow: (settings, changed) =>
    changed === 'demand'
      ? { ...settings, scenario: 'drawn' }
      : changed === 'load'
        ? { ...settings, scenario: 'constant' }
        : settings,
  draw,
  say,
  tabulate,
};
