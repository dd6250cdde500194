/** What an order says of a text that is none, or not a whole one. */
export const ORDERING = {
  wanted: (ids: string) => `each of ${ids}, once`,
  missing: (items: readonly string[]) =>
    `${items.join(', ')} ${items.length === 1 ? 'was' : 'were'} missing and put last`,
  twice: (items: readonly string[]) =>
    `${items.join(', ')} stood twice, and the first place counts`,
} as const;
