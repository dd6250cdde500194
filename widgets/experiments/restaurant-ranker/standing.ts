/** What a setting is worth: orders, fees, time and money. */
import { cross } from 'd3-array';
import type { Market } from './lists.ts';
import type { Standing } from './outcome.ts';
import { SHARES, SIZES, WEEKS, type RankerSettings } from './params.ts';

/** Dollars: earned by an order; to serve a trait for 1,000 visits; for a release; for the team in a month. All invented. */
const COMMISSION = 2;
const SERVING = 0.4;
const RELEASE = 6000;
const TEAM = 150_000;
/** Milliseconds of a list for which nothing is computed, and of each trait. */
const LATENCY = { least: 55, trait: 1.25 } as const;
const [WEEKS_OF_YEAR, MONTHS] = [52, 12];

/** A ranker in use: how many traits it knows (0: no model, and no team), weeks between releases, the weight of the fees. */
export type Ranker = Readonly<Record<'size' | 'weeks' | 'share', number>>;

/** The ranker that is set; what is ordered most is counted anew each week. */
export function rankerOf({ team, size, updateWeeks, salesShare: share }: RankerSettings): Ranker {
  if (team === 'drop') return { size: 0, weeks: 1, share };
  return { size: Number(size), weeks: Number(updateWeeks), share };
}

/** Every ranker of a team that stays. */
export const RANKERS = cross(SIZES, WEEKS, SHARES, (size, weeks, share) => ({
  size,
  weeks,
  share,
}));

/** What it brings. */
export function standingOf(
  { yields }: Market,
  { visits, lossPer100ms }: RankerSettings,
  { size, weeks, share }: Ranker,
): Standing {
  const { orders: byWeeks, fees } = yields(size, share);
  const latency = LATENCY.least + LATENCY.trait * size;
  const ordersAtOnce = byWeeks.get(weeks) ?? 0;
  const orders = ordersAtOnce * (1 - lossPer100ms / 100) ** (latency / 100);
  const updates = size === 0 ? 0 : WEEKS_OF_YEAR / weeks;
  // `visits` are thousands a month, so both are dollars per 1,000 visits.
  const releases = (updates * RELEASE) / (MONTHS * visits);
  const team = size === 0 ? 0 : TEAM / visits;
  return {
    orders,
    ordersAtOnce,
    fees,
    feesTimes: fees / yields(size, 0).fees,
    latency,
    updates,
    margin: COMMISSION * orders + fees - SERVING * size - releases - team,
  };
}

export type Pair = readonly [orders: number, fees: number];

/** Those that no other beats in one without being worse in the other. */
export function frontOf(list: readonly Pair[]): readonly Pair[] {
  const byOrders = list.toSorted((one, other) => other[0] - one[0] || other[1] - one[1]);
  let most = -Infinity;
  return byOrders.filter(([, fees]) => {
    if (fees <= most) return false;
    most = fees;
    return true;
  });
}
