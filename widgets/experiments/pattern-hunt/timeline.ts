/** The hunt, played: the first symbols one by one, then ever more at a time. */
import { number } from '../../kit/draw/format.ts';
import type { Moments } from '../../kit/views/timeline.ts';
import type { HuntOutcome } from './model.ts';
import type { HuntSettings } from './params.ts';

/** So many symbols come one by one. */
const SINGLE = 60;
/** Moments in which all others come. */
const REST = 60;

/** How many symbols have come by a moment, of so many; the first moment is the first symbol. */
export function cameBy(all: number, moment: number): number {
  if (moment < SINGLE || all <= SINGLE) return Math.min(all, moment + 1);
  const share = (moment + 1 - SINGLE) / REST;
  return Math.min(all, Math.round(SINGLE * (all / SINGLE) ** share));
}

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
