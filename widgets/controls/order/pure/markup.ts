/** An order as a numbered list: on paper as on the page. */
import { markup, type Markup } from '../../../kit/draw/markup.ts';
import type { ControlKind } from '../../kind.ts';
import { readOrder, writeOrder, type OrderItem, type OrderParam } from './order.ts';

/** What the build draws, and how proofs order by chance. */
export const ORDER: ControlKind<OrderParam> = {
  markup: ({ surface: { items, ends } }, value) => {
    const end = (text: string | undefined): Markup | false =>
      text !== undefined && markup`<p class="sorting-end">${text}</p>`;
    return markup`${end(ends?.[0])}<ol class="sorting">${readOrder(items, value).map(row)}</ol>${end(ends?.[1])}<p class="visually-hidden" data-part="said"></p>`;
  },
  random: ({ surface: { items } }, random) =>
    writeOrder([...random.order(items.length)].flatMap((i) => items[i] ?? [])),
};

function row({ id, text }: OrderItem): Markup {
  return markup`<li data-item="${id}"><span class="sorting-text">${text}</span></li>`;
}
