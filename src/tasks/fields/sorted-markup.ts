/** Items to put into order, as server HTML: a numbered list with two buttons each; on paper a box to number. */
import { block } from '../server/block.ts';
import { markup, type Markup } from '../../../widgets/kit/draw/markup.ts';
import type { TextMarkup } from '../server/markdown.ts';
import { shuffled } from './judge/shuffle.ts';
import { ORDER_LABELS } from '#words/src/tasks/fields/judge/sorted-words';
import type { SortedKey } from './judge/sorted.ts';

/** The list of a question; `items` are its texts as HTML, `ends` what the first and the last place mean. */
export function sortedMarkup(
  data: SortedKey & { readonly id: string },
  items: readonly TextMarkup[],
  ends?: readonly [string, string],
): Markup {
  const inOrder = shuffled(data.id, data).flatMap((id) => items.filter((item) => item.id === id));
  const end = (text: string | undefined): Markup | false =>
    text !== undefined && markup`<p class="order-end">${text}</p>`;
  // The browser's list numbers would give each item a place before the reader has: the style sheet writes them on screen.
  return block`<fieldset class="answer-order" aria-describedby="question-${data.id}-prompt">
    <legend>${ORDER_LABELS.order}</legend>
    ${end(ends?.[0])}
    <ol role="list" data-part="items">${inOrder.map(row)}</ol>
    ${end(ends?.[1])}
    <p class="visually-hidden" role="status" data-part="moved"></p>
  </fieldset>`;
}

function row({ id, html }: TextMarkup): Markup {
  // What Markdown has written is escaped already, except for quotation marks.
  const text = html.markup.replace(/<[^>]*>/g, '').replaceAll('"', '&quot;');
  const button = (moves: 'up' | 'down', sign: string): Markup =>
    markup`<button type="button" class="if-scripting" data-moves="${moves}" aria-label="${{ markup: ORDER_LABELS[moves](text) }}">${sign}</button>`;
  return block`<li data-item="${id}">
    <span class="order-place" aria-hidden="true" data-pointer="drag"></span>
    <span class="order-text" data-text-of="${id}">${html}</span>
    ${button('up', '↑')}
    ${button('down', '↓')}
  </li>`;
}
