/** The two kinds of model that can be fitted to days. */
import type { Bikes, Day } from './bikes.ts';
import { fitLinear } from './linear.ts';
import { fitNetwork } from './network.ts';
import type { StaleSettings } from './params.ts';

/** What has been fitted: the hires that it expects in each hour of a day, into `into` from `from` on. */
export type Expect = (day: Day, into: Float64Array, from: number) => void;
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
