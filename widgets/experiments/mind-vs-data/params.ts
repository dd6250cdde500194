/** What can be set: what the model is shown, how much of it, and which model it is. */
import type { Settings, Table } from '../../kit/contract/params.ts';
import {
  amount,
  choice,
  first,
  more,
  revealed,
  seed,
  whole,
} from '../../kit/contract/shorthand.ts';

/** Labels at which both curves are measured, besides the number that is set. */
export const SIZES = [50, 200, 400, 800, 2500] as const;
/** Hidden units of the plain network. */
export const PLAIN_WIDTH = 32;

/** The parameter table of `mind-vs-data`. */
export const params = {
  features: {
    ...revealed('What the model is shown'),
    help: 'Strokes: how strongly lines run in four directions, part by part.',
    ...choice({
      raw: 'raw pixels',
      deslant: 'upright digits',
      strokes: 'strokes',
      both: 'upright strokes',
    }),
  },
  labels: {
    ...first('Labels'),
    help: 'Images with an answer, to learn from.',
    ...whole({ min: 25, max: 2500, step: 25, default: 200, scale: 'log' }),
    spreadAt: SIZES,
  },
  model: {
    ...revealed('Model'),
    help: 'What learns.',
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
    help: 'Each image is learned from moved to four sides, too.',
    ...choice({ 0: 'none', 1: 'by one pixel' }),
  },
  width: {
    ...more('Hidden units of the network'),
    help: 'More cost more computation.',
    ...whole({ min: 8, max: 128, step: 8, default: PLAIN_WIDTH }),
    spreadAt: [8, 16, 32, 64, 128],
  },
  wrongShare: {
    ...more('Wrong labels'),
    help: 'Labels that name another digit, by chance.',
    ...amount({ min: 0, max: 0.6, step: 0.05, default: 0 }),
    spreadAt: [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6],
  },
  seed: { ...seed('Another seed labels and tests other images.', 9999, 5), otherCases: true },
} as const satisfies Table;

/** Settings of one run. */
export type MindSettings = Settings<typeof params>;
