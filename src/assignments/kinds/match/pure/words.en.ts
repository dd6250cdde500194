/** What only a match says: to a student, and of what was given. */
import { count } from '#words/src/questions/judge/lists';

/** What stands around its menus. */
export const MATCH_LABELS = {
  legend: 'Give each of these one of the entries below',
  entries: 'The entries',
  open: 'Choose an entry',
} as const;

/** What a verdict says. */
export const MATCHED = {
  nothing: 'Give one of them an entry first.',
  some: (right: number, of: number) =>
    `${right} of ${count(of, 'pair')} ${right === 1 ? 'is' : 'are'} right.`,
  left: (open: number) => `${count(open, 'pair')} ${open === 1 ? 'is' : 'are'} missing.`,
} as const;
