/** The widget `shrink-it`: facts only. */
import type { Measure, Missing, Widget } from '#kit/contract';
import { measure, preset } from '#kit/contract';
import { draw, edit } from './figure.ts';
import { mostLost, pointOf, worstOf } from './outcome.ts';
import type { Point, Reading, ShrinkOutcome } from './outcome.ts';
import { params } from './params.ts';
import { say, tabulate } from './say.ts';

const LEARNING: Missing = { why: 'the model is still learning' };
const UNROUNDED: Missing = { why: 'no weight has been rounded' };
const MORE = { digits: 1, better: 'more' } as const;
const DECIBELS = { unit: 'dB', ...MORE } as const;
const LOST = { digits: 1, better: 'less', isDifference: true } as const;

/** Known once the model has learned: of the point that is set, the model as it was trained, and how many digits are read; a share unless its look says more. */
function known(
  look: Parameters<typeof measure>[2],
  label: string,
  of: (point: Point, whole: Reading, tested: number) => number | Missing,
): Measure<ShrinkOutcome> {
  const value = (outcome: ShrinkOutcome): number | Missing => {
    const point = pointOf(outcome);
    return point && outcome.whole ? of(point, outcome.whole, outcome.tested) : LEARNING;
  };
  return measure(label, value, { unit: 'share', ...look });
}

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
    accuracy: known(MORE, 'read right', ({ right }, _, tested) => right / tested),
    worstClass: known(MORE, 'of the digit that is read worst, read right', (p) => worstOf(p).share),
    pointsLost: known(
      LOST,
      'lost by shrinking',
      (p, { right }, tested) => (right - p.right) / tested,
    ),
    worstClassLost: known(
      LOST,
      'lost by the digit that loses most',
      (p, whole) => mostLost(p, whole).share,
    ),
    bytes: known({ unit: 'bytes', better: 'less' }, 'size', ({ bytes }) => bytes),
    signalToNoise: known(
      DECIBELS,
      'signal-to-noise ratio of the weights',
      (p) => p.signalToNoise ?? UNROUNDED,
    ),
    floatAccuracy: known(
      MORE,
      'read right by the model as it was trained',
      (_, { right }, tested) => right / tested,
    ),
  },
  spreadMeasure: 'accuracy',
  draw,
  edit,
  say,
  tabulate,
};
