/**
 * A class as a course’s system writes it: Moodle’s worksheet for offline grading, the gradebooks of Canvas and Moodle, a plain
 * list. One reader tells them apart by what stands in them, for their heads are in the language of whoever exported them.
 */
import { CLASS_LIST } from '#words/src/tasks/grading/pure/out/words';
import { normalised, type Student } from '../../../sets/pure/variants/student.ts';
import { extensionIn, momentIn, type Moment } from './moments.ts';
import { sheetOf, type Sheet } from './read-csv.ts';

export type ListKind = 'worksheet' | 'canvas' | 'list';

/** A student’s line. What it does not tell is empty. */
export interface Line extends Student {
  /** Which row of the sheet it is. */
  readonly row: number;
  /** By which name the system knows the account: Moodle’s participant number, Canvas’s user id. */
  readonly account: string;
  /** Login, ID number and the like. */
  readonly ids: readonly string[];
  readonly email: string;
  /** Until when this student may hand in, as it was written; nobody asks why. */
  readonly extended?: string;
  /** When the system took in what the student handed in. */
  readonly uploaded?: Moment;
}

export interface ClassList {
  readonly kind: ListKind;
  readonly sheet: Sheet;
  readonly head: readonly string[];
  readonly people: readonly Line[];
  /** Where a worksheet wants marks, where it says how many points there are, and where it wants words; -1 where it does not. */
  readonly grade: number;
  readonly max: number;
  readonly comments: number;
}

/** A class has some hundreds of lines; what is longer is no class list. */
const MOST_ROWS = 20_000;

/** The columns in which the systems write a student’s number and name, best first. */
const NUMBER = [
  'student number',
  'sis user id',
  'id number',
  'student id',
  'matriculation number',
  'number',
  'id',
];
const NAME = ['name', 'full name', 'student', 'student name'];
const FIRST = ['first name', 'given name', 'firstname'];
const LAST = ['surname', 'last name', 'family name', 'lastname'];
const LOGIN = ['sis login id', 'username', 'user name', 'login id', 'login', 'integration id'];
const EXTENDED = ['extended until', 'extension', 'extended'];
/** What Canvas writes below its head, and what stands for nobody. */
const NOBODY = /^\s*(points possible|student, test)\s*$/i;

/** Where what stands; -1 where it does not. */
interface Columns {
  readonly kind: ListKind;
  readonly number: number;
  readonly name: number;
  readonly first: number;
  readonly last: number;
  readonly account: number;
  readonly ids: readonly number[];
  readonly email: number;
  readonly extended: number;
  readonly status: number;
  readonly uploaded: number;
  readonly grade: number;
  readonly max: number;
  readonly comments: number;
}

/** A table by rows, without its head, each cell without the blanks around it. */
type Rows = readonly (readonly string[])[];

/** The class in a file; what cannot be read is said, with what to do. */
export function readClassList(text: string): ClassList | { readonly problem: string } {
  const sheet = sheetOf(text);
  if (sheet.rows.length > MOST_ROWS) return { problem: CLASS_LIST.long(MOST_ROWS) };
  const [top = [], ...rows] = sheet.rows.map((row) => row.map((cell) => cell.text.trim()));
  const head = top.map((one) => one.toLowerCase());
  const at = worksheetIn(head, rows) ?? listIn(head, rows);
  if (at.kind !== 'worksheet' && at.number < 0 && at.email < 0)
    return { problem: CLASS_LIST.noNumber };
  if (at.kind !== 'worksheet' && at.name < 0 && at.last < 0) return { problem: CLASS_LIST.noName };
  const people = rows
    .map((row, i) => lineIn(row, i + 1, at))
    .filter(
      ({ number, email, account, name }) =>
        !NOBODY.test(name) && (normalised(number) !== '' || email !== '' || account !== ''),
    );
  if (people.length === 0) return { problem: CLASS_LIST.nobody };
  const { kind, grade, max, comments } = at;
  return { kind, sheet, head: top, people, grade, max, comments };
}

function lineIn(row: readonly string[], i: number, at: Columns): Line {
  const cell = (column: number): string => row[column] ?? '';
  const uploaded = cell(at.uploaded);
  const account = cell(at.account);
  const extended = cell(at.extended) || extensionIn(cell(at.status));
  return {
    row: i,
    number: cell(at.number),
    name: at.name >= 0 ? cell(at.name) : `${cell(at.first)} ${cell(at.last)}`.trim(),
    account: at.kind === 'worksheet' ? (PARTICIPANT.exec(account)?.[2] ?? '') : account,
    ids: at.ids.map(cell).filter((one) => one !== ''),
    email: cell(at.email).toLowerCase(),
    ...(extended !== '' && { extended }),
    ...(uploaded !== '' && uploaded !== '-' && { uploaded: momentIn(uploaded) }),
  };
}

const firstOf = (head: readonly string[], wanted: readonly string[]): number =>
  wanted.map((name) => head.indexOf(name)).find((at) => at >= 0) ?? -1;

/** The column of e-mails, by its cells. */
const emailsIn = (head: readonly string[], rows: Rows): number =>
  head.findIndex((_, i) => {
    const cells = rows.map((row) => row[i] ?? '').filter((one) => one !== '');
    return cells.length > 0 && cells.every((one) => /^\S+@\S+$/.test(one));
  });

function listIn(head: readonly string[], rows: Rows): Columns {
  const [first = '', second = '', third = ''] = head;
  const isCanvas =
    head.includes('section') &&
    ((first.includes('student') && second.includes('id')) ||
      (first === 'lastname' && second === 'firstname' && third.includes('id')));
  const number = firstOf(head, NUMBER);
  // A number that is the system’s own may be another student’s by chance: it is never asked for what a student has typed.
  const own = [...LOGIN, ...NUMBER].filter((name) => name !== 'id' && name !== 'number');
  return {
    ...{ kind: isCanvas ? 'canvas' : 'list', number },
    ...{ name: firstOf(head, NAME), first: firstOf(head, FIRST), last: firstOf(head, LAST) },
    account: isCanvas ? head.indexOf('id') : -1,
    ids: own.flatMap((name) => head.flatMap((one, i) => (one === name && i !== number ? i : []))),
    email: emailsIn(head, rows),
    extended: firstOf(head, EXTENDED),
    ...{ status: -1, uploaded: -1, grade: -1, max: -1, comments: -1 },
  };
}

/** `Participant 12`, in whatever language. */
const PARTICIPANT = /^(\D*\D)(\d+)$/u;
const NUMERIC = /^\d+(?:[.,]\d+)?$/;
/** A year and a time of day, in whatever order and numerals, and not as a part of what else is said; or nothing yet. */
const DATED = /^-$|^(?!.* - )(?=.*\p{Nd}{4})(?=.*\p{Nd}{1,2}[:.h]\p{Nd}{2})/u;

const BETWEEN = 4;

/**
 * Moodle’s worksheet: a participant’s number first, the marks just before what there is to earn, which is the same in each line,
 * and behind them the times at which it was handed in and graded. Its order is the same in every language.
 */
function worksheetIn(head: readonly string[], rows: Rows): Columns | undefined {
  const named = rows.map(([first = '']) => PARTICIPANT.exec(first));
  if (rows.length === 0 || new Set(named.map((one) => one?.[1] ?? '')).size !== 1) return undefined;
  if (named.some((one) => one === null)) return undefined;
  const every = (at: number, fits: (cell: string) => boolean): boolean =>
    rows.every((row) => fits(row[at] ?? ''));
  const isMax = (at: number): boolean =>
    every(at, (cell) => NUMERIC.test(cell) && cell === rows[0]?.[at]) &&
    every(at - 1, (cell) => cell === '' || NUMERIC.test(cell));
  const isEnglish = head[0] === 'identifier';
  const dates = head.flatMap((_, i) => (i > 1 && every(i, (cell) => DATED.test(cell)) ? i : []));
  const [first = 0] = dates;
  // Between the maximum and the times stand whether the mark may be changed, and what workflow says.
  const max = isEnglish
    ? head.indexOf('maximum grade')
    : head.findLastIndex((_, i) => i > 1 && i < first && i >= first - BETWEEN && isMax(i));
  if (!isEnglish && max < 0) return undefined;
  const grade = max >= 0 ? max - 1 : head.indexOf('grade');
  const status = isEnglish ? head.indexOf('status') : Math.max(1, grade - 1);
  // Where marking is blind there is no name, and nothing else that tells a student.
  const name = isEnglish ? head.indexOf('full name') : status > 1 ? 1 : -1;
  const ids = head.flatMap((_, i) => (i > 0 && i !== name && i < status ? i : []));
  const uploaded = head.indexOf('last modified (submission)');
  const marked = isEnglish ? head.indexOf('last modified (grade)') : (dates.at(-1) ?? -1);
  const comments = head.indexOf('feedback comments');
  const number = ids.find((i) => NUMBER.includes(head[i] ?? '')) ?? -1;
  return {
    ...{ kind: 'worksheet', number, name, first: -1, last: -1, account: 0 },
    ids: ids.filter((i) => i !== number),
    email: emailsIn(head.slice(0, Math.max(0, status)), rows),
    extended: firstOf(head, EXTENDED),
    status,
    uploaded: uploaded >= 0 || isEnglish || dates.length !== 2 ? uploaded : (dates[0] ?? -1),
    ...{ grade, max },
    comments: comments < 0 && marked === head.length - 2 ? marked + 1 : comments,
  };
}
