/** What the loading of a file says; its words come with its code. */
import { count } from '#words/src/tasks/judge/lists';

export const FILES = {
  questionOf: (question: string, lesson: string) => `${question} of “${lesson}”`,
  tooLarge: 'This file is larger than 2 MB, so it is not one that this book has saved.',
  notOurs: 'This file is not one that this book has saved: ',
  newerFile: 'This file was saved by a newer edition of this book, and only that can read it.',
  unchanged: ' Your answers here stay as they are.',
  unread: (what: string) => ` Put aside, because it cannot be read: ${what}.`,
  over: (what: string) => ` Put aside, because there is no room for more: ${what}.`,
  asideGoes: ' What is put aside is added to the file that you save.',
  loaded: (answers: number, entries: number) =>
    `Loaded ${count(answers, 'answer')} and ${entries} new ${entries === 1 ? 'entry' : 'entries'} of the log.`,
  older: (n: number) =>
    n === 0
      ? ''
      : ` ${count(n, 'answer')} of the file ${n === 1 ? 'is' : 'are'} older than yours; yours stay.`,
} as const;
