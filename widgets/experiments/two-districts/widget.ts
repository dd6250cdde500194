/** Two districts and one patrol, put together. */
import type { Widget } from '#kit/contract';
import { draw, edit } from './figure.ts';
import { measures } from './measures.ts';
import type { DistrictsOutcome } from './model.ts';
import { params, presets } from './params.ts';
import { nameOf, say, sayAt, tabulate } from './say.ts';

/** The widget `two-districts`: facts only. */
export const twoDistricts: Widget<typeof params, DistrictsOutcome> = {
  tag: 'two-districts',
  version: 1,
  title: 'Two districts and one patrol',
  params,
  presets,
  runner: 'sim/two-districts',
  spreadMeasure: 'outsideFortySixty',
  measures,
  // Days: one by one at first, then ever more at a time.
  timeline: {
    kind: 'moments',
    count: ({ moments }) => moments.length,
    label: nameOf,
    seconds: () => 16,
    played: () => Promise.resolve({ draw, say: sayAt }),
  },
  edit,
  draw,
  say,
  tabulate,
};
