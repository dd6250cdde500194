/** The pages that are no lessons, as places that are found. */
import { PAGES_BELOW, SITE_PAGES } from '../book/site-pages.ts';
import type { Found } from './pure/found.ts';

/** An address from the book’s root, as the search writes it. */
export const below = (path: string, id = ''): string =>
  `${path.replace(/^\//, '')}${id === '' ? '' : `#${id}`}`;

export const SITE_PLACES: readonly Found[] = [...SITE_PAGES, ...PAGES_BELOW].map(
  ({ title, path, description, also }) => ({
    kind: 'page',
    title,
    where: '',
    href: below(path),
    text: description,
    ...(also ? { also } : {}),
  }),
);
