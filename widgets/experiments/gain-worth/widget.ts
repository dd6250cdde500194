/** What a gain is worth, put together. */
import { measure } from '../../kit/contract/shorthand.ts';
import type { Missing } from '../../kit/contract/values.ts';
import type { Widget } from '../../kit/contract/widget.ts';
import { draw } from './figure.ts';
import type { WorthOutcome } from './model.ts';
import { params, presets } from './params.ts';
import { say, tabulate } from './say.ts';

const NOTHING: Missing = { why: 'nobody pays for the difference, or no gain is large enough' };
const NEVER: Missing = { why: 'running it costs as much as it saves, or more' };
const MILLION = 1e6;

/** The widget `gain-worth`: facts only. */
export const gainWorth: Widget<typeof params, WorthOutcome> = {
  tag: 'gain-worth',
  version: 1,
  title: 'What is a gain worth?',
  params,
  presets,
  runner: 'sim/gain-worth',
  spreadMeasure: 'left',
  measures: {
    left: measure('Left', ({ left }) => left, { unit: '$', figures: 3, better: 'more' }),
    saved: measure('Saved in a year', ({ saved }) => saved, { unit: '$', figures: 3 }),
    cost: measure('Cost of the model in a year', ({ cost }) => cost, { unit: '$', figures: 3 }),
    shareSaved: measure('Share saved', ({ shareSaved }) => shareSaved, {
      unit: 'share',
      digits: 1,
    }),
    breakEvenSpend: measure(
      'Break-even spend',
      ({ breakEvenSpend }) => (breakEvenSpend === null ? NOTHING : breakEvenSpend / MILLION),
      { unit: '$ million', figures: 3, digits: 1 },
    ),
    breakEvenGain: measure('Break-even gain', ({ breakEvenGain }) => breakEvenGain ?? NOTHING, {
      unit: 'points',
      figures: 3,
      digits: 2,
    }),
    paybackMonths: measure('Pays back after', ({ paybackMonths }) => paybackMonths ?? NEVER, {
      unit: 'months',
      figures: 3,
      digits: 1,
    }),
  },
  draw,
  say,
  tabulate,
};
