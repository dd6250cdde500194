/** Which variants an item has: seeds whose drawn values differ, in the order of their numbers. */
import type { Drawn } from '../../pure/format/head.ts';
import type { Item } from '../../../tables/item.ts';
import { drawn } from '../../pure/variants/variant.ts';

/** Seeds that are looked at for each variant that is wanted, before the list is taken as it is. */
const PATIENCE = 20;

export interface Variant {
  readonly seed: number;
  readonly values: Drawn;
}

/** As many variants as are wanted, or all where there are fewer; no two alike. */
export function variantsOf(
  item: Pick<Item, 'id' | 'draw' | 'derive'>,
  wanted: number,
): readonly Variant[] {
  const possible = Object.values(item.draw).reduce((all, { length }) => all * length, 1);
  const most = Math.min(wanted, possible);
  const found = new Map<string, Variant>();
  for (let seed = 1; seed <= wanted * PATIENCE && found.size < most; seed += 1) {
    const values = drawn(item, seed);
    const name = JSON.stringify(values);
    if (!found.has(name)) found.set(name, { seed, values });
  }
  return [...found.values()];
}
