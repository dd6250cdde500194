/** Texts of a variant, before anybody knows whose it is. */
import { markup } from '../../../../widgets/kit/draw/markup.ts';
import type { Item } from '../../tables/item.ts';

/** A text with a place for each value that a variant draws; the page fills it once it knows whose it is. */
export function withDrawn(html: string, { draw, derive }: Pick<Item, 'draw' | 'derive'>): string {
  return html.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(draw, name) || Object.hasOwn(derive, name)
      ? markup`<span data-drawn="${name}"></span>`.markup
      : whole,
  );
}
