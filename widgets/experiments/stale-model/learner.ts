/** The two kinds of model that can be fitted to days. */
import { cellOf, FACTS, HOURS, see, type Bikes, type Day } from './bikes.ts';
import { fitLinear } from './linear.ts';
import { fitNetwork } from './network.ts';
import type { StaleSettings } from './params.ts';

/** Hires expected in each hour of a day. */
export type Expect = (day: Day) => Float64Array;
/** Fits a model to days. */
export type Fit = (days: readonly Day[]) => Expect;

/** The way to fit that is set. */
export function fitOf(bikes: Bikes, settings: Pick<StaleSettings, 'learner' | 'seed'>): Fit {
  const { learner, seed } = settings;
  return (days) => {
    const fitted = learner === 'network' ? fitNetwork(bikes, days, seed) : fitLinear(bikes, days);
    const facts = new Float64Array(FACTS);
    return (day) =>
      new Float64Array(HOURS).map((_, hour) => {
        see(bikes, day, hour, facts);
        return Math.max(0, Math.expm1(fitted(cellOf(day, hour), facts)));
      });
  };
}
