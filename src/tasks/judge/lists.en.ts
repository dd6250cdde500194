/** Several things in words; apart from the words that every page fetches. */

/** `a, b and c`. */
export const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;

/** `1 minute`, `2 minutes`. */
export const count = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;
