/** What is said of files: of one that is opened, and of the one that is handed in. It comes with the code that reads and makes them. */
import { listed } from '#words/src/tasks/judge/lists';

/** Why a file is not taken. */
export const NOT_TAKEN = {
  notThis: 'This file belongs to another assignment. Nothing has changed.',
  broken:
    'This file cannot be read: it is no backup and no hand-in of this assignment, or it was cut short. Nothing has changed.',
  newer:
    'This file was made by a later edition of the book. Open it with that edition. Nothing has changed.',
} as const;

/** What has become of a hand-in. */
export const MADE = {
  made: (receipt: string) =>
    `Your receipt is ${receipt}. It stands in the file, too; note it down. Give the file to your instructor as your course asks.`,
  instead:
    'If no file appears among your downloads, press “Show the text, to copy it” and paste the text into a file or a message.',
  tooLong: (places: readonly string[]) =>
    `Your answers are too long for one hand-in of 40 kB. Nothing is lost. Shorten the longest ones: ${listed(places)}.`,
} as const;
