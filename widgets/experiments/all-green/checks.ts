/**
 * Checks on what a service is told and what it says. Each makes a few sums of a day; a week is the sum of its seven days, and the
 * data learned from are the sum of their weeks. So each check holds seven days against all that the model has learned from.
 */
import { cumsum, sum } from 'd3-array';
import { within } from '#kit/numbers';
import { DAY, STEP, type Hour } from './hours.ts';
import type { Check } from './names.ts';

/** An hour as the checks see it: what the model was told, and the bikes hired. */
export interface Seen extends Hour {
  /** The true hour of the day. */
  readonly at: number;
  /** What the model said: the logarithm of one more than the bikes, and the bikes. */
  readonly score: number;
  readonly expected: number;
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
export const critical = (n: number, m: number): number => 1.3581 * Math.sqrt((n + m) / (n * m));

/** The share of values below the least and above the greatest of those learned from. */
function beyond(days: Sums, learned: Sums): number {
  const least = learned.findIndex((count) => count > 0);
  const most = learned.findLastIndex((count) => count > 0);
  return sum(days, (count, i) => (i < least || i > most ? count : 0)) / sum(days);
}

/** How often each value of a column came, by bins: one for each value in the data, and at the ends whatever lies beyond. */
function counted(valueOf: (seen: Seen) => number, far: Rule['far']): Rule {
  const sums = (day: Day): Sums => {
    const bins = new Float64Array(104);
    for (const seen of day) {
      const at = within(0, 1 + Math.round(valueOf(seen)), bins.length - 1);
      bins[at] = (bins[at] as number) + 1;
    }
    return bins;
  };
  return { sums, far };
}

/** The mean of something over the hours. */
function meanOf(value: (seen: Seen, before: Seen | undefined) => number): Rule {
  const total = (day: Day): number => sum(day, (seen, i) => value(seen, day[i - 1]));
  return {
    sums: (day) => Float64Array.of(total(day), day.length),
    far: ([all = 0, hours = 0]) => all / hours,
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

const temp = ({ input }: Seen): number => input.temp / STEP;
const hum = ({ input }: Seen): number => input.hum;

/** Every check that can be placed, by its name in a link. */
export const RULES: Readonly<Record<Check, Rule>> = {
  'range.temp': counted(temp, beyond),
  'range.hum': counted(hum, beyond),
  'zeros.hum': meanOf(({ input }) => +(input.hum === 0)),
  'stuck.temp': meanOf(({ input }, before) => +(input.temp === before?.input.temp)),
  'ks.temp': counted(temp, distance),
  'ks.hum': counted(hum, distance),
  'ks.wind': counted(({ input }) => input.wind, distance),
  'ks.predictions': { ...counted(({ score }) => 12 * score, distance), ofModel: true },
  profile,
  label: { ...meanOf(({ expected, hired }) => Math.abs(expected - hired)), ofModel: true },
};

/** The textbook test: cumulative shares of a day's temperatures and of those learned from, their largest distance, and the largest that is allowed. */
export function testedOn(day: Day, learned: Sums) {
  const counts = RULES['ks.temp'].sums(day);
  const [n, m] = [day.length, sum(learned)];
  return {
    day: [...cumsum(counts, (count) => count / n)],
    learned: [...cumsum(learned, (count) => count / m)],
    apart: distance(counts, learned),
    allowed: critical(n, m),
  };
}
