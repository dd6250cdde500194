/**
 * Checks on what a service is told and what it says. Each makes a few sums of a day; a week is the sum of its seven days, and the
 * data learned from are the sum of their weeks. So each check holds seven days against all that the model has learned from.
 */
import { sum } from 'd3-array';
import { DAY, STEP, type Input } from './hours.ts';
import type { Check } from './names.ts';

/** An hour as the checks see it. */
export interface Seen {
  /** The true hour of the day. */
  readonly at: number;
  /** What the model was told. */
  readonly input: Input;
  /** What the model said, as the logarithm of one more than the bikes. */
  readonly score: number;
  /** The same in bikes, and the bikes that were really hired. */
  readonly expected: number;
  readonly hired: number;
}

/** The hours of a day, without those that are missing. */
export type Day = readonly Seen[];

/** Sums of some hours, as long as the check wants them. */
export type Sums = Float64Array;

/** How a check looks at a day, and how far it finds some days from those learned from. */
export interface Rule {
  readonly sums: (day: Day) => Sums;
  readonly far: (days: Sums, learned: Sums) => number;
  /** What the model says is looked at, not only what it is told. */
  readonly ofModel?: true;
}

type Column = 'temp' | 'hum' | 'wind' | 'predictions';

/** Bins of a column: one for each value in the data, and at the ends whatever lies beyond. */
const BINS = 104;
const BIN: Readonly<Record<Column, (seen: Seen) => number>> = {
  temp: ({ input }) => input.temp / STEP,
  hum: ({ input }) => input.hum,
  wind: ({ input }) => input.wind,
  predictions: ({ score }) => 12 * score,
};

/** How often each value of a column came. */
function counted(column: Column): Rule['sums'] {
  return (day) => {
    const bins = new Float64Array(BINS);
    for (const seen of day) {
      const at = Math.min(BINS - 1, Math.max(0, 1 + Math.round(BIN[column](seen))));
      bins[at] = (bins[at] as number) + 1;
    }
    return bins;
  };
}

/** The largest distance between two cumulative distributions, from their counts (Kolmogorov and Smirnov). */
export function distance(one: Sums, other: Sums): number {
  const [n, m] = [sum(one), sum(other)];
  let [a, b, most] = [0, 0, 0];
  for (let i = 0; i < one.length; i += 1) {
    a += (one[i] as number) / n;
    b += (other[i] as number) / m;
    most = Math.max(most, Math.abs(a - b));
  }
  return most;
}

/** From where on a textbook calls samples of `n` and `m` different, at 5 per cent. It holds for independent values. */
export function critical(n: number, m: number): number {
  return 1.3581 * Math.sqrt((n + m) / (n * m));
}

/** The share of values below the least and above the greatest of those learned from. */
function beyond(days: Sums, learned: Sums): number {
  const least = learned.findIndex((count) => count > 0);
  const most = learned.findLastIndex((count) => count > 0);
  return sum(days, (count, i) => (i < least || i > most ? count : 0)) / sum(days);
}

/** Of how many hours something held, and of how many there were. */
function shareOf(holds: (seen: Seen, before: Seen | undefined) => boolean): Rule {
  return {
    sums: (day) => {
      const held = day.filter((seen, i) => holds(seen, day[i - 1]));
      return Float64Array.of(held.length, day.length);
    },
    far: ([held = 0, all = 0]) => held / all,
  };
}

/** The course of a day: temperature by the hour that the clock says, less its mean. */
function course(sums: Sums): Float64Array {
  const means = sums.slice(0, DAY).map((temps, hour) => temps / (sums[DAY + hour] as number));
  const middle = sum(means) / DAY;
  return means.map((mean) => mean - middle);
}

const profile: Rule = {
  sums: (day) => {
    const sums = new Float64Array(2 * DAY);
    for (const { input } of day) {
      sums[input.hour] = (sums[input.hour] as number) + input.temp;
      sums[DAY + input.hour] = (sums[DAY + input.hour] as number) + 1;
    }
    return sums;
  },
  far: (days, learned) => {
    const [one, usual] = [course(days), course(learned)];
    return Math.sqrt(sum(one, (temp, hour) => (temp - (usual[hour] as number)) ** 2) / DAY);
  },
};

const label: Rule = {
  ofModel: true,
  sums: (day) =>
    Float64Array.of(
      sum(day, ({ expected, hired }) => Math.abs(expected - hired)),
      day.length,
    ),
  far: ([off = 0, all = 0]) => off / all,
};

const range = (column: Column): Rule => ({ sums: counted(column), far: beyond });
const ks = (column: Column): Rule => ({ sums: counted(column), far: distance });
/** Every check that can be placed, by its name in a link. */
export const RULES: Readonly<Record<Check, Rule>> = {
  'range.temp': range('temp'),
  'range.hum': range('hum'),
  'zeros.hum': shareOf(({ input }) => input.hum === 0),
  'stuck.temp': shareOf(({ input }, before) => input.temp === before?.input.temp),
  'ks.temp': ks('temp'),
  'ks.hum': ks('hum'),
  'ks.wind': ks('wind'),
  'ks.predictions': { ...ks('predictions'), ofModel: true },
  profile,
  label,
};

/** The sums of some days, as a check makes them. */
export function sumsOf(check: Check, days: readonly Day[]): readonly Sums[] {
  return days.map(RULES[check].sums);
}
