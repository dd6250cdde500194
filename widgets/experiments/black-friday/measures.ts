/** What may be cited of a day. */
import type { Measure, Missing } from '#kit/contract';
import { measure, share } from '#kit/contract';
import type { FridayOutcome } from './model.ts';

const NO_SALE: Missing = { why: 'there is no sale at noon on this day' };
const NEVER: Missing = { why: 'there are never enough' };
const NOBODY: Missing = { why: 'nobody came' };

const ratio = ([came, late]: readonly [number, number]): number | Missing =>
  came > 0 ? late / came : NOBODY;

/** The measures of `black-friday`. */
export const measures: Readonly<Record<string, Measure<FridayOutcome>>> = {
  minutesToEnough: measure(
    'from noon until enough servers are ready',
    ({ isSale, minutesToEnough }) => (isSale ? (minutesToEnough ?? NEVER) : NO_SALE),
    { unit: 'min', digits: 1, better: 'less' },
  ),
  lateShare: share('late, of all who came', ({ all }) => ratio(all), {
    digits: 2,
    better: 'less',
  }),
  lateInFirstHalfHour: share('late, of those from 12:00 to 12:30', (o) => ratio(o.halfHour), {
    digits: 1,
    better: 'less',
  }),
  serverHours: measure('bill of the day', ({ serverHours }) => serverHours, {
    unit: 'server-hours',
    better: 'less',
  }),
  peakServers: measure('servers at most', ({ peakServers }) => peakServers, { unit: 'servers' }),
  waitShare: share(
    'had to wait at all',
    ({ waited, all: [came] }) => (came > 0 ? waited / came : NOBODY),
    { digits: 1, better: 'less' },
  ),
};
