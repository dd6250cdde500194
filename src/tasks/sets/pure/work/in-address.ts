/** Where an address carries a student’s work: behind its `#`, which no server is told, and behind the name of the page if that stands there. */

const MARK = /(^|[#&])carry=([\w-]*)/;

/** What an address carries behind its `#`; nothing where it carries nothing. Mails break long lines. */
export const carriedIn = (address: string): string | undefined =>
  MARK.exec(address.replaceAll(/\s/g, ''))?.[2];

/** What stands behind the `#` without it: a page that is named there stays named. */
export const withoutCarried = (hash: string): string => hash.replace(MARK, '').replace(/^#$/, '');

/** What stands behind the `#` with it. */
export const withCarried = (hash: string, text: string): string =>
  `${hash === '' ? '#' : `${hash}&`}carry=${text}`;
