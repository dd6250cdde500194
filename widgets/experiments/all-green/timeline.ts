/** Eight weeks, played day by day. */
import { number } from '#kit/draw';
import type { Moments, Played } from '#kit/contract';
import { draw } from './figure.ts';
import { DAYS } from './hours.ts';
import type { GreenOutcome } from './outcome.ts';
import type { GreenSettings } from './params.ts';

const played: Played<GreenOutcome, GreenSettings> = {
  draw,
  say: (_, { shown }, moment) => {
    if (moment === 0) return 'The eight weeks begin. All lamps are green.';
    const { errors, rings, start, lanes } = shown;
    const off = `Day ${moment}: the model is off by ${number(errors[moment - 1] ?? 0)} bikes an hour.`;
    const now = moment === start + 1 ? ' The fault begins.' : '';
    const rung = rings.includes(moment - 1)
      ? ' An alarm rings.'
      : lanes.length === 0
        ? ' All lamps are green.'
        : '';
    return `${off}${now}${rung}`;
  },
};

/** Its moments: as many days as have passed. */
export const timeline: Moments<GreenOutcome, GreenSettings> = {
  kind: 'moments',
  count: ({ harms }) => (harms.length > 1 ? 1 : DAYS + 1),
  label: (_, moment) => `day ${moment}`,
  seconds: () => 14,
  none: 'choose one fault',
  played: () => Promise.resolve(played),
};
