/** Where each experiment says a measure: in the words of its figure, its sentence, its table. */
import { DATA } from './shown/data.ts';
import { IN_PRODUCTION } from './shown/in-production.ts';
import { NOT_LIKE_OTHER_SOFTWARE } from './shown/not-like-other-software.ts';
import { RESEARCH_AND_PRODUCTION } from './shown/research-and-production.ts';
import { WHAT_IT_IS } from './shown/what-it-is.ts';
import type { ShownBy } from './shown/pattern.ts';

/** What is said, by experiment. */
export const SHOWN: ShownBy = {
  ...WHAT_IT_IS,
  ...DATA,
  ...RESEARCH_AND_PRODUCTION,
  ...NOT_LIKE_OTHER_SOFTWARE,
  ...IN_PRODUCTION,
};
