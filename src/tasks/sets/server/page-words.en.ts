/** What stands on an assignment’s page from the start. The build writes it; what the page says later is in `page/words.en.ts`. */

/** Who the student is: before anything is drawn. */
export const IDENTITY_FORM = {
  name: 'Your name',
  number: 'Your student number',
  begin: 'Show my items',
  why: 'Your number decides which numbers your items have, so type it exactly as your course knows it. Both stay in this browser and in the file that you hand in.',
  change: 'Not you, or a wrong number?',
  leave: 'Leave all as it is',
} as const;

/** Backups, and files that are opened. */
export const FILES_FORM = {
  title: 'Backup',
  why: 'A backup is a file with all that you have done here. Open it on another computer, or here if this browser has lost your work.',
  save: 'Save a backup',
  open: 'Open a backup or a hand-in',
} as const;

/** How sure one is of an answer. */
export const CONFIDENCE_FORM = {
  asked: 'How sure are you?',
} as const;

/** The end of the page. */
export const HAND_IN_FORM = {
  title: 'Hand in',
  file: 'Save my hand-in as a file',
  readable: 'The same, to read',
  text: 'Show the text, to copy it',
  minutes: 'Tell my instructor how many minutes I spent on each item',
  minutesWhy:
    'This page counts them in this browser while you type or press something. Unless you tick the box, they are in no file that you hand in.',
  privacy: (asksHowSure: boolean) =>
    `The file holds your name and number, your answers${asksHowSure ? ' and how sure you were' : ''}, the runs that you cite, how often you tried and which hints you opened, and nothing else. Nothing is sent anywhere by this page.`,
} as const;

/** The solutions, which come with the page and are sealed. */
export const SOLUTIONS_FORM = {
  title: 'Solutions',
  why: 'They are in this page, sealed. Your instructor hands out the code when they may be read.',
  code: 'The code',
  open: 'Open the solutions',
  limits:
    'Sealing keeps a solution from being read before the code is known, and does no more. Whoever has the code can pass it on; what a goal asks of an experiment, and a solution that a run of your own opens, can be read by whoever reads this page’s code; and nothing here can tell who has done the work.',
  review: 'Where to look first',
  reviewWhy:
    'Compare each answer with its solution, the one that you were surest of first: a mistake that felt certain teaches most.',
} as const;
