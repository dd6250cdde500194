/** What can be set: the servers that are kept, how the scaler decides, how the day goes. */
import type { Preset, Settings, Table } from '#kit/contract';
import { amount, choice, first, more, portion, preset, revealed, seed, whole } from '#kit/contract';
import { curve } from '../../controls/curve/pure/curve.ts';

/** Where a day that is drawn has values: every ten minutes from 11:00 to 13:00, counted in minutes. */
export const TEN_MINUTES: readonly number[] = Array.from({ length: 13 }, (_, i) => 10 * i);

/** The parameter table of `black-friday`. */
export const params = {
  minServers: {
    ...first('Servers at least'),
    help: 'The scaler never goes below this, however quiet it is.',
    ...whole({ min: 1, max: 150, default: 2 }),
    spreadAt: [1, 2, 5, 10, 20, 40, 60, 80, 100, 120, 150],
  },
  coldStart: {
    ...revealed('Time to start a server'),
    help: 'From the order until its first request: the machine boots, and the model is loaded.',
    ...whole({ min: 0, max: 900, step: 15, default: 120, unit: 's' }),
    spreadAt: [0, 15, 30, 60, 120, 180, 300, 600, 900],
  },
  target: {
    ...revealed('Busy share to aim at'),
    help: 'The scaler adds or removes servers until those that are ready are busy for this share of the time.',
    ...portion({ min: 0.3, max: 0.98, step: 0.01, default: 0.7 }),
    spreadAt: [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95],
  },
  scenario: {
    ...more('The day'),
    help: 'A sale at noon: from 7 servers’ worth of work to 70 within a minute, for two hours.',
    ...choice({
      flash: 'a sale at noon',
      smooth: 'a smooth day to the same peak',
      brokenScaler: 'a sale, and the scaler stops at 11:00',
      constant: 'the same load all day',
      drawn: 'as drawn',
    }),
  },
  demand: curve({
    label: 'A day of your own',
    help: 'How many servers’ worth of work there is, from 11:00 to 13:00; before and after that it is as at 11:00. Drawing on it chooses “as drawn”.',
    place: 'more',
    ...{ xs: TEN_MINUTES, across: 'minutes after 11:00', unit: 'servers’ worth of work' },
    ...{ min: 0, max: 100, step: 1 },
    default: [7, 7, 9, 12, 16, 22, 30, 40, 52, 62, 68, 70, 70],
  }),
  load: {
    ...more('Load'),
    help: 'Servers’ worth of work, the same all day. Moving it chooses that day.',
    ...amount({ min: 0.1, max: 100, step: 0.1, default: 8, unit: 'servers' }),
    spreadAt: [1, 2, 5, 10, 20, 40, 60, 80, 100],
  },
  signal: {
    ...more('The scaler watches'),
    help: 'A share cannot pass 100 %; a count of waiting requests can.',
    ...choice({ busy: 'how busy servers are', inFlight: 'requests in flight' }),
  },
  warmServers: {
    ...more('Ordered beforehand'),
    help: 'At least this many servers for half an hour, ordered by the clock.',
    ...whole({ min: 0, max: 150, step: 5, default: 0 }),
    spreadAt: [0, 10, 20, 40, 60, 80, 100, 120, 150],
  },
  warmAt: {
    ...more('Ordered before noon'),
    help: 'How long before noon these servers are ordered.',
    ...whole({ min: 0, max: 60, default: 5, unit: 'min' }),
    spreadAt: [0, 1, 2, 3, 5, 10, 20, 30, 60],
  },
  maxServers: {
    ...more('Servers at most'),
    help: 'The scaler never goes above this.',
    ...whole({ min: 1, max: 300, default: 200 }),
    spreadAt: [10, 20, 40, 60, 80, 100, 120, 150, 200, 300],
  },
  patience: {
    ...more('Customers wait at most'),
    help: 'A customer who has waited this long leaves.',
    ...whole({ min: 1, max: 3600, default: 10, unit: 's', scale: 'log' }),
    spreadAt: [1, 2, 5, 10, 20, 60, 300, 3600],
  },
  seed: seed('Draws when customers come, and how long each request takes.'),
} as const satisfies Table;

/** Settings of one run. */
export type FridaySettings = Settings<typeof params>;

/** The situations that the text talks about. */
export const presets: readonly Preset[] = [
  preset('in-flight', 'Count requests in flight', { coldStart: 120, signal: 'inFlight' }),
  preset('warm', 'A hundred ready before noon', { coldStart: 120, warmServers: 100 }),
  preset('fixed', 'A hundred all day', { coldStart: 120, minServers: 100 }),
  preset('broken', 'The scaler stops at 11:00', { scenario: 'brokenScaler' }),
];
