/** A small network of digits, for the experiment that compares what it learns from and for those that ask for such a network: what it is shown, how much of it, how large it is. */
import type { Settings, Table } from '#kit/contract';
import { choice, first, more, portion, revealed, seed, whole } from '#kit/contract';

/** Labels at which learning curves are measured, besides the number that is set. */
export const SIZES = [50, 200, 400, 800, 2500] as const;
/** Hidden units of the plain network. */
export const PLAIN_WIDTH = 32;

/** What such a model can be set to. */
export const taughtParams = {
  features: {
    ...revealed('What the model is shown'),
    ...choice({
      raw: 'raw pixels',
      deslant: 'upright digits',
      strokes: 'strokes',
      both: 'upright strokes',
    }),
  },
  labels: {
    ...first('Labels'),
    ...whole({ min: 25, max: 2500, step: 25, default: 200, scale: 'log' }),
  },
  model: {
    ...revealed('Model'),
    ...choice(
      {
        network: 'network',
        logistic: 'logistic regression',
        neighbour: 'nearest neighbour',
        leastSquares: 'least squares',
      },
      'network',
    ),
  },
  shifts: {
    ...more('Moved copies'),
    ...choice({ 0: 'none', 1: 'by one pixel' }),
  },
  width: {
    ...more('Hidden units of the network'),
    ...whole({ min: 8, max: 128, step: 8, default: PLAIN_WIDTH }),
  },
  wrongShare: {
    ...more('Wrong labels'),
    ...portion({ min: 0, max: 0.6, step: 0.05, default: 0 }),
  },
  seed: { ...seed('Another seed labels and tests other images.', 9999, 5), otherCases: true },
} as const satisfies Table;

/** Settings of such a model. */
export type TaughtSettings = Settings<typeof taughtParams>;
