/** The hunt, played. */
import { number } from '#kit/draw';
import type { Moments } from '#kit/contract';
import { cameBy, REST, SINGLE } from './came.ts';
import type { HuntOutcome } from './model.ts';
import type { HuntSettings } from './params.ts';

/** Its moments. */
export const timeline: Moments<HuntOutcome, HuntSettings> = {
  kind: 'moments',
  count: ({ drawn }) => (drawn.length <= SINGLE ? drawn.length : SINGLE + REST),
  // The row is drawn before anybody has touched it, and its last label holds for every run.
  label: ({ drawn }, moment) => {
    const came = cameBy(drawn.length, moment);
    return came === drawn.length ? 'all' : number(came);
  },
  none: 'tap two coins first',
  seconds: ({ drawn }) => Math.min(24, 0.3 * drawn.length),
  played: async () => (await import('./played.ts')).played,
};
