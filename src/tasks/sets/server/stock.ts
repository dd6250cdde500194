/** The stock as a student may see it: what its items ask in every variant, and nothing of what is right. Build only. */
import { WIDGETS } from '../../../book/widgets.ts';
import type { Markup } from '../../../../widgets/kit/draw/markup.ts';
import { setStock, type SetStock } from '../author/load.ts';
import { kindOf } from '../kinds.ts';
import type { Item } from '../../tables/item.ts';
import { itemMarkup } from './assignment-markup.ts';
import { once } from './assignments.ts';
import type { InStock } from '../page/in-stock.ts';

/** Read once, however many pages ask. */
export const stock: () => Promise<SetStock> = once(() => setStock(WIDGETS));

/** An item of the stock for a page: its markup, and what the page is told of it. */
export async function stockItem(
  { source, assignment, stocked }: SetStock,
  at: number,
): Promise<{ readonly id: string; readonly markup: Markup; readonly told: InStock }> {
  const [written, item, place] = [source.items[at], assignment.items[at], stocked[at]];
  if (!written || !item || !place) throw new Error(`there is no item ${at} in the stock`);
  const kind = kindOf(written);
  const look = kind.look?.(item, WIDGETS) ?? {};
  const markup = await itemMarkup(written, item, look, 1);
  const experiment = kind.experiment?.(written).id;
  const told = {
    ...{ item: withoutSums(item, markup), look, minutes: written.minutes },
    ...(place.isOpen && { lesson: place.lesson }),
    ...(experiment !== undefined && { experiment }),
  };
  return { id: item.id, markup, told };
}

/** An item without what is worked out of its draws and stands nowhere in it: that may be what is asked for. */
function withoutSums<I extends Item>(item: I, { markup }: Markup): I {
  const { derive, ...rest } = item;
  const said = `${JSON.stringify(rest)} ${markup}`;
  const needed = new Set<string>();
  const names = Object.keys(derive).toReversed();
  for (const name of names) {
    const isIn = (text: string): boolean => new RegExp(`\\b${name}\\b`).test(text);
    if (isIn(said) || [...needed].some((other) => isIn(derive[other] ?? ''))) needed.add(name);
  }
  const own = Object.entries(derive).filter(([name]) => needed.has(name));
  return { ...item, derive: Object.fromEntries(own) };
}
