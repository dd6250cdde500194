/** The file that an instructor uploaded, with its own column filled: everything else in it is as it was, to the byte. */
import { GIVEN_BACK } from '#words/src/tasks/grading/pure/out/words';
import type { Assignment } from '../../../sets/pure/format/assignment.ts';
import { isUnread } from '../grade/verdict.ts';
import type { StudentResult } from '../grade/class.ts';
import type { ClassList } from './class-list.ts';
import { harmless } from './csv.ts';
import { feedbackComment, isOwnComment } from './feedback.ts';
import { placed, type Placed } from './lines.ts';
import { edited, type Edit } from './read-csv.ts';

/** How marks go into a file. */
export interface Giving {
  /** The head of the column that an instructor has chosen, where the list has it; else the one with the title. */
  readonly column?: string | undefined;
  /** Marks in proportion to the maximum of the file, where it is not that of the assignment; so it is unless points are asked for. */
  readonly isScaled?: boolean | undefined;
}

export interface GivenBack {
  readonly text: string;
  /** How many cells were filled and how; whose were left, why, and what to do. */
  readonly says: readonly string[];
}

/** Flags that say that nobody knows yet whose a hand-in is, or which of two. */
const OPEN: readonly string[] = ['owner', 'conflict'];

/** The file; or why it cannot be filled, and what to do. `others`: lists of the same class, which may know more of a student. */
export function givenBack(
  list: ClassList,
  assignment: Pick<Assignment, 'title' | 'items'>,
  students: readonly StudentResult[],
  { column, isScaled = true }: Giving = {},
  others: readonly ClassList[] = [],
): GivenBack | { readonly problem: string } {
  const { title } = assignment;
  const of = pointsIn(assignment.items);
  const own = ownColumn(list, title, column);
  if (typeof own === 'string') return { problem: own };
  const cell = (row: number, column: number): string =>
    list.sheet.rows[row]?.[column]?.text.trim() ?? '';
  const possible = pointsRow(list);
  const written = maximumCell(list, own);
  if (/read only/i.test(written)) return { problem: GIVEN_BACK.readOnly(list.head[own] ?? '') };
  const max = maximumIn(written);
  if (max !== undefined && of > max && !(isScaled && max > 0))
    return { problem: GIVEN_BACK.above(of, max, written) };
  const factor = isScaled && max !== undefined ? max / of : 1;
  const comma = isWithComma([written, ...list.people.map(({ row }) => cell(row, own))]);
  const marks = new Map<number, string>();
  const edits: Edit[] = [];
  const left = new Map<Left, string[]>();
  for (const [one, at] of placed(list, students, others)) {
    const { line } = at;
    const why = whyLeft(one, at, line && list.kind === 'canvas' ? cell(line.row, own) : '');
    if (why)
      left.set(why, [...(left.get(why) ?? []), `${one.student.name} (${one.student.number})`]);
    else if (line) {
      const mark = String(Math.round(one.points * factor * 100) / 100);
      marks.set(line.row, comma ? mark.replace('.', ',') : mark);
      const before = cell(line.row, list.comments);
      if (list.comments >= 0 && (before === '' || isOwnComment(before)))
        edits.push([line.row, list.comments, feedbackComment(assignment, one)]);
    }
  }
  const isNew = own >= list.head.length;
  if (isNew) {
    // A row keeps its length with the others’, whoever it is of.
    const top = new Map([
      [0, harmless(title)],
      [possible, String(of)],
    ]);
    for (const row of list.sheet.rows.keys())
      edits.push([row, own, marks.get(row) ?? top.get(row) ?? '']);
  } else for (const [row, mark] of marks) edits.push([row, own, mark]);
  const head = isNew ? title : (list.head[own] ?? '');
  return {
    text: edited(list.sheet, edits),
    says: [
      GIVEN_BACK.filled(marks.size, head),
      ...(isNew ? [GIVEN_BACK.added[list.kind](title)] : []),
      ...(factor !== 1 && max !== undefined ? [GIVEN_BACK.scaled(of, max, written)] : []),
      ...(factor === 1 && max !== undefined && max > of ? [GIVEN_BACK.below(of, max)] : []),
      ...[...left].map(([why, who]) => GIVEN_BACK.left(why, who)),
    ],
  };
}

/** What there is to earn in all. */
export const pointsIn = (items: Assignment['items']): number =>
  items.reduce((sum, { points }) => sum + points, 0);

/** The maxima that these lists have for marks. Where one is not the assignment’s, somebody chooses how marks go there. */
export function maximaIn(
  lists: readonly ClassList[],
  { title }: Pick<Assignment, 'title'>,
  column?: string,
): readonly number[] {
  const all = lists.flatMap((list) => {
    const own = ownColumn(list, title, column);
    return typeof own === 'string' ? [] : (maximumIn(maximumCell(list, own)) ?? []);
  });
  return [...new Set(all)].filter((max) => max > 0);
}

function maximumCell(list: ClassList, own: number): string {
  const [row, column] =
    list.kind === 'worksheet' ? [list.people[0]?.row ?? 1, list.max] : [pointsRow(list), own];
  return list.sheet.rows[row]?.[column]?.text.trim() ?? '';
}

type Left = Parameters<typeof GIVEN_BACK.left>[0];

/** What Canvas has in a cell in which no mark belongs. */
const KEPT = ['EX', 'N/A'];

/** Why a student’s cell is left as it is; nothing where it is filled. */
function whyLeft(one: StudentResult, { line, why }: Placed, now: string): Left | undefined {
  if (!line) return why;
  if (one.items.some(isUnread)) return 'unread';
  if (one.flags.some(({ flag }) => OPEN.includes(flag))) return 'open';
  return KEPT.includes(now) ? 'kept' : undefined;
}

/** Which row tells what there is to earn; -1 where none does. */
const pointsRow = ({ kind, sheet }: ClassList): number =>
  kind === 'canvas'
    ? sheet.rows.findIndex(([cell]) => cell?.text.includes('Points Possible') === true)
    : -1;

/** As Canvas reads it: the last sign is that of decimals, so 1,000 is one. Nothing where it is no number. */
function maximumIn(text: string): number | undefined {
  const [, whole = '', part = ''] = /^([\d.,]*?)[.,]?(\d*)$/.exec(text) ?? [];
  const value = Number(/[.,]/.test(text) ? `${whole.replace(/[.,]/g, '')}.${part}` : text);
  return text === '' || Number.isNaN(value) ? undefined : value;
}

/** Whether a file writes its numbers with a comma; three digits behind one may be thousands, and tell nothing. */
const isWithComma = (cells: readonly string[]): boolean =>
  cells.map((cell) => /^\d+([.,])\d{1,2}$/.exec(cell)?.[1]).find(Boolean) === ',';

/** The column in which marks belong, one behind the last where there is none yet; or why nobody can tell which. */
function ownColumn(list: ClassList, title: string, column: string | undefined): number | string {
  const { head, kind, grade, max, sheet } = list;
  const chosen = column ? head.indexOf(column.trim()) : -1;
  if (chosen >= 0) return chosen;
  if (kind === 'worksheet') return grade >= 0 && max >= 0 ? grade : GIVEN_BACK.noMaximum;
  const fitting = head.flatMap((one, i) =>
    titlesOf(one).includes(plain(title)) && !NO_POINTS.test(one) ? i : [],
  );
  const [one, ...more] = fitting;
  if (one !== undefined && more.length === 0) return one;
  if (fitting.length > 0) return GIVEN_BACK.several(fitting.map((i) => head[i] ?? ''));
  return Math.max(...sheet.rows.map((row) => row.length));
}

/** Moodle writes a grade in other ways besides, which it does not take back as points. */
const NO_POINTS = / \((?:Percentage|Letter|Feedback)\)$/;

const plain = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, ' ');

/** What a head may be the title of: `Set 1 (12345)`, `Assignment: Set 1 (Real)`. */
function titlesOf(head: string): readonly string[] {
  const bare = [head, head.replace(/ \([^()]*\)$/, '')];
  return [...bare, ...bare.map((one) => one.replace(/^[^:]*: /, ''))].map(plain);
}
