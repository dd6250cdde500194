/** Piles as lists of cards, and one of those that are not placed yet: on paper as on the page. */
import { markup, type Markup } from '../../../kit/draw/markup.ts';
import { CARDS_FRAME } from '#words/widgets/controls/cards/words';
import type { ControlKind } from '../../kind.ts';
import { cardsInWords, readCards, writeCards, type CardsParam, type Named } from './cards.ts';

/** What the build draws, and how proofs sort by chance: every card somewhere. */
export const CARDS: ControlKind<CardsParam> = {
  markup: ({ surface: { shape } }, value, { field }) => {
    const placing = readCards(shape, value);
    const pile = ({ id, text }: Named): Markup => {
      const inIt = shape.cards.filter((card) => (placing.get(card.id) ?? '') === id);
      return markup`<div class="pile" data-pile="${id}"><p class="pile-name" id="${field}-pile-${id}">${text}</p><ul aria-labelledby="${field}-pile-${id}">${inIt.map(card)}</ul></div>`;
    };
    const tray = pile({ id: '', text: CARDS_FRAME.unplaced });
    return markup`<div class="piles">${shape.piles.map(pile)}${tray}</div><p class="surface-foot"><span data-part="said">${cardsInWords(shape, value)}</span></p>`;
  },
  random: ({ surface: { shape } }, random) =>
    writeCards(
      shape,
      new Map(
        shape.cards.map(({ id }) => [id, shape.piles[random.whole(shape.piles.length)]?.id ?? '']),
      ),
    ),
};

function card({ id, text }: Named): Markup {
  return markup`<li data-card="${id}"><span class="card">${text}</span></li>`;
}
