/** What a challenge says, to students and to those who grade. */
import { count } from '#words/src/tasks/judge/lists';

export const CHALLENGE = {
  noWay: 'Choose first whether you look at the images or at the table.',
  none: 'Name at least one number.',
  strange: (one: string, places: number) =>
    `“${one.slice(0, 20)}” is no number from 1 to ${places}. Write the numbers with spaces between them, as in 3 17 22.`,
  found: (found: number, named: number, bad: number) =>
    `${found} of the ${count(named, 'number')} named ${found === 1 ? 'is' : 'are'} right, of ${bad} to be found.`,
} as const;
