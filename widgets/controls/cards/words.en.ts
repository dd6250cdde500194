/** What piles of cards say. */

/** What the build writes. */
export const CARDS_FRAME = { unplaced: 'Not placed yet' } as const;

/** What is said while they are sorted; it comes with their code. */
export const CARDS_WORDS = {
  inHand: (card: string) => `${card}: in hand; choose a pile`,
  placed: (card: string, pile: string) => `${card}: ${pile}`,
} as const;
