/** What five people get from one ranker: the setting that is chosen, held against every other one. */
import { max, maxIndex } from 'd3-array';
import type { Run } from '#kit/contract';
import { latest } from '#kit/numbers';
import { cityOf, NEAR, RESTAURANTS } from './city.ts';
import { couldGiveIn, demandsOf, unmet } from './demands.ts';
import { marketOf, type Market } from './lists.ts';
import type { Near, RankerOutcome } from './outcome.ts';
import { SIZES, type params, type RankerSettings } from './params.ts';
import { RANKERS, rankerOf, standingOf, type Ranker } from './standing.ts';

/** Markets of the seeds asked for last: nothing else in the settings changes them. A spread over seeds needs a few at once. */
const kept = latest<Market>(20);

function outcomeOf(settings: RankerSettings): RankerOutcome {
  const market = kept(settings.seed, () => marketOf(cityOf(settings.seed)));
  const ranker = rankerOf(settings);
  const withTeam = rankerOf({ ...settings, team: 'keep' });
  const without = rankerOf({ ...settings, team: 'drop' });
  const of = (change: Partial<Ranker>) => standingOf(market, settings, { ...ranker, ...change });
  const all = RANKERS.map((one) => standingOf(market, settings, one));
  const most = maxIndex(all, (one) => one.margin);
  const best = {
    orders: max(all, (one) => one.orders) ?? 0,
    margin: all[most]?.margin ?? 0,
    share: RANKERS[most]?.share ?? 0,
  };
  const demands = demandsOf(settings, best);
  const fails = all.map((one) => unmet(one, demands));
  const isFeasible = fails.map((who) => who.length === 0);
  const feasible = isFeasible.filter(Boolean).length;
  const now = of({});
  return {
    share: ranker.share,
    now,
    noSay: of({ share: 0 }),
    best,
    demands,
    unmet: unmet(now, demands),
    feasible,
    settings: all.length,
    couldGiveIn: feasible > 0 ? [] : couldGiveIn(fails),
    teamWorth: of(withTeam).margin - of(without).margin,
    bySize: SIZES.map((size) => {
      const { orders, ordersAtOnce } = of({ ...withTeam, size });
      return [size, orders, ordersAtOnce];
    }),
    cloud: all.map(({ orders, fees }, i) => [
      Math.round(10 * orders) / 10,
      Math.round(fees),
      isFeasible[i] === true,
    ]),
    visitor: visitorOf(market, ranker.size),
  };
}

/** A visitor of the commonest kind, and the restaurants of that kind's first list. */
function visitorOf({ city, scores }: Market, size: number): readonly Near[] {
  const { shares, near, fees } = city;
  const kind = shares.indexOf(Math.max(...shares));
  const first = (kind * near.length) / shares.length;
  const { appeal, fee } = scores(size);
  return [...near.subarray(first, first + NEAR)].map((restaurant) => ({
    restaurant,
    appeal: appeal[kind * RESTAURANTS + restaurant] as number,
    fee: fee[restaurant] as number,
    paid: fees[restaurant] as number,
  }));
}

/** The run behind the widget. */
export const runRestaurantRanker: Run<typeof params, RankerOutcome> = async (settings, show) => {
  await show(outcomeOf(settings), 1);
};
