/** What an order says; it comes with its code. */
export const ORDER_WORDS = {
  up: (item: string) => `Move up: ${item}`,
  down: (item: string) => `Move down: ${item}`,
  place: (place: number, of: number, item: string) => `${place} of ${of}: ${item}`,
} as const;
