/** What the files say that a course or a student gets. */
import { listed } from '#words/src/tasks/judge/lists';

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
} as const;

/** What a student gets back. */
export const FEEDBACK = {
  title: (title: string) => `Feedback: ${title}`,
  points: (points: number, of: number) => `${points} of ${of} points`,
  item: (n: number, points: number, of: number) => `Item ${n}: ${points} of ${of} points`,
  receipt: (receipt: string) => `For the hand-in with the receipt ${receipt}.`,
  /** The last word of the names of files. */
  file: 'feedback',
  first: (places: readonly number[]) =>
    `Look first at ${listed(places.map((n) => `item ${n}`))}: you were sure of ${
      places.length === 1 ? 'it' : 'them'
    }, and something in ${places.length === 1 ? 'it' : 'each'} is not right.`,
} as const;
