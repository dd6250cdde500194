/** What the five ask for, and which settings meet it. */
import { PEOPLE, type Demands, type Person, type RankerOutcome, type Standing } from './outcome.ts';
import type { RankerSettings } from './params.ts';

/** Demands in the units of a standing; `best` is the most that any setting brings. */
export function demandsOf(settings: RankerSettings, best: RankerOutcome['best']): Demands {
  return {
    engineers: settings.minOrders * best.orders,
    sales: settings.minFees,
    product: settings.maxLatency,
    infrastructure: settings.maxUpdates,
    manager: settings.minMargin * best.margin,
  };
}

/** What somebody asks for, as it is told: sales ask for times of what they get without a say, which is dollars here. */
export function askedBy(person: Person, { demands, now }: RankerOutcome): number {
  return person === 'sales' ? (demands.sales * now.fees) / now.feesTimes : demands[person];
}

/** What of a standing each one looks at. */
const LOOKS_AT: Readonly<Record<Person, keyof Standing>> = {
  engineers: 'orders',
  sales: 'feesTimes',
  product: 'latency',
  infrastructure: 'updates',
  manager: 'margin',
};
/** Those who ask for so much at most; the others ask for so much at least. */
export const AT_MOST: ReadonlySet<Person> = new Set(['product', 'infrastructure']);

/** Who does not get what they ask for. */
export function unmet(standing: Standing, demands: Demands): readonly Person[] {
  return PEOPLE.filter((person) => {
    const more = standing[LOOKS_AT[person]] - demands[person];
    return AT_MOST.has(person) ? more > 0 : more < 0;
  });
}

/** Those who could make it possible by giving up their demand alone: some setting fails nobody else. */
export function couldGiveIn(fails: readonly (readonly Person[])[]): readonly Person[] {
  return PEOPLE.filter((person) => fails.some((who) => who.every((one) => one === person)));
}
