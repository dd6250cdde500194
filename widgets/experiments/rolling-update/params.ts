/** What can be set: how many machines are replaced at a time, and how much comes meanwhile. */
import type { Settings } from '#kit/contract';
import { first, seed, whole } from '#kit/contract';

/** Machines that the model runs on. */
export const MACHINES = 10;

/** The parameter table of `rolling-update`. */
export const params = {
  atOnce: {
    ...first('Machines at a time'),
    help: 'How many of the ten are out of service together, for two minutes each time.',
    ...whole({ min: 1, max: MACHINES, default: 1 }),
  },
  load: {
    ...first('Requests a second'),
    help: 'They come at random. A machine answers one at a time, ten a second on average.',
    ...whole({ min: 10, max: 120, default: 80 }),
  },
  seed: seed('Draws when requests come, and how long each takes.'),
} as const;

/** Settings of one run. */
export type RollingSettings = Settings<typeof params>;
