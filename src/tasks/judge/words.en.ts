/** What every kind of question says to a reader; the words of one kind lie in its folder. */
import { count } from '#words/src/tasks/judge/lists';

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

/** What stands on the panel that saves and loads work. */
export const PANEL = {
  keep: 'Save my work to a file',
  load: 'Load a file',
  where: 'Your answers stay in this browser. To keep them elsewhere, save them to a file.',
} as const;

/** What the keeping of answers says. */
export const WORK = {
  saved: (time: string) => `Saved ${time}`.trim(),
  draft: 'Draft saved',
  draftLost:
    'This browser does not keep it. It stays on screen; once handed in, it is in the file that you save below.',
  unsaved: 'Not saved',
  blocked:
    'This browser does not let the page keep your answers. They stay on screen until you leave; save them to a file below.',
  full: 'The browser’s storage is full, so your latest answers are not kept. They stay on screen; save them to a file below.',
  stuck:
    'The answers kept in this browser could not be read, and there is no room to put them aside. Nothing is overwritten; save your work to a file below.',
  notJson: 'it is not JSON, or it was cut short.',
  otherBook: (book: string) => `it belongs to “${book}”.`,
  noBook: 'it belongs to no book.',
  broken: (where: string) => `${where} cannot be read.`,
} as const;

/** What is said where a question's own code fails. */
export const BROKEN =
  'This does not work on this page. The other questions do; reload the page to try again.';

/** The language of times and dates: in this one 24 hours read the same everywhere. */
export const DATES = 'en-GB';

export const VERDICTS = {
  right: 'Right.',
  partly: 'Partly right.',
  notYet: 'Not yet.',
  looksElse: 'Try once more, one step at a time.',
} as const;

export const NOT_MEASURED = 'it was not measured';

export const showHint = (n: number, of: number): string => `Show a hint (${n} of ${of})`;

export const NUMBERS = {
  empty: 'Write a number first.',
  notNumber: (text: string) => `“${text}” cannot be read as a number. Write digits, as in 12.5.`,
  comma: (point: string) => `Is the comma a decimal point? Write ${point} with a point.`,
  otherUnit: (unit: string, wanted: string | undefined) =>
    wanted
      ? `The answer is wanted in ${wanted}, not in ${unit}.`
      : `Write the number without “${unit}”.`,
  writtenOut: (text: string) => `Do you mean ${text}? Write it that way.`,
  percent: (text: string, times: string) =>
    `Do you mean ${text} % or ${times} %? Write it with the % sign.`,
} as const;

/** How sure one is of an answer. */
export const CONFIDENCE = {
  asked: 'How sure are you?',
  steps: { unsure: 'Unsure', fairly: 'Fairly sure', certain: 'Certain' },
} as const;

/** What was answered. */
export const ANSWERED = {
  quoted: (text: string) => `“${text}”`,
  skipped: 'skipped',
  drawn: 'a drawn line',
} as const;
