/** The day, played: a moment is 15 seconds of the sale. */
import type { Moments, Played } from '#kit/contract';
import { draw } from './figure.ts';
import type { FridayOutcome } from './model.ts';
import type { FridaySettings } from './params.ts';
import { clock, sayAt } from './say.ts';

const played: Played<FridayOutcome, FridaySettings> = { draw, say: sayAt };

/** Moment after moment of the stretch that is seen. */
export const timeline: Moments<FridayOutcome, FridaySettings> = {
  kind: 'moments',
  count: ({ moments }) => moments.length,
  // At its end all of the stretch is seen.
  label: ({ moments }, moment) => {
    const [from, at] = [moments[0], moments[moment]].map((one) => clock(one?.time ?? 0));
    return moment === moments.length - 1 ? `${from} to ${at}` : (at ?? '');
  },
  seconds: () => 20,
  played: () => Promise.resolve(played),
};
