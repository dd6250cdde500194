/** What only a matching says. */
import { count } from '#words/src/tasks/judge/lists';

/** What stands over its rows. */
export const MATCHING_LABEL = 'Choose what belongs to each';

/** What a verdict says. */
export const MATCHED = {
  nothing: 'Choose something for one of them first.',
  some: (right: number, of: number) =>
    `${right} of ${count(of, 'pair')} ${right === 1 ? 'is' : 'are'} right.`,
  open: (open: number) => `${count(open, 'pair')} ${open === 1 ? 'is' : 'are'} missing.`,
} as const;
