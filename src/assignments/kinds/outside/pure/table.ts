/** The data of a variant, as a table and as CSV: the same bytes on the page, in the build and at the desk. */
import { seeded } from '../../../../../widgets/kit/numbers/random.ts';
import type { Drawn, OutsideItem } from '../../../pure/format/assignment.ts';
import { withValues } from '../../code/pure/cases.ts';
import { called } from '../../code/pure/script/compile-function.ts';
import { guarded, isFault, programOf } from '../../code/pure/script/program.ts';
import { Arr, Fn, Obj, type Value } from '../../code/pure/script/values.ts';
import { OUTSIDE } from '#words/src/assignments/kinds/outside/pure/words';

export type Cell = number | string;
export type Rows = readonly (readonly Cell[])[];

/** The most rows that a student downloads. */
const MOST_ROWS = 20_000;

type About = Pick<OutsideItem, 'id' | 'data'>;

/** The rows of a variant; a sentence where they cannot be made, which the build has seen before any student. */
export function rowsOf({ id, data }: About, values: Drawn, seed: number): Rows | string {
  const random = seeded(seed, `${id}/data`);
  const program = programOf(withValues(data.rows, values), {
    own: {
      random: new Fn('random', () => random.uniform()),
      normal: new Fn('normal', () => random.normal()),
    },
  });
  if (isFault(program)) return program.fault;
  const own = program.named('rows');
  if (!own) return OUTSIDE.noFunction('rows');
  const found = guarded(program.machine, () => called(program.machine, own, undefined, [], 0));
  if (isFault(found)) return found.fault;
  const rows = found.value instanceof Arr ? found.value.items.map(rowIn) : [];
  const isTable = rows.every((row) => row?.length === data.columns.length);
  return rows.length === 0 || rows.length > MOST_ROWS || !isTable
    ? OUTSIDE.noTable(data.columns.length, MOST_ROWS)
    : (rows as Rows);
}

function rowIn(row: Value): readonly Cell[] | undefined {
  if (!(row instanceof Arr)) return undefined;
  const cells = row.items.filter((cell) => isNumber(cell) || isPlainText(cell));
  return cells.length === row.items.length ? (cells as readonly Cell[]) : undefined;
}

const isNumber = (cell: Value): cell is number => typeof cell === 'number' && Number.isFinite(cell);
/** A text that means the same in every program that opens a table: no formula, no sign that ends a cell. */
const isPlainText = (cell: Value): cell is string =>
  typeof cell === 'string' && /^(?:[\p{L}\p{N}_][\p{L}\p{N} _.:-]*)?$/u.test(cell);

/** The file: a head of names, points in numbers, a comma between, and a line’s end after every row. */
export function csvOf({ columns }: OutsideItem['data'], rows: Rows): string {
  return [columns, ...rows].map((row) => `${row.join(',')}\n`).join('');
}

/** What the file is called; its variant stands in it. */
export const fileOf = ({ data }: About, seed: number): string => `${data.file}-variant-${seed}.csv`;

/** The numbers that a program finds in the rows, by their ids; a sentence where it finds none. */
export function numbersBy(
  code: string,
  { columns }: OutsideItem['data'],
  rows: Rows,
): Readonly<Record<string, number>> | string {
  const program = programOf(code);
  if (isFault(program)) return OUTSIDE.atLine(program.line, program.fault);
  const solve = program.named('solve');
  if (!solve) return OUTSIDE.noFunction('solve');
  const table = new Arr(
    rows.map((row) => {
      const object = new Obj();
      for (const [i, name] of columns.entries()) object.fields.set(name, row[i]);
      return object;
    }),
  );
  const found = guarded(program.machine, () =>
    called(program.machine, solve, undefined, [table], 0),
  );
  if (isFault(found)) return OUTSIDE.atLine(found.line, found.fault);
  if (!(found.value instanceof Obj)) return OUTSIDE.noNumbers;
  const numbers = [...found.value.fields].filter((one): one is [string, number] =>
    isNumber(one[1]),
  );
  return numbers.length === found.value.fields.size && numbers.length > 0
    ? Object.fromEntries(numbers)
    : OUTSIDE.noNumbers;
}
