/** What the build knows of each kind of item. */
import * as VIEWS from '../tables/view.ts';
import { having } from '../tables/having.ts';
import type { ItemSource } from './author/schema.ts';
import type { ItemKind } from './contract.ts';

const KINDS = having<ItemKind>(VIEWS, 'ITEM');

/** The kind of an item. */
export function kindOf({ kind }: Pick<ItemSource, 'kind'>): ItemKind {
  return KINDS[kind] as ItemKind;
}
