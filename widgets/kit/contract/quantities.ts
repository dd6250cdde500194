/** Quantities of an outcome: one table gives the type of what is computed, its measures, and the rows under the figure. */
import type { Measure, Rows } from './widget.ts';

/** A quantity of an outcome, by the name that it has there. */
export interface Quantity extends Omit<Measure<unknown>, 'of' | 'digits'> {
  /** Decimals on screen; none unless they are said. */
  readonly digits?: number;
  /** What is said where it has no value: the outcome may then hold `null`. */
  readonly why?: string;
  /** So many of what the outcome holds are one of the unit: 1e6 dollars a million. */
  readonly per?: number;
}
type Quantities = Readonly<Record<string, Quantity>>;

/** The part of an outcome that holds these quantities. */
export type Known<Q extends Quantities> = {
  readonly [Name in keyof Q]: Q[Name] extends { readonly why: string } ? number | null : number;
};

function valueOf({ per = 1, why = '' }: Quantity, value: number | null | undefined) {
  return typeof value === 'number' ? value / per : { why };
}

/** Their measures. */
export /* @__NO_SIDE_EFFECTS__ */ function measuresOf<Q extends Quantities>(
  quantities: Q,
): { readonly [Name in keyof Q]: Measure<Known<Q>> } {
  const measures = Object.entries(quantities).map(([name, one]) => {
    const { why: _, per: __, ...look } = one;
    const of = (outcome: Known<Q>) => valueOf(one, outcome[name]);
    return [name, { digits: 0, ...look, of }] as const;
  });
  return Object.fromEntries(measures) as { [Name in keyof Q]: Measure<Known<Q>> };
}

/** Their rows: name, unit and value, a share in per cent; where `as` names some, those in its order and by its names. */
export function rowsOf<Q extends Quantities>(
  quantities: Q,
  outcome: Known<Q>,
  as?: Readonly<Partial<Record<keyof Q, string>>>,
): Rows['rows'] {
  return Object.keys(as ?? quantities).map((name) => {
    const one = quantities[name] as Quantity;
    const value = valueOf(one, outcome[name]);
    const isShare = one.unit === 'share';
    const number = typeof value === 'number' ? (isShare ? 100 * value : value) : null;
    return [as?.[name] ?? one.label, isShare ? '%' : (one.unit ?? ''), number];
  });
}
