/** The two kinds of model that can be fitted to days. */
import type { Bikes, Day, Expect } from './bikes.ts';
import { fitLinear } from './linear.ts';
import { fitNetwork } from './network.ts';
import type { StaleSettings } from './params.ts';

/** Fits a model to days. */
export type Fit = (days: readonly Day[]) => Expect;

/** The way to fit that is set. */
export function fitOf(
  bikes: Bikes,
  { learner, seed }: Pick<StaleSettings, 'learner' | 'seed'>,
): Fit {
  return learner === 'network'
    ? (days) => fitNetwork(bikes, days, seed)
    : (days) => fitLinear(bikes, days);
}
