/** What the build knows of cards. */
import type { PageHead, QuestionKind } from '../../author/contract.ts';
import { inlines } from '../../server/markdown.ts';
import { whyOf, type CardsKey } from './judge/check.ts';
import { cardsMarkup } from './markup.ts';
import { proveCards } from './prove.ts';
import { cardsSchema, type CardsQuestion } from './schema.ts';

/** Cards are put on piles. */
export const CARDS: QuestionKind<CardsQuestion, PageHead & CardsKey> = {
  schema: cardsSchema,
  role: 'graded',
  known: ({ cards }) => [
    ...cards,
    ...cards.flatMap(({ id, why }) =>
      why === undefined ? [] : [{ id: whyOf(id), feedback: why }],
    ),
  ],
  prove: proveCards,
  pageData: ({ question: { piles, cards } }) => ({
    piles: piles.map(({ id }) => ({ id })),
    cards: cards.map(({ id, pile, why }) => ({
      ...{ id, pile, feedback: '' },
      ...(why !== undefined && { why: '' }),
    })),
  }),
  key: ({ question: { piles, cards } }) =>
    cards.map(({ text, pile }) => {
      const names = piles.filter(({ id }) => pile.includes(id)).map((one) => one.text);
      return `${text} → ${names.join(' / ')}`;
    }),
  markup: async (data, { cards, piles }) => ({
    field: cardsMarkup(data.id, await inlines(cards), await inlines(piles)),
  }),
};
