/** The experiment on faults that nobody notices, put together. */
import type { Widget } from '#kit/contract';
import { measuresOf } from '#kit/contract';
import { actions } from './actions.ts';
import { draw, edit } from './figure.ts';
import { DAYS } from './hours.ts';
import type { GreenOutcome } from './model.ts';
import { params, presets } from './params.ts';
import { QUANTITIES } from './quantities.ts';
import { say, sayAt, tabulate } from './say.ts';

/** The widget `all-green`: facts only. */
export const allGreen: Widget<typeof params, GreenOutcome> = {
  tag: 'all-green',
  version: 1,
  title: 'All lamps green',
  params,
  presets,
  runner: 'sim/all-green',
  spreadMeasure: 'errorAfter',
  measures: measuresOf(QUANTITIES),
  draw,
  edit,
  actions,
  timeline: {
    kind: 'moments',
    count: ({ harms }) => (harms.length > 1 ? 1 : DAYS + 1),
    label: (_, moment) => `day ${moment}`,
    seconds: () => 14,
    none: 'choose one fault',
    played: () => Promise.resolve({ draw, say: sayAt }),
  },
  say,
  tabulate,
};
