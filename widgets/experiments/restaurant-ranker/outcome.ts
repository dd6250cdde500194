/** What is known of a run. */

/** What a setting brings: per 1,000 visits, money in dollars, latency in milliseconds, updates a year. */
export interface Standing {
  readonly orders: number;
  /** Orders if nobody had to wait for the list. */
  readonly ordersAtOnce: number;
  readonly fees: number;
  /** In times of the fees of the same ranker when sales have no say. */
  readonly feesTimes: number;
  readonly latency: number;
  readonly updates: number;
  /** Commission and fees, less machines, releases and team. */
  readonly margin: number;
}

/** The five, in the order in which the lesson meets them. */
export const PEOPLE = ['engineers', 'sales', 'product', 'infrastructure', 'manager'] as const;
export type Person = (typeof PEOPLE)[number];
/** What each asks for, in the units of a standing: at least, or at most. */
export type Demands = Readonly<Record<Person, number>>;

/** A restaurant near the visitor whose list is drawn: the two scores that are mixed, and dollars paid for being shown once. */
export type Near = Readonly<Record<'restaurant' | 'appeal' | 'fee' | 'paid', number>>;

/** The outcome of a run. */
export interface RankerOutcome {
  readonly share: number;
  readonly now: Standing;
  /** The same when sales have no say. */
  readonly noSay: Standing;
  /** The most that any setting brings, each for itself; and the weight of the fees at the best margin. */
  readonly best: Readonly<Record<'orders' | 'margin' | 'share', number>>;
  readonly demands: Demands;
  /** Who does not get what they ask for. */
  readonly unmet: readonly Person[];
  /** How many of all settings meet all five; where none does, who could make it possible by giving up a demand alone. */
  readonly feasible: number;
  readonly settings: number;
  readonly couldGiveIn: readonly Person[];
  /** Margin with the team, less margin without it. */
  readonly teamWorth: number;
  /** By size of the model, at this share and pace. */
  readonly bySize: readonly (readonly [size: number, orders: number, atOnce: number])[];
  /** Every setting, rounded for the picture; whether it meets all five. */
  readonly cloud: readonly (readonly [orders: number, fees: number, isFeasible: boolean])[];
  readonly visitor: readonly Near[];
}
