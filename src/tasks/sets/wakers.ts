/** Wakes items on the page. */
import * as PAGES from '../tables/set-page.ts';
import type { Item } from '../tables/item.ts';
import { settingsIn } from './pure/variants/variant.ts';
import { opensWith } from './page/experiment-place.ts';
import { wakeField } from './page/fields.ts';
import type { ItemFrame } from './page/item-frame.ts';

/** A kind whose items are more than a field. A waker takes frames of its own kind, hence `never`. */
type Pages = Readonly<Record<string, { readonly wake: (frame: never) => void } | undefined>>;

/** Wakes an item. */
export function wakeItem(frame: ItemFrame<Item>): void {
  const { item, values } = frame;
  if ('instance' in item)
    opensWith(
      item.instance,
      frame.element,
      () => frame.done?.runs[0]?.settings ?? settingsIn(item.start, values),
    );
  const { wake = wakeField } = (PAGES as Pages)[item.kind] ?? {};
  wake(frame as never);
}
