/** Items to put into order, as server HTML: a numbered list with two buttons each; on paper a box to number. */
import { markup, type Markup } from '../../../../widgets/kit/draw/markup.ts';
import type { OrderData } from '../../author/page-data.ts';
import { shuffled } from './judge/shuffle.ts';
import { LABELS } from '../../judge/words.ts';

/** The list of a question; `items` are its texts as HTML, `ends` what the first and the last place mean. */
export function orderAnswer(
  data: OrderData,
  items: readonly { readonly id: string; readonly html: string }[],
  ends?: readonly [string, string],
): Markup {
  const inOrder = shuffled(data.id, data).flatMap((id) => items.filter((item) => item.id === id));
  const end = (text: string | undefined): Markup | false =>
    text !== undefined && markup`<p class="order-end">${text}</p>`;
  // The browser's list numbers would give each item a place before the reader has: the style sheet writes them on screen.
  return markup`<fieldset class="answer-order" aria-describedby="question-${data.id}-prompt">
    <legend>${LABELS.order}</legend>
    ${end(ends?.[0])}
    <ol role="list" data-part="items">${inOrder.map(row)}</ol>
    ${end(ends?.[1])}
    <p class="visually-hidden" role="status" data-part="moved"></p>
  </fieldset>`;
}

function row({ id, html }: { readonly id: string; readonly html: string }): Markup {
  // What Markdown has written is escaped already, except for quotation marks.
  const text = html.replace(/<[^>]*>/g, '').replaceAll('"', '&quot;');
  const button = (moves: 'up' | 'down', sign: string): Markup =>
    markup`<button type="button" class="if-scripting" data-moves="${moves}" aria-label="${{ markup: LABELS[moves](text) }}">${sign}</button>`;
  return markup`<li data-item="${id}">
    <span class="order-place" aria-hidden="true"></span>
    <span class="order-text">${{ markup: html }}</span>
    ${button('up', '↑')}
    ${button('down', '↓')}
  </li>`;
}
