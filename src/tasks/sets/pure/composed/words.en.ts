/** Why a link gives no set, and what stands in a file that is saved of one. */
import { count } from '#words/src/tasks/judge/lists';

export const LINKS = {
  none: 'This is no link of a set.',
  altered: 'This link is not whole: something of it was cut off or changed on its way.',
  newer: 'A later edition of the book has made this link.',
  elsewhere: (release: string) =>
    `This set belongs to edition ${release} of the book. Take it up there.`,
  gone: (n: number) => `${count(n, 'item')} of this set cannot be found in this copy of the book.`,
} as const;

/** What stands in the file that is saved of a set. */
export const FILE = {
  head: 'Call the file as its id. What may stand in it: content/CONTRIBUTING.md.',
  solutions: 'After the deadline, from your instructor.',
} as const;
