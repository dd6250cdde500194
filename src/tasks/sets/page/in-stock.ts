/** What a page is told of an item of the stock, beside its markup. Types only. */
import type { ItemLook } from '../contract.ts';
import type { Item } from '../../tables/item.ts';

export interface InStock {
  readonly item: Item;
  readonly look: ItemLook;
  readonly minutes: number;
  /** The lesson that tells its answer, as in its address; absent: it is kept. */
  readonly lesson?: string;
  /** The id of the experiment that stands with it. */
  readonly experiment?: string;
}
