/** The widget `shrink-it`: facts only. */
import type { Widget } from '#kit/contract';
import { measure, preset, share } from '#kit/contract';
import { draw, edit } from './figure.ts';
import { known, mostLost, worstOf, type ShrinkOutcome } from './outcome.ts';
import { params } from './params.ts';
import { say, tabulate } from './say.ts';

const MORE = { digits: 1, better: 'more' } as const;
const LOST = { digits: 1, better: 'less', isDifference: true } as const;

/** The widget `shrink-it`. */
export const shrinkIt: Widget<typeof params, ShrinkOutcome> = {
  tag: 'shrink-it',
  version: 1,
  title: 'A model made smaller',
  params,
  presets: [
    preset('four', 'Four bits per weight', { bits: 4 }),
    preset('outlier', 'Four bits, and one weight eight times as large', { bits: 4, outlier: 8 }),
    preset('lean', 'A fifth of the weights, trained further', { prune: 0.8, retrain: '1' }),
  ],
  runner: 'sim/shrink-it',
  measures: {
    accuracy: share(
      'read right',
      known(({ right }, _, tested) => right / tested),
      MORE,
    ),
    worstClass: share(
      'of the digit that is read worst, read right',
      known((point) => worstOf(point).share),
      MORE,
    ),
    pointsLost: share(
      'lost by shrinking',
      known(({ right }, whole, tested) => (whole.right - right) / tested),
      LOST,
    ),
    worstClassLost: share(
      'lost by the digit that loses most',
      known((point, whole) => mostLost(point, whole).share),
      LOST,
    ),
    bytes: measure(
      'size',
      known(({ bytes }) => bytes),
      { unit: 'bytes', better: 'less' },
    ),
    signalToNoise: measure(
      'signal-to-noise ratio of the weights',
      known(({ signalToNoise }) => signalToNoise ?? { why: 'no weight has been rounded' }),
      { unit: 'dB', ...MORE },
    ),
    floatAccuracy: share(
      'read right by the model as it was trained',
      known((_, { right }, tested) => right / tested),
      MORE,
    ),
  },
  spreadMeasure: 'accuracy',
  draw,
  edit,
  say,
  tabulate,
};
