/** What is amiss with the kept work, in words. */
import { count, listed } from '#words/src/tasks/judge/lists';

/** Parts that were put aside. */
export const PARTS = {
  partAnswers: (labels: readonly string[], others: number) =>
    `the ${labels.length > 1 ? 'answers' : 'answer'} to ${listed([...labels, ...(others > 0 ? [`${count(others, 'other question')}`] : [])])}`,
  partEntries: (n: number) => `${n} ${n === 1 ? 'entry' : 'entries'} of the log`,
  partRuns: (n: number) => count(n, 'run'),
  partMarks: (n: number) => count(n, 'highlight'),
  partOthers: (n: number) => count(n, 'other part'),
} as const;

/** What has happened to them. */
export const AMISS = {
  corrupt:
    'The answers kept in this browser could not be read. They have been put aside unchanged, and are added to the file that you save.',
  corruptPart: (what: string) =>
    `Of the work kept in this browser, ${what} could not be read. All of it has been put aside unchanged, and is added to the file that you save; the rest is here.`,
  corruptDrafts:
    'What stood in your fields and was not handed in yet could not be read. It has been put aside unchanged, and is added to the file that you save.',
  corruptRuns:
    'Some of the runs kept in this browser could not be read. All of them have been put aside unchanged, and are added to the file that you save.',
  corruptMarks:
    'Some of the highlights kept in this browser could not be read. All of them have been put aside unchanged, and are added to the file that you save.',
  corruptReview:
    'Some of what you asked to be brought back could not be read. All of it has been put aside unchanged, and is added to the file that you save.',
  newer:
    'The answers kept in this browser come from a newer edition. They have been put aside unchanged, and are added to the file that you save.',
  nearlyFull:
    'Your work nearly fills its place in this browser. Save it to a file now: your answers stay, but the oldest entries of the log make room for new ones.',
} as const;

export const FILES = {
  questionOf: (question: string, lesson: string) => `${question} of “${lesson}”`,
  tooLarge: 'This file is larger than 2 MB, so it is not one that this book has saved.',
  notOurs: 'This file is not one that this book has saved: ',
  newerFile: 'This file was saved by a newer edition of this book, and only that can read it.',
  unchanged: ' Your answers here stay as they are.',
  unread: (what: string) => ` Put aside, because it cannot be read: ${what}.`,
  over: (what: string) => ` Put aside, because there is no room for more: ${what}.`,
  asideGoes: ' What is put aside is added to the file that you save.',
  loaded: (answers: number, marks: number, entries: number) =>
    `Loaded ${count(answers, 'answer')} and ${count(marks, 'highlight')}.${entries > 0 ? ` The record of what you did has ${entries} new ${entries === 1 ? 'entry' : 'entries'}.` : ''}`,
  older: (n: number) =>
    n === 0
      ? ''
      : ` ${count(n, 'answer')} of the file ${n === 1 ? 'is' : 'are'} older than yours; yours stay.`,
} as const;

/** Of work that lies in the browser under another edition. */
export const OTHERS = {
  lie: 'Answers that you gave in another edition of this book lie in this browser.',
  take: 'Take them in',
} as const;
