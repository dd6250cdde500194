/**
 * Leads on from an old address: what it names has moved to another lesson, and the page has a link in its place
 * (`Moved.astro`). Fetched only where there is such a link and an address that may name it.
 */

/** Follows the hash; where a page has just been opened by its address, also the query. */
export function leadOn(isOpened: boolean): void {
  if (!followHash() && isOpened) followQuery();
}

/** A link for each thing that has moved; before those of each lesson one to that lesson, with an empty name. */
const links = (): HTMLAnchorElement[] => [
  ...document.querySelectorAll<HTMLAnchorElement>('a[data-moved]'),
];
const nameOf = ({ dataset }: HTMLAnchorElement): string => dataset['moved'] ?? '';

/** To the very place that the hash names. Answers whether there is one. */
function followHash(): boolean {
  const id = decoded(location.hash.slice(1));
  const link = id === '' ? undefined : links().find((one) => one.id === id);
  if (link) leave(link);
  return link !== undefined;
}

/** To the lesson that has now an experiment which the query speaks of. */
function followQuery(): void {
  const ids = namesIn(location.search);
  const all = links();
  const asked = all.findIndex((link) => ids.has(nameOf(link)));
  const lesson = all.slice(0, Math.max(0, asked)).findLast((link) => nameOf(link) === '');
  if (!lesson) return;
  // What the address names besides and what is still here counts for more; so does who loads a page again: in the one file
  // settings of other pages stay in the query.
  const stays = [...document.querySelectorAll('.experiment')].some((one) => ids.has(one.id));
  const isPlace = /^#(?!\/|$)/.test(location.hash);
  const [way] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (!stays && !isPlace && way?.type !== 'reload') leave(lesson);
  else {
    lesson.search = location.search;
    lesson.classList.add('moved-here');
  }
}

/** Back leads to where the reader came from, not here. */
function leave(link: HTMLAnchorElement): void {
  link.search = location.search;
  location.replace(link.href);
}

/** The experiments that a query speaks of; one that is longer than the book's own links can be is read in part. */
function namesIn(search: string): ReadonlySet<string> {
  const keys = [...new URLSearchParams(search.slice(0, 40_000)).keys()];
  return new Set(keys.map((key) => key.split('.')[0] ?? ''));
}

/** A hash that was cut short in a mail may end in half a sign. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
