/** The widget `own-digit`: facts only. */
import type { Missing, Widget } from '#kit/contract';
import { measure, preset, share } from '#kit/contract';
import { draw } from './figure.ts';
import { answerOf, type OwnDigitOutcome } from './outcome.ts';
import { follow, params } from './params.ts';
import { say, tabulate } from './say.ts';

const LEARNING: Missing = { why: 'the model is still learning' };
const DRAWN: Missing = { why: 'only you know what you have drawn' };

/** The widget `own-digit`. */
export const ownDigit: Widget<typeof params, OwnDigitOutcome> = {
  tag: 'own-digit',
  version: 3,
  title: 'Your own digit, read by the model',
  params,
  presets: [
    preset('scissors', 'A seven, cut by other scissors', { cut: 'stretched' }),
    preset('both', 'The same scissors for the model', {
      cut: 'stretched',
      model: 'distribution-shift?repair=preprocess',
    }),
    preset('shifted', 'Two pixels to the left', { shift: -2 }),
    preset('abroad', 'A model from Italy', { model: 'distribution-shift?trainOn=semeion' }),
  ],
  runner: 'lab/own-digit',
  answers: 'at once',
  models: ['distribution-shift'],
  follow,
  measures: {
    answer: measure('the model’s answer', (outcome) => answerOf(outcome)?.answer ?? LEARNING),
    confidence: share('how sure it is', (outcome) => answerOf(outcome)?.confidence ?? LEARNING),
    written: share('how sure of what was written', ({ written, chances }) =>
      written === null ? DRAWN : (chances?.[written] ?? LEARNING),
    ),
  },
  spreadMeasure: 'written',
  draw,
  say,
  tabulate,
};
