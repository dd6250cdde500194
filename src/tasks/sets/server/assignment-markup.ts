/** The items of an assignment as server HTML: all that is asked, in every variant, and nothing of what is right. */
import { block, button, submitButton } from '../../server/block.ts';
import { blocks, inline } from '../../server/markdown.ts';
import type { Markup } from '../../../../widgets/kit/draw/markup.ts';
import { kindOf } from '../kinds.ts';
import type { ItemLook } from '../contract.ts';
import type { Item } from '../../tables/item.ts';
import type { ItemSource } from '../author/schema.ts';
import { withDrawn } from './with-drawn.ts';
import { CONFIDENCE } from '#words/src/tasks/judge/words';
import { ITEMS } from '#words/src/tasks/sets/page/words';

/** One item; `place` is its number, from 1. */
export async function itemMarkup(
  source: ItemSource,
  item: Item,
  look: ItemLook,
  place: number,
): Promise<Markup> {
  const { id, hints } = source;
  const kind = kindOf(source);
  const prompt = withDrawn(await blocks(source.prompt), item);
  const opened = await Promise.all(
    hints.map(
      async ({ text }) =>
        block`<li hidden>${{ markup: withDrawn((await inline(text)).markup, item) }}</li>`,
    ),
  );
  return block`<section id="${id}" class="question" data-item="${id}" data-kind="${item.kind}" role="group" aria-labelledby="question-${id}-label">
  <p class="question-label" id="question-${id}-label">
    <strong>${ITEMS.item(place)}</strong>
    <span>${ITEMS.points(item.points)}</span>
    <span>${ITEMS.minutes(source.minutes)}</span>
  </p>
  <div class="question-prompt" id="question-${id}-prompt">${{ markup: prompt }}</div>
  <p class="item-told" data-part="told"></p>
  <form class="question-form" autocomplete="off" novalidate>
    ${await kind.field(source, item, look)}
    ${item.confidence && confidence(id)}
    <div class="question-verdict" role="status" data-part="verdict"></div>
    <div class="question-actions if-scripting">
      ${kind.button?.() ?? submitButton(ITEMS.save)}
      ${hints.length > 0 && button('hint', ITEMS.hint(item.hints[0] ?? 0))}
      <span class="question-saved" data-part="saved"></span>
    </div>
  </form>
  ${hints.length > 0 && block`<div role="status" aria-atomic="false"><ol class="question-hints" data-part="hints" hidden>${opened}</ol></div>`}
  <div class="question-solution" data-part="solution" hidden></div>
</section>`;
}

const confidence = (id: string): Markup =>
  block`<fieldset class="answer-options confidence if-scripting" data-part="confidence">
  <legend>${CONFIDENCE.asked}</legend>
  ${Object.entries(CONFIDENCE.steps).map(
    ([step, text]) => block`<label class="answer-option">
    <input type="radio" name="sure-${id}" value="${step}" autocomplete="off">
    <span>${text}</span>
  </label>`,
  )}
</fieldset>`;
