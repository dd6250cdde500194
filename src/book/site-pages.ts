/** The book's pages that are no lessons, in the order in which they are listed. */
import { SITE_TITLES } from '#words/src/words';

export const SITE_PAGES = [
  { title: SITE_TITLES.experiments, path: '/experiments/' },
  { title: SITE_TITLES.glossary, path: '/glossary/' },
  { title: SITE_TITLES.data, path: '/data-sets/' },
  { title: SITE_TITLES.teachers, path: '/teachers/' },
  { title: SITE_TITLES.about, path: '/about/' },
] as const;
