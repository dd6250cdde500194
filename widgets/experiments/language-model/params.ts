/** What can be set: how long and how large a model is trained, on what, and how it writes. */
import type { Settings, Table } from '#kit/contract';
import { amount, choice, first, more, portion, revealed, seed, whole } from '#kit/contract';

/** The parameter table of `language-model`. */
export const params = {
  steps: {
    ...first('Steps'),
    help: 'Each step reads some 35 names and moves every weight a little. 4,000 take about a quarter of a minute on a laptop, 14,000 a minute.',
    ...whole({ min: 100, max: 14_000, step: 100, default: 1_000, scale: 'log' }),
    spreadAt: [100, 300, 1_000, 3_000],
  },
  mix: {
    ...revealed('The count has a say of'),
    help: 'How much of each chance is that of the count; the rest is the network’s.',
    ...portion({ min: 0, max: 1, step: 0.05, default: 0 }),
  },
  temperature: {
    ...revealed('Temperature'),
    help: 'At 1 letters are drawn by their chances; below that the likely ones gain, and at 0 the likeliest is taken.',
    ...amount({ min: 0, max: 1.5, step: 0.1, default: 1 }),
  },
  text: {
    ...revealed('It reads'),
    help: 'Names are read and written one by one; of the plays, three are learned from in pieces of 64 characters, and a fourth is held out.',
    ...choice({ names: 'first names', plays: 'plays by Shakespeare' }, 'names'),
  },
  bits: {
    ...more('Bits per weight'),
    help: 'Each weight goes to the nearest of a few levels once the model has learned, with a range for each output.',
    ...choice({ 2: '2', 3: '3', 4: '4', 6: '6', 8: '8', 32: '32' }, '32'),
  },
  width: {
    ...more('Width'),
    help: 'How many numbers stand for a letter on its way through the network.',
    ...choice({ 16: '16', 32: '32', 64: '64' }, '32'),
  },
  layers: {
    ...more('Layers'),
    help: 'How often letters look back at those before them.',
    ...whole({ min: 0, max: 3, default: 2 }),
  },
  seed: seed(
    'Another seed begins with other weights, reads in another order and draws other letters.',
    9999,
    5,
  ),
} as const satisfies Table;

/** Settings of one run. */
export type LanguageSettings = Settings<typeof params>;
export type TextName = LanguageSettings['text'];
