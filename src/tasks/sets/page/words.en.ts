/** What an assignment’s page says to a student. */
import { count, listed } from '#words/src/tasks/judge/lists';

/** What stands around an item. */
export const ITEMS = {
  item: (n: number) => `Item ${n}`,
  points: (n: number) => count(n, 'point'),
  minutes: (n: number) => `about ${count(n, 'minute')}`,
  save: 'Save this answer',
  hint: (costs: number) =>
    costs === 0 ? 'Show a hint' : `Show a hint (costs ${count(costs, 'point')})`,
  carried: (places: readonly string[]) =>
    `Go on with your own answers: ${listed(places)}. What is wrong there is not counted again here.`,
  before: (n: number, answer: string) => `Item ${n} (${answer === '' ? 'none yet' : answer})`,
  back: (item: string) => `Back to ${item.toLowerCase()}`,
  open: 'Open the experiment',
  opening: 'The experiment is on its way …',
  noMoreHints: 'All hints are open',
} as const;

/** Who the student is. */
export const IDENTITY = {
  noNumber: 'Type your student number: its letters and digits.',
  notCome: 'The items have not come. Go on line for a moment, and press again.',
  noName: 'Type your name.',
  who: (name: string, number: string) => `${name}, number ${number}.`,
  changed:
    'Correct your name or your number, and press the button. Before anything changes, this page says what would.',
  renamed: 'Only your name has changed. All your answers are still here.',
  otherNumber: (number: string, others: readonly string[], of: number, answers: number) =>
    `Nothing has changed yet. With number ${number} you would get other numbers in ${
      others.length === of
        ? 'all items'
        : others.length === 0
          ? 'none of the items'
          : listed(others)
    }, and the page would begin anew${
      answers === 0 ? '' : `: ${count(answers, 'answer')} would be gone. Save a backup first`
    }.`,
  toNumber: (number: string) => `Change to number ${number}`,
} as const;

/** Files that are opened, and backups. */
export const FILES = {
  saved: 'The backup is among your downloads.',
  united: 'What was in the file has been united with what was here.',
  instead: (name: string, number: string, theirs: number, ours: number) =>
    `Nothing has changed yet. The file is by ${name}, number ${number}, and holds ${count(theirs, 'answer')}. It would take the place of what is here: ${count(ours, 'answer')}. Save a backup first if you want to keep those.`,
  otherEdition: (edition: string, answers: number) =>
    `This browser holds ${count(answers, 'answer')} of yours to this assignment from edition ${edition} of the book. Taken over, they stand here, and an item that has changed since asks again; what that edition has kept stays as it is.`,
  take: 'Take it over',
  cannot:
    'This browser keeps nothing for this page, so the file cannot take the place of what is here. Reload the page, and open the file before you type your name.',
} as const;

/** How what is done is kept. */
export const KEPT = {
  both: 'All you do is saved at once in this browser, in two places.',
  one: 'All you do is saved at once in this browser, but in one of two places only: the other one is full or closed. Save a backup when you stop.',
  full: 'Not saved: the storage of this browser is full. What you do stays on screen. Save a backup or hand in before you leave, or make room and go on: the next answer saves all.',
  closed:
    'Not saved: this browser keeps nothing for this page, as in some private windows. What you do stays on screen. Save a backup or hand in before you leave.',
  preview: 'A preview: nothing is kept, and nothing can be handed in.',
  previewer: 'Preview',
  corrupt:
    'Some of what this browser had kept could not be read. You see all that could be; look through your answers.',
} as const;

/** What becomes of an answer. */
export const ANSWERS = {
  saved: 'Saved. Your instructor’s grader will say whether it is right.',
  noNumber:
    'Saved as it stands, but there is no number in it, and a number is asked for. Write it in digits, as in 1,250 or 0.4.',
  draft: 'Not saved yet',
  onScreen:
    'This browser keeps nothing for this page now, but your answer stands here and goes into your hand-in. The top of the page says what to do.',
  empty: 'Give an answer first.',
  emptied: 'There is nothing here to save. The answer that you saved before still counts.',
  keptAt: (time: string) => `Saved ${time}`.trim(),
  saving: 'Saving …',
  notKept: 'Not saved: see the top of the page',
  goalMet: 'Met. This run goes into your hand-in.',
  goalSome: (met: number, of: number) =>
    `${met} of ${of} conditions met. The best run so far goes into your hand-in.`,
  goalBefore: (met: number, of: number) =>
    `This run meets ${met} of ${of} conditions. A run before it met them all, and that one goes into your hand-in.`,
  otherWay: 'What you saved the other way counts until you save an answer here.',
  moved: (labels: readonly string[]) =>
    `This run does not count: it changes ${listed(labels)}, which this item holds fixed.`,
  partial: 'This run was stopped early; only a whole run counts.',
  notCome:
    'The code for this item has not come. Reload the page when you are on line; what you have done is kept.',
  changed: (before: string) =>
    `This item has changed since you answered it, so it asks again.${
      before === '' ? '' : ` Your answer then was: ${before}`
    }`,
  withdrawn:
    'Your earlier numbers for this item were withdrawn, because something was wrong with them. Your answer to them stays in your hand-in and earns full points. If you answer again, the new answer counts instead.',
} as const;

/** How sure one is of an answer. */
export const CONFIDENCE = {
  steps: { unsure: 'Unsure', fairly: 'Fairly sure', certain: 'Certain' },
} as const;

/** A set that a teacher has composed. */
export const SETS = {
  none: 'This page opens a set of items by the link that your teacher has given you. Open that link, or paste it here.',
  altered:
    'This link is not whole: something of it was cut off or changed on its way. Copy it from where your teacher put it, from “http” to its last letter, and paste it here.',
  newer: 'A later edition of the book has made this link. Open it there.',
  elsewhere: (release: string) =>
    `This set belongs to edition ${release} of the book. Open its link in that edition.`,
  missing: (n: number) =>
    `${count(n, 'item')} of this set cannot be found in this copy of the book, so it is not whole. Tell your teacher.`,
  notCome: 'The items have not come. Go on line for a moment, and reload the page.',
  known: (title: string, when: string) => `${title}${when === '' ? '' : `, due ${when}`}`,
  size: (items: number, points: number, minutes: number) =>
    `${count(items, 'item')}, ${count(points, 'point')}, about ${count(minutes, 'minute')}`,
  due: (when: string) => `Due ${when}.`,
  late: (when: string) => `It was due ${when}.`,
  withMarks: 'Solutions come with your marks.',
  revised: (changes: readonly string[]) =>
    `Your teacher has corrected this set: ${listed(changes)}. Your answers are all kept.`,
  older: 'Your teacher has corrected this set since this link was made; here is the newer state.',
  added: (n: number) => `${count(n, 'item')} more`,
  gone: (n: number) => `${count(n, 'item')} fewer`,
  points: (n: number) => `other points for ${count(n, 'item')}`,
  other: (_n: number) => 'title, note, date or hints',
  inBook: (lesson: string) => `More on it in ${lesson}`,
} as const;

/** The end of the page. */
export const HAND_IN = {
  progress: (done: number, of: number) => `${done} of ${of} items have an answer.`,
  missing: (places: readonly string[]) => `Still without an answer: ${listed(places)}.`,
  partly: (places: readonly string[]) =>
    `Something is still missing in the answer to ${listed(places)}.`,
  foreign: (n: number) =>
    `${count(n, 'answer')} from before belong to items that this assignment no longer has. They are kept in your backup and not handed in.`,
  notCome: 'The code for this has not come. Go on line for a moment, and press again.',
} as const;

/** The language of times: 24 hours. */
export const TIMES = 'en-GB';

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

export const SOLUTIONS = {
  opened: 'Each solution stands below its item.',
  wrong: 'This code does not open them. Check it character by character.',
  of: 'Solution',
  answer: (n: number, answer: string, sure: string) =>
    `Item ${n}: ${answer}${sure === '' ? '' : ` (${sure})`}`,
  byRun: 'your best run',
} as const;
