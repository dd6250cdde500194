/** What the files say that a course or a student gets. */
import { count, listed } from '#words/src/tasks/judge/lists';
import type { Late } from '../grade/verdict.ts';

/** The heads of the columns of exported tables. */
export const COLUMNS = {
  number: 'Student number',
  name: 'Name',
  points: 'Points',
  of: 'Out of',
  state: (item: string) => `${item}, how`,
  look: 'To look at',
  receipt: 'Receipt',
  file: 'File',
  item: 'Item',
  before: 'Before',
  now: 'Now',
  because: 'Because',
} as const;

/** Why a file is no class list, and what to do. */
export const CLASS_LIST = {
  noNumber:
    'The list has no column with student numbers. Call it “Student number”, as students type it on the assignment’s page.',
  noName: 'The list has no column with names. Call it “Name”.',
  nobody: 'The list has no students in it.',
  long: (rows: number) => `The list has more than ${rows} lines; give a part of it at a time.`,
  large: (file: string) => `${file} is too large for a class list.`,
  /** What a file was taken for. */
  kinds: {
    worksheet: 'Moodle’s worksheet for offline grading',
    canvas: 'a gradebook of Canvas',
    list: 'a class list',
  },
  taken: (file: string, kind: string, students: number) =>
    `${file} was taken for ${kind}, with ${count(students, 'student')}.`,
  extensions: (numbers: readonly string[]) =>
    `When the extension of ${numbers.join(', ')} ends cannot be read; write it like 2026-12-20T23:59.`,
  uploads: (text: string) =>
    `The times of the uploads are in a language that is not read here (“${text}”), so lateness goes by the students’ own clocks. Set Moodle to English, download the worksheet again, and give both files.`,
} as const;

/** Why a cell is left, and what to do. */
const LEFT = {
  unread: 'there are answers still to be read. Read them, and save the file again.',
  open: 'it is not settled whose hand-in this is. See what is to look at, and type the points by hand.',
  kept: 'Canvas has “EX” or “N/A” there, so no mark belongs in it.',
  nowhere:
    'no line has this number, e-mail or name. Write the number into the student’s line, or type the points by hand.',
  several: 'more than one line fits. Type the points by hand.',
  taken:
    'the line that fits is also another student’s, whom it fits at least as well. Ask who made it, and type the points by hand.',
  'other-account':
    'it was uploaded by another student than the one with this number. Ask who made it, and type the points by hand.',
} as const;

/** Three quarters of a set, to show what becomes of marks. */
const some = (of: number): number => Math.ceil((3 * of) / 4);
export const inProportion = (of: number, max: number): string =>
  `${some(of)} of ${of} becomes ${Math.round((100 * max * some(of)) / of) / 100}`;
export const asPoints = (of: number): string => `${some(of)} of ${of} stays ${some(of)}`;
const asRead = (written: string): string =>
  /,\d{3}$/.test(written) ? `, for Canvas reads “${written}” so` : '';

/** What is said of a file that goes back with the marks in it. */
export const GIVEN_BACK = {
  filled: (n: number, head: string) => `${count(n, 'mark')} written into “${head}”.`,
  added: {
    worksheet: (title: string) => `The column “${title}” is new.`,
    canvas: (title: string) =>
      `No column is called “${title}”, so it is new, and Canvas will make a new assignment of it. If there is one already, choose its column.`,
    list: (title: string) =>
      `No column is called “${title}”, so it is new, at the end. If there is one already, choose it.`,
  },
  above: (of: number, max: number, written: string) =>
    `The set has ${of} points and the file takes at most ${max}${asRead(written)}: therefore no file was written. Set the maximum there to ${of} and export the file again${max > 0 ? `, or have the marks in proportion: ${inProportion(of, max)}` : ''}.`,
  scaled: (of: number, max: number, written: string) =>
    `The file’s maximum is ${max}${asRead(written)}, and the set has ${of} points, so the marks are in proportion: ${inProportion(of, max)}.`,
  below: (of: number, max: number) =>
    `The file’s maximum is ${max} and the set has ${of} points, which are written as they are: ${asPoints(of)}.`,
  noMaximum:
    'The worksheet has no maximum of points: the assignment in Moodle is graded by a scale, or not at all. Set its grade to points there and download the worksheet again.',
  readOnly: (head: string) =>
    `The column “${head}” is read only in Canvas. Choose the column of an assignment.`,
  several: (heads: readonly string[]) =>
    `More than one column may be meant: ${listed(heads.map((one) => `“${one}”`))}. Choose one.`,
  /** Whose cell was left as it was, why, and what to do. */
  left: (why: keyof typeof LEFT, who: readonly string[]) =>
    `${who.join('; ')}: ${LEFT[why]} No mark was filled in.`,
} as const;

const AMOUNTS: Readonly<Record<number, string>> = {
  0.25: 'a quarter of a point',
  0.5: 'half a point',
  1: 'one point',
};
const amount = (points: number): string => AMOUNTS[points] ?? `${points} points`;

/** What a student gets back. */
export const FEEDBACK = {
  title: (title: string) => `Feedback: ${title}`,
  points: (points: number, of: number) => `${points} of ${of} points`,
  item: (n: number, points: number, of: number) => `Item ${n}: ${points} of ${of} points`,
  unreadItem: (n: number, of: number) => `Item ${n}: not read yet, of ${of} points`,
  unread: (n: number, of: number) =>
    `${count(n, 'answer')} ${n === 1 ? 'has' : 'have'} not been read yet: up to ${amount(of)} may be added.`,
  less: (state: 'right' | 'partly', points: number, isOneHint: boolean) =>
    `${state === 'right' ? 'Right' : 'Partly right'}, less ${amount(points)} for ${isOneHint ? 'a hint' : 'hints'}.`,
  solution: 'Solution',
  receipt: (receipt: string) => `For the hand-in with the receipt ${receipt}.`,
  /** The last word of the names of files; and whose folder it is where nobody knows the name. */
  file: 'feedback',
  participant: 'Participant',
  first: (places: readonly number[]) =>
    `Look first at ${listed(places.map((n) => `item ${n}`))}: you were sure of ${
      places.length === 1 ? 'it' : 'them'
    }, and something in ${places.length === 1 ? 'it' : 'each'} is not right.`,
} as const;

const CLOCKS = {
  upload: 'by the time of the upload',
  student: 'by the clock of the student’s own machine',
} as const;

/** What is said of a hand-in that came late. */
export const LATE = {
  told: ({ days, free, less, by }: Late) =>
    `Handed in late, ${CLOCKS[by]}: ${[
      `${count(days, 'day')} begun`,
      ...(free > 0 ? [`${free} of them free`] : []),
      less > 0 ? `${amount(Math.round(less * 100) / 100)} taken off` : 'nothing taken off',
    ].join(', ')}.`,
} as const;

/** The heads of a table of several sets. */
export const TERM = {
  percent: (title: string) => `${title}, %`,
  best: (best: number, of: number) => `Mean of the best ${best} of ${of}, %`,
  counted: 'Counted',
  unread: 'Not read yet in',
} as const;
