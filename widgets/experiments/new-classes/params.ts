/** What can be set: what arrives, which digits the network knows, what it learns of the new ones, and whether two kinds become one. */
import type { Settings } from '#kit/contract';
import { choice, first, more, portion, revealed, seed, whole } from '#kit/contract';

/** The parameter table of `new-classes`. */
export const params = {
  arrived: {
    ...first('8s and 9s among what arrives'),
    help: 'Their share of all digits that arrive; 20 % is one in five.',
    ...portion({ min: 0, max: 0.5, step: 0.05, default: 0.2 }),
    spreadAt: [0, 0.1, 0.2, 0.3, 0.4, 0.5],
  },
  newLabels: {
    ...revealed('New labels'),
    help: 'How many 8s and 9s somebody labels. The network gets two more outputs and goes on learning, unless it knew them from the start.',
    ...whole({ min: 0, max: 320, step: 10, default: 0, spreadAt: [0, 10, 20, 50, 100, 200, 320] }),
  },
  keepOld: {
    ...revealed('Old labels'),
    help: 'Whether it goes on learning from the old digits too.',
    ...choice({ 0: 'thrown away', 1: 'kept' }, '1'),
  },
  merged: {
    ...more('Merged'),
    help: 'Their probabilities are added; nothing is trained.',
    ...choice({ none: 'none', '4+9': '4 and 9' }),
  },
  askBelow: {
    ...more('Ask a person below'),
    help: 'Digits of which it is less sure than this go to a person; at 0 none do.',
    ...whole({ min: 0, max: 99, default: 0, unit: '%', spreadAt: [0, 50, 70, 80, 90, 95, 99] }),
  },
  known: {
    ...more('Known from the start'),
    ...choice({ 8: '0 to 7', 10: '0 to 9' }, '8'),
  },
  seed: seed('Another seed is another draw of digits and another start.', 9999, 5),
} as const;

/** Settings of one run. */
export type NewClassesSettings = Settings<typeof params>;
/** Which kinds are one class. */
export type Merged = NewClassesSettings['merged'];
/** How a trained network is used; nothing is trained for it. */
export type Use = Pick<NewClassesSettings, 'arrived' | 'merged' | 'askBelow'>;
