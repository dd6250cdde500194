/** What is said of controls that a link takes from a question. */
import { listed } from '#words/src/tasks/judge/lists';

export const LIMITS = {
  locked: (labels: readonly string[]) =>
    `The link that you followed hides or locks ${listed(labels)}, which this question needs.`,
  unlock: 'Open the page with these controls',
} as const;
