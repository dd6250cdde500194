/** What is said of a file that was handed in, to whoever grades it and to a student who opens it again. */
import type { Kind } from './schema.ts';

const KINDS: Readonly<Record<Kind, string>> = {
  object: 'a table',
  array: 'a list',
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  null: 'nothing',
};
const or = (words: readonly string[]): string => words.join(' or ');

/** Each is put between *This file cannot be taken:* and what to do. */
export const SCHEMA_FAULTS = {
  file: 'the file',
  kind: (where: string, kinds: readonly Kind[]) =>
    `${where} should be ${or(kinds.map((kind) => KINDS[kind]))}`,
  fixed: (where: string, value: string | number) => `${where} should be ${value}`,
  long: (where: string, most: number) => `${where} is longer than ${most} characters`,
  empty: (where: string) => `${where} is empty`,
  oneOf: (where: string, words: readonly string[]) => `${where} should be ${or(words)}`,
  form: (where: string) => `${where} is not written as the page writes it`,
  range: (where: string, least: number, most: number) =>
    `${where} should lie between ${least} and ${most}`,
  many: (where: string, most: number) => `${where} holds more than ${most} entries`,
  missing: (where: string) => `${where} is missing`,
  unknown: (where: string) => `“${where}” has no place in a hand-in`,
} as const;

const AGAIN = 'Ask the student to hand in again from the assignment’s page.';

/** Why a file is not graded, and what to do. */
export const PROBLEMS = {
  large: (most: number) =>
    `The file is larger than ${most} bytes, so it is no hand-in of this book. A grading that you saved belongs under “More”, with the earlier decisions. ${AGAIN}`,
  notText: `The file is not a text. ${AGAIN}`,
  /** `what`: with its article. */
  kindOf: (what: string) =>
    `The file is ${what} and not the one that the assignment’s page wrote. ${AGAIN}`,
  packed:
    'The file is a ZIP or an office document. If it is the ZIP of the whole class, give it without other hand-ins. If a student has handed it in, ask them to hand in again from the assignment’s page.',
  noZip:
    'The file is no ZIP that can be read: it was cut short on its way, or is another kind of archive. Download it again.',
  bomb: 'The ZIP holds far more than a class hands in, so nothing of it is graded. Unpack it yourself, look at what is in it, and give the folder.',
  notFile: (what: string) =>
    `It is ${what} and not a file, so nothing of it was read. Ask the student for the file itself.`,
  copy: 'The file is a copy to read and not the hand-in itself. Ask the student for the file that “Save my hand-in as a file” gives.',
  notJson: `The file is not JSON, or it was cut short on its way. ${AGAIN}`,
  deep: `The file is nested too deeply to be a hand-in. ${AGAIN}`,
  work: 'The file is a student’s saved work and not a hand-in. Ask the student to open the assignment’s page and save the hand-in there.',
  other:
    'The file is JSON, but not a hand-in of this book. Ask the student for the file that the assignment’s page wrote.',
  newer: 'The file was made by a later edition of the book. Grade it with that edition.',
  broken: (fault: string) => `The file is not as the page wrote it: ${fault}. ${AGAIN}`,
} as const;

/** What a file is that is no text, or that is no file. */
export const FILES = {
  pdf: 'a PDF',
  picture: 'a picture',
  link: 'a link',
  special: 'a pipe or a device',
  closed: 'closed to this program',
} as const;

/** What stands in the readable form of a hand-in. */
export const READABLE = {
  title: (title: string) => `Hand-in: ${title}`,
  name: 'Name',
  number: 'Student number',
  made: 'Made',
  receipt: 'Receipt',
  item: (n: number) => `Item ${n}`,
  nothing: 'No answer.',
  complete: 'Every item has an answer.',
  incomplete: (ids: readonly string[]) => `Without an answer: ${ids.join(', ')}.`,
  confidence: {
    unsure: 'Unsure of it.',
    fairly: 'Fairly sure of it.',
    certain: 'Certain of it.',
  },
  minutes: (minutes: number) => `Minutes: ${minutes.toFixed(1)}.`,
  tries: (tries: number, hints: number) => `Tries: ${tries}. Hints opened: ${hints}.`,
} as const;
