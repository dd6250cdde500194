/** What may be cited of a day. */
import type { Measure, Missing } from '#kit/contract';
import { measure, share } from '#kit/contract';
import type { FridayOutcome } from './model.ts';

const NO_SALE: Missing = { why: 'there is no sale at noon on this day' };
const NEVER: Missing = { why: 'there are never enough' };
const NOBODY: Missing = { why: 'nobody came' };

const ratio = ([came, late]: readonly [number, number]): number | Missing =>
  came > 0 ? late / came : NOBODY;

const LESS = { digits: 1, better: 'less' } as const;

/** The measures of `black-friday`. */
export const measures: Readonly<Record<string, Measure<FridayOutcome>>> = {
  minutesToEnough: measure(
    'from noon until enough servers are ready',
    ({ isSale, minutesToEnough }) => (isSale ? (minutesToEnough ?? NEVER) : NO_SALE),
    { unit: 'min', ...LESS },
  ),
  lateShare: share('late, of all who came', (o) => ratio(o.all), { ...LESS, digits: 2 }),
  lateInFirstHalfHour: share('late, of those from 12:00 to 12:30', (o) => ratio(o.halfHour), LESS),
  serverHours: measure('bill of the day', (o) => o.serverHours, {
    unit: 'server-hours',
    better: 'less',
  }),
  peakServers: measure('servers at most', (o) => o.peakServers, { unit: 'servers' }),
  waitShare: share('had to wait at all', (o) => ratio([o.all[0], o.waited]), LESS),
};
