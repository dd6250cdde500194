/** What the five ask for, and which settings meet it. */
import { PEOPLE, type Demands, type Person, type Standing } from './outcome.ts';
import type { RankerSettings } from './params.ts';

/** Demands in the units of a standing; `best` is the most that any setting brings. */
export function demandsOf(
  { minOrders, minFees, maxLatency, maxUpdates, minMargin }: RankerSettings,
  best: Pick<Standing, 'orders' | 'margin'>,
): Demands {
  return {
    engineers: minOrders * best.orders,
    sales: minFees,
    product: maxLatency,
    infrastructure: maxUpdates,
    manager: minMargin * best.margin,
  };
}

/** Whether somebody gets what they ask for. */
function meets(standing: Standing, demands: Demands, person: Person): boolean {
  const { orders, feesTimes, latency, updates, margin } = standing;
  switch (person) {
    case 'engineers':
      return orders >= demands.engineers;
    case 'sales':
      return feesTimes >= demands.sales;
    case 'product':
      return latency <= demands.product;
    case 'infrastructure':
      return updates <= demands.infrastructure;
    case 'manager':
      return margin >= demands.manager;
  }
}

/** Who does not get it. */
export function unmet(standing: Standing, demands: Demands): readonly Person[] {
  return PEOPLE.filter((person) => !meets(standing, demands, person));
}

/** Those who could make it possible by giving up their demand alone: some setting fails nobody else. */
export function couldGiveIn(fails: readonly (readonly Person[])[]): readonly Person[] {
  return PEOPLE.filter((person) => fails.some((who) => who.every((one) => one === person)));
}
