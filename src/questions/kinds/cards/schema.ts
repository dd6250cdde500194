/** What an author writes of cards. */
import { z } from 'astro/zod';
import { graded, id, text } from '../../author/fields.ts';

const card = z.strictObject({
  id,
  text,
  /** Where it belongs; several where more than one pile can be defended. */
  pile: z
    .union([id, z.array(id).min(1, 'a card belongs on a pile')])
    .transform((pile) => [pile].flat()),
  /** What its misplacing betrays, and what is then asked. */
  misconception: text,
  feedback: text,
  /** Said when all cards lie right: why this one does, above all where two piles can be defended. */
  why: text.optional(),
});

/** Cards to be put on piles, each on its own. */
export const cardsSchema = z.strictObject({
  ...graded,
  kind: z.literal('cards'),
  piles: z
    .array(z.strictObject({ id, text }))
    .min(2, 'there are at least two piles')
    .max(7, 'there are at most seven piles'),
  cards: z
    .array(card)
    .min(3, 'there are at least three cards')
    .max(12, 'there are at most twelve cards'),
});

export type CardsQuestion = z.infer<typeof cardsSchema>;
