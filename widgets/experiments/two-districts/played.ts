/** A moment of the city, drawn and told. */
import { number } from '#kit/draw';
import type { Moments, Played } from '#kit/contract';
import { draw } from './figure.ts';
import type { DistrictsOutcome } from './model.ts';
import type { DistrictSettings } from './params.ts';
import { leader, lopsided, shareAt } from './say.ts';

/** How the moments before the last are drawn and told. */
const played: Played<DistrictsOutcome, DistrictSettings> = {
  draw,
  say: (_, outcome, moment) => {
    const { patrol } = outcome.moments[moment] ?? {};
    const { a, day } = shareAt(outcome, moment);
    const step = day - (outcome.moments[moment - 1]?.day ?? day);
    const when =
      step > 1 ? `Day ${number(day)}, now ${number(step)} days a step` : `Day ${number(day)}`;
    const where = patrol
      ? `The patrol is in ${patrol}, and ${leader(a)}`
      : `Before the first day, ${leader(a)}`;
    return `${when}. ${where}. ${lopsided(outcome, moment)}.`;
  },
};

/** Days: one by one at first, then ever more at a time. */
export const timeline: Moments<DistrictsOutcome, DistrictSettings> = {
  kind: 'moments',
  count: ({ moments }) => moments.length,
  // The last has a name that holds for any run: until somebody plays it, the row says what the build has written.
  label: ({ moments }, moment) =>
    moment >= moments.length - 1 ? 'last day' : `day ${number(moments[moment]?.day ?? 0)}`,
  seconds: () => 16,
  played: () => Promise.resolve(played),
};
