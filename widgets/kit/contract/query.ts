/** How much of an address is read. Anybody may write a link: what it costs must not grow with what stands in it. */

/** The longest link that the book writes itself, several lists by hand and a pinned run in it, is a third of this. */
export const LONGEST_QUERY = 40_000;

/** The query of an address as far as it is read: the whole parameters among its first characters, 40,000 unless fewer are said. */
export function readableQuery(search: string, longest = LONGEST_QUERY): string {
  if (search.length <= longest) return search;
  return search.slice(0, Math.max(0, search.lastIndexOf('&', longest)));
}
