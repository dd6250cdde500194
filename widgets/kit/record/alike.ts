/** The order in which many runs of one widget take the least time. */
import type { AnySettings } from '../contract/params.ts';

/**
 * What a run takes over from the one before it, a trained filter or the customers of a day, hangs on what stands further down
 * among its settings, the seed last of all: those that differ in the first ones alone follow each other.
 */
export function alikeTogether<T>(list: readonly T[], settingsOf: (one: T) => AnySettings): T[] {
  return list
    .map((one) => ({ one, name: JSON.stringify(Object.entries(settingsOf(one)).toReversed()) }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ one }) => one);
}
