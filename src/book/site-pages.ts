/** The book's pages that are no lessons. */
import { COURSE_PAGE } from '#words/src/lms/words';
import { NOTEBOOK } from '#words/src/margin/pure/words';
import { COMPOSE } from '#words/src/tasks/sets/compose/words';
import { ASSIGNMENTS } from '#words/src/tasks/sets/server/words';
import { LISTS, SITE_ALSO, SITE_DESCRIPTIONS, SITE_TITLES } from '#words/src/words';

interface SitePage {
  readonly title: string;
  readonly path: string;
  /** What is on it, in the words that somebody may look for. */
  readonly description: string;
  /** Further words by which somebody may look for it. */
  readonly also?: string;
}

/** In the order in which they are listed. */
export const SITE_PAGES: readonly SitePage[] = [
  { title: SITE_TITLES.review, path: '/review/', description: LISTS.review },
  { title: SITE_TITLES.experiments, path: '/experiments/', description: LISTS.experiments },
  { title: NOTEBOOK.title, path: '/notebook/', description: NOTEBOOK.description },
  { title: SITE_TITLES.glossary, path: '/glossary/', description: LISTS.glossary },
  { title: SITE_TITLES.data, path: '/data-sets/', description: LISTS.data },
  {
    title: SITE_TITLES.python,
    path: '/python/',
    description: LISTS.python,
    also: SITE_ALSO.python,
  },
  {
    title: SITE_TITLES.downloads,
    path: '/downloads/',
    description: LISTS.downloads,
    also: SITE_ALSO.downloads,
  },
  {
    title: SITE_TITLES.teachers,
    path: '/teachers/',
    description: SITE_DESCRIPTIONS.teachers,
    also: SITE_ALSO.teachers,
  },
  {
    title: SITE_TITLES.about,
    path: '/about/',
    description: SITE_DESCRIPTIONS.about,
    also: SITE_ALSO.about,
  },
];

/** Those that another leads to: found, and not listed. */
export const PAGES_BELOW: readonly SitePage[] = [
  {
    title: ASSIGNMENTS.title,
    path: '/assignments/',
    description: ASSIGNMENTS.description,
    also: SITE_ALSO.assignments,
  },
  { title: COMPOSE.title, path: '/teachers/compose/', description: COMPOSE.description },
  {
    title: COURSE_PAGE.title,
    path: '/teachers/course/',
    description: COURSE_PAGE.description,
  },
  {
    title: SITE_TITLES.setting,
    path: '/teachers/setting-assignments/',
    description: SITE_DESCRIPTIONS.setting,
    also: SITE_ALSO.setting,
  },
];
