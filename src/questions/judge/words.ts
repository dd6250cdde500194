/** What every kind of question says to a reader; the words of one kind lie in its folder. */

/** `a, b and c`. */
export const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;

/** `1 minute`, `2 minutes`. */
export const count = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;

/** What stands around a question. */
export const LABELS = {
  question: (n: number) => `Question ${n}`,
  prediction: 'Prediction',
  optional: 'optional',
  minutes: (n: number) => `about ${count(n, 'minute')}`,
  check: 'Check',
  solution: 'Show the solution',
  predictFirst: 'your prediction first',
} as const;

/** What changes while a reader answers. Apart from the labels, which the build writes and no page carries twice. */
export const CHANGING = {
  hint: (n: number, of: number) => `Show a hint (${n} of ${of})`,
  locked: (labels: readonly string[]) =>
    `The link that you followed hides or locks ${listed(labels)}, which this question needs.`,
  unlock: 'Open the page with these controls',
  noExperiment: 'The experiment that would answer is not on this page.',
} as const;

/** What a verdict says. */
export const VERDICTS = {
  right: 'Right.',
  partly: 'Partly right.',
  notYet: 'Not this one.',
  looksElse: 'That is not it yet. Try once more, from the definition or with the experiment.',
} as const;

/** What is said to a number that cannot be taken as it was typed. */
export const NUMBERS = {
  empty: 'Write a number first.',
  notNumber: (text: string) => `“${text}” cannot be read as a number. Write digits, as in 12.5.`,
  comma: (point: string) => `Is the comma a decimal point? Write ${point} with a point.`,
  otherUnit: (unit: string, wanted: string | undefined) =>
    wanted
      ? `The answer is wanted in ${wanted}, not in ${unit}.`
      : `Write the number without “${unit}”.`,
  percent: (text: string, times: string) =>
    `Do you mean ${text} % or ${times} %? Write it with the % sign.`,
} as const;

/** What the keeping of answers says. */
export const WORK = {
  saved: (time: string) => `Saved ${time}`.trim(),
  draft: 'Draft saved',
  draftLost:
    'This browser does not keep it. It stays on screen; once handed in, it is in the file that you save below.',
  unsaved: 'Not saved',
  changed: (answer: string) =>
    `This question has changed since you answered it; your old answer was ${answer}.`,
  skipped: 'skipped',
  drawn: 'a drawn line',
  blocked:
    'This browser does not let the page keep your answers. They stay on screen until you leave; save them to a file below.',
  full: 'The browser’s storage is full, so your latest answers are not kept. They stay on screen; save them to a file below.',
  corrupt:
    'The answers kept in this browser could not be read. They have been put aside unchanged, and are added to the file that you save.',
  corruptPart: (what: string) =>
    `Of the work kept in this browser, ${what} could not be read. All of it has been put aside unchanged, and is added to the file that you save; the rest is here.`,
  corruptDrafts:
    'What stood in your fields and was not handed in yet could not be read. It has been put aside unchanged, and is added to the file that you save.',
  corruptRuns:
    'Some of the runs kept in this browser could not be read. All of them have been put aside unchanged, and are added to the file that you save.',
  newer:
    'The answers kept in this browser come from a newer edition. They have been put aside unchanged, and are added to the file that you save.',
  stuck:
    'The answers kept in this browser could not be read, and there is no room to put them aside. Nothing is overwritten; save your work to a file below.',
  nearlyFull:
    'Your work nearly fills its place in this browser. Save it to a file now: your answers stay, but the oldest entries of the log make room for new ones.',
  keep: 'Save my work to a file',
  load: 'Load a file',
  where: 'Your answers stay in this browser. To keep them elsewhere, save them to a file.',
  tooLarge: 'This file is larger than 2 MB, so it is not one that this book has saved.',
  notOurs: 'This file is not one that this book has saved: ',
  newerFile: 'This file was saved by a newer edition of this book, and only that can read it.',
  unchanged: ' Your answers here stay as they are.',
  notJson: 'it is not JSON, or it was cut short.',
  otherBook: (book: string) => `it belongs to “${book}”.`,
  noBook: 'it belongs to no book.',
  broken: (where: string) => `${where} cannot be read.`,
  listed,
  partAnswers: (labels: readonly string[], others: number) =>
    `the ${labels.length > 1 ? 'answers' : 'answer'} to ${listed([...labels, ...(others > 0 ? [`${count(others, 'other question')}`] : [])])}`,
  partEntries: (n: number) => `${n} ${n === 1 ? 'entry' : 'entries'} of the log`,
  partRuns: (n: number) => count(n, 'run'),
  partOthers: (n: number) => count(n, 'other part'),
  unread: (what: string) => ` Put aside, because it cannot be read: ${what}.`,
  over: (what: string) => ` Put aside, because there is no room for more: ${what}.`,
  asideGoes: ' What is put aside is added to the file that you save.',
  loaded: (answers: number, entries: number) =>
    `Loaded ${count(answers, 'answer')} and ${entries} new ${entries === 1 ? 'entry' : 'entries'} of the log.`,
  older: (n: number) =>
    n === 0
      ? ''
      : ` ${count(n, 'answer')} of the file ${n === 1 ? 'is' : 'are'} older than yours; yours stay.`,
  noSolution: 'The solution could not be loaded. Check the connection and try again.',
} as const;
