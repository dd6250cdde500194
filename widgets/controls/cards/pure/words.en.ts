/** What sorted cards say of themselves, and of a text that sorts none. */
export const SORTING = {
  wanted: (piles: string, cards: string, example: string) =>
    `piles (${piles}) with the cards in each (${cards}), such as ${example}`,
  twice: (cards: readonly string[]) =>
    `${cards.join(', ')} stood in two piles, and the first counts`,
  all: (cards: number) => `All ${cards} cards placed`,
  some: (placed: number, cards: number) => `${placed} of ${cards} cards placed`,
} as const;
