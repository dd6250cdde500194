/** What only an order says to a reader. */

/** What stands in its list. */
export const ORDER_LABELS = {
  order: 'Put in order',
  up: (item: string) => `Move up: ${item}`,
  down: (item: string) => `Move down: ${item}`,
} as const;

/** What is said while it is sorted and checked. */
export const ORDERS = {
  place: (n: number, of: number, item: string) => `${n} of ${of}: ${item}`,
  sortFirst: 'Put all the items in order first.',
  pairs: ({ right, all }: { readonly right: number; readonly all: number }) =>
    right === 0
      ? 'No two items are the right way round.'
      : `${right} of the ${all} pairs of items ${right === 1 ? 'is' : 'are'} the right way round.`,
} as const;
