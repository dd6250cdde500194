/** What can be set: how long the answer has become, how large the model is, and how its cache is kept. */
import type { Settings } from '#kit/contract';
import { choice, first, more, revealed, whole } from '#kit/contract';

/** Characters that the model looks back on, and so the longest answer. */
export const CONTEXT = 256;

/** The parameter table of `kv-cache`. */
export const params = {
  length: {
    ...first('Characters written'),
    help: 'How long the answer is, with the character that is being written now.',
    ...whole({ min: 1, max: CONTEXT, default: 16, unit: 'characters', scale: 'log' }),
    spreadAt: [1, 2, 4, 8, 16, 32, 64, 128, CONTEXT],
  },
  width: {
    ...revealed('Width'),
    help: 'How many numbers stand for a character on its way through the model.',
    ...choice({ 32: '32', 64: '64', 128: '128' }, '64'),
  },
  layers: {
    ...revealed('Layers'),
    help: 'How many layers a character goes through. Each has its own keys and values.',
    ...whole({ min: 1, max: 4, default: 2 }),
  },
  bits: {
    ...more('A number in the cache'),
    help: 'How many bits each number in the cache takes. The weights keep their 32.',
    ...choice({ 32: '32 bits', 16: '16 bits', 8: '8 bits' }, '32'),
  },
} as const;

/** Settings of one run. */
export type CacheSettings = Settings<typeof params>;
