/** What the hash of the one-file edition's address means. */

interface Named {
  readonly slug: string;
  /** What can be read without script. */
  readonly plain: string;
  /** The whole page, once it is unpacked. */
  readonly whole?: string;
}

/**
 * The hash without its sign, and without what it carries behind a `&`. One that was cut short in a mail may end in half a sign:
 * then it names nothing.
 */
export function nameIn(hash: string): string {
  const name = hash.slice(1).replace(/&.*$/, '');
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/**
 * The page asked for: `/SLUG`, the lesson's address on the web, `/lessons/SLUG/`, a page with what its link says to it,
 * `/SLUG/TEXT~CODE`, or the id of something in the page.
 */
export function pageAsked<T extends Named>(pages: readonly T[], name: string): T | undefined {
  if (name === '') return undefined;
  if (name.startsWith('/')) {
    const [, first] = name.split('/');
    const slug = name.includes('~') ? first : name.split('/').findLast((part) => part !== '');
    return pages.find((page) => page.slug === slug);
  }
  return pages.find(({ plain, whole = plain }) => whole.includes(` id="${name}"`));
}
