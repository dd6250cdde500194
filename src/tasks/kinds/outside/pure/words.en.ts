/** What is said of work outside the book. */
import { listed } from '#words/src/tasks/judge/lists';

export const OUTSIDE = {
  noFunction: (name: string) => `there is no function called ${name}`,
  noTable: (columns: number, most: number) =>
    `rows() should give a list of 1 to ${most} rows, each a list of ${columns} numbers or plain texts`,
  noNumbers: 'solve(rows) should give an object of numbers by their ids',
  atLine: (line: number, says: string) => (line > 0 ? `line ${line}: ${says}` : says),
  notList: 'The answer is not as the page writes it. Look at it by hand.',
  right: (of: number) => (of === 1 ? 'The number is right.' : `All ${of} numbers are right.`),
  some: (right: number, of: number) => `${right} of ${of} numbers are right.`,
  about: (label: string, says: string) => `${label}: ${says}`,
  open: (labels: readonly string[]) => `Without a number: ${listed(labels)}.`,
  nothing: 'nothing is given.',
  isRight: 'right.',
  toRead: 'The script is still to be read.',
  noScript: 'There is no script to read.',
  points: 'The numbers',
} as const;

/** On the page. */
export const OUTSIDE_PAGE = {
  get: 'Save the data as a file',
  about: (columns: readonly string[]) =>
    `CSV in UTF-8, with a header row: ${listed(columns)}. The same number always has the same data.`,
  python: (file: string) => `In Python: pandas.read_csv("${file}"), or the csv module.`,
  numbers: 'What you have found',
  script: 'Your script, as text',
  scriptHelp:
    'Paste what you ran, without the data and without its output. It is read by your instructor and not run.',
  saved: (file: string, rows: number) => `${file} is saved; it has ${rows} rows.`,
  making: 'The data are being made.',
  broken: 'The data could not be made in this browser. Reload the page to try again.',
} as const;
