/** Cards with their piles, as server HTML: a row of circles each, which are ticked on paper too. */
import type { Markup } from '../../../../widgets/kit/draw/markup.ts';
import { block } from '../../server/block.ts';
import type { TextMarkup } from '../../server/markdown.ts';
import { placed } from './judge/check.ts';
import { CARDS_LABEL } from '#words/src/questions/kinds/cards/words';

/** The cards of a question; every card can lie on each of the piles. */
export function cardsMarkup(
  question: string,
  cards: readonly TextMarkup[],
  piles: readonly TextMarkup[],
): Markup {
  const row = ({ id, html }: TextMarkup): Markup => block`<fieldset class="answer-card">
    <legend data-text-of="${id}">${html}</legend>
    ${piles.map(
      (pile) => block`<label>
      <input type="radio" name="question-${question}-${id}" value="${placed(id, pile.id)}" autocomplete="off">
      ${pile.html}
    </label>`,
    )}
  </fieldset>`;
  return block`<fieldset class="answer-cards" aria-describedby="question-${question}-prompt">
    <legend>${CARDS_LABEL}</legend>
    ${cards.map(row)}
  </fieldset>`;
}
