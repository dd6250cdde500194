/** Days of digits: what the alarm makes of a hundred of them. */
import { mean } from 'd3-array';
import { counted } from '../../shared/digits/answers.ts';
import { ksOf, ksRings, PSI_RINGS, psiOf, type Reference } from './alarm.ts';
import { BAR, BARS, type Rung } from './outcome.ts';
import type { Rule } from './params.ts';

/** When the alarm rings: above this value of its statistic. */
export function ringsAt(rule: Rule, digits: number, { sorted }: Reference): number {
  return rule === 'psi' ? PSI_RINGS : ksRings(digits, sorted.length);
}

/**
 * Lets days come, each in an order of its own: it takes its first digits of those that arrive, and begins again where there
 * are fewer than it needs.
 */
export function daysOf(
  orders: readonly Int32Array[],
  comes: readonly boolean[],
  values: ArrayLike<number>,
  digits: number,
): Float64Array[] {
  const doAll = !comes.includes(false);
  return orders.map((order) => {
    const coming = doAll ? order : order.filter((digit) => comes[digit]);
    return new Float64Array(digits).map(
      (_, i) => values[coming[i % coming.length] as number] as number,
    );
  });
}

/** What the alarm does on these days. */
export function rungOn(
  days: readonly Float64Array[],
  reference: Reference,
  rule: Rule,
  rings: number,
): Rung {
  const psi = days.map((day) => psiOf(day, reference));
  const ks = days.map((day) => ksOf(day, reference));
  const found = rule === 'psi' ? psi : ks;
  const bars = counted(
    found.map((value) => Math.min(BARS - 1, Math.floor(value / BAR[rule]))),
    BARS,
  );
  const rang = found.filter((value) => value > rings).length;
  return { rang, psi: mean(psi) ?? 0, ks: mean(ks) ?? 0, bars };
}
