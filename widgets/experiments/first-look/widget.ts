/** The widget `first-look`: facts only; it runs in the lab. */
import type { Missing, Widget } from '#kit/contract';
import { measure, preset, share } from '#kit/contract';
import { draw } from './figure.ts';
import { modelOf, usedBy, type FirstLookOutcome } from './outcome.ts';
import { params } from './params.ts';
import { say, tabulate } from './say.ts';

const LEARNING: Missing = { why: 'the network has not learned yet' };

/** The widget `first-look`. */
export const firstLook: Widget<typeof params, FirstLookOutcome> = {
  tag: 'first-look',
  version: 3,
  title: 'The model, or everything round it?',
  params,
  presets: [
    preset('whole', 'the whole network, digits in place', {}),
    preset('small', 'an eighth of the network', { units: 4 }),
    preset('column', 'one column to the right', { columns: 1 }),
  ],
  runner: 'lab/first-look',
  reuse: usedBy,
  modelOf,
  measures: {
    accuracy: share('read right', (o) => (o.counts ? o.counts.right / o.tested : LEARNING), {
      better: 'more',
    }),
    fullAccuracy: share('the whole network, digits in place', ({ whole, tested }) =>
      whole === null ? LEARNING : whole / tested,
    ),
    digitsChanged: measure(
      'answers changed by the move',
      ({ counts }) => counts?.changed ?? LEARNING,
    ),
  },
  spreadMeasure: 'accuracy',
  draw,
  timeline: { kind: 'stages', label: ({ epochs }) => epochs },
  say,
  tabulate,
};
