/** What only cards say to a reader. */

/** What stands over them. */
export const CARDS_LABEL = 'Choose a pile for each card';

/** What a verdict says. */
export const CARDS = {
  placeAll: (missing: number) =>
    missing === 1 ? 'One card has no pile yet.' : `${missing} cards have no pile yet.`,
  right: (right: number, all: number) =>
    `${right} of the ${all} cards ${right === 1 ? 'lies' : 'lie'} right.`,
} as const;
