/** A shop on the day of a sale, put together. */
import type { Missing, Widget } from '#kit/contract';
import { measure, share } from '#kit/contract';
import { draw, edit } from './figure.ts';
import type { Both, FridayOutcome } from './model.ts';
import { params, presets } from './params.ts';
import { clock, say, sayAt, tabulate } from './say.ts';

const NO_SALE: Missing = { why: 'there is no sale at noon on this day' };
const NEVER: Missing = { why: 'there are never enough' };
const NOBODY: Missing = { why: 'nobody came' };
const ratio = ([came, late]: Both) => (came > 0 ? late / came : NOBODY);

const LESS = { digits: 1, better: 'less' } as const;
const HOURS = { unit: 'server-hours', better: 'less' } as const;

/** The widget `black-friday`: facts only. */
export const blackFriday: Widget<typeof params, FridayOutcome> = {
  tag: 'black-friday',
  version: 1,
  title: 'A sale at noon',
  params,
  presets,
  runner: 'sim/black-friday',
  spreadMeasure: 'lateInFirstHalfHour',
  measures: {
    minutesToEnough: measure(
      'from noon until enough servers are ready',
      ({ isSale, minutesToEnough }) => (isSale ? (minutesToEnough ?? NEVER) : NO_SALE),
      { unit: 'min', ...LESS },
    ),
    lateShare: share('late, of all who came', (o) => ratio(o.all), { ...LESS, digits: 2 }),
    lateInFirstHalfHour: share(
      'late, of those from 12:00 to 12:30',
      (o) => ratio(o.halfHour),
      LESS,
    ),
    serverHours: measure('bill of the day', (o) => o.serverHours, HOURS),
    peakServers: measure('servers at most', (o) => o.peakServers, { unit: 'servers' }),
    waitShare: share('had to wait at all', (o) => ratio([o.all[0], o.waited]), LESS),
  },
  // Moment after moment of the stretch that is seen; at its end all of it is.
  timeline: {
    kind: 'moments',
    count: ({ moments }) => moments.length,
    label: ({ moments }, moment) => {
      const [from, at] = [moments[0], moments[moment]].map((one) => clock(one?.time ?? 0));
      return moment === moments.length - 1 ? `${from} to ${at}` : (at ?? '');
    },
    seconds: () => 20,
    played: () => Promise.resolve({ draw, say: sayAt }),
  },
  edit,
  // Who draws a day, or sets a load, wants that day.
  follow: (settings, changed) =>
    changed === 'demand'
      ? { ...settings, scenario: 'drawn' }
      : changed === 'load'
        ? { ...settings, scenario: 'constant' }
        : settings,
  draw,
  say,
  tabulate,
};
