/** The data of a variant, as a table and as CSV: the same bytes on the page, in the build and at the desk. */
import { seeded } from '../../../../../widgets/kit/numbers/random.ts';
import type { OutsideItem } from '../item.ts';
import type { Drawn } from '../../../sets/pure/format/head.ts';
import { withValues } from '../../code/pure/cases.ts';
import { freshEngine, type Engine } from '../../code/pure/engine.ts';
import { isFault, type Fault } from '../../code/pure/faults.ts';
import { Fields, type Value } from '../../code/pure/value.ts';
import { OUTSIDE } from '#words/src/tasks/kinds/outside/pure/words';

export type Cell = number | string;
export type Rows = readonly (readonly Cell[])[];

/** The most rows that a student downloads. */
const MOST_ROWS = 20_000;

type About = Pick<OutsideItem, 'id' | 'data'>;

/** The rows of a variant; a sentence where they cannot be made, which the build has seen before any student. */
export function rowsOf({ id, data }: About, values: Drawn, seed: number): Rows | string {
  const engine = freshEngine();
  engine.define(engine.chance(seeded(seed, `${id}/data`)));
  const found = calledIn(engine, withValues(data.rows, values), 'rows');
  if (isFault(found)) return found.fault;
  const rows = Array.isArray(found.value) ? (found.value as readonly Value[]).map(rowIn) : [];
  const isTable = rows.every((row) => row?.length === data.columns.length);
  return rows.length === 0 || rows.length > MOST_ROWS || !isTable
    ? OUTSIDE.noTable(data.columns.length, MOST_ROWS)
    : (rows as Rows);
}

/** What a program’s function of that name gives. */
function calledIn(
  engine: Engine,
  program: string,
  name: string,
  given?: unknown,
): { readonly value: Value } | Fault {
  const problem = engine.run(program);
  if (problem) return problem;
  const own = engine.named(name);
  if (!own) return { fault: OUTSIDE.noFunction(name), line: 0 };
  return given === undefined ? engine.call(own) : engine.call(own, engine.data(given));
}

function rowIn(row: Value): readonly Cell[] | undefined {
  if (!Array.isArray(row)) return undefined;
  const cells = (row as readonly Value[]).filter((cell) => isNumber(cell) || isPlainText(cell));
  return cells.length === row.length ? (cells as readonly Cell[]) : undefined;
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
  const table = rows.map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i]])));
  const found = calledIn(freshEngine(), code, 'solve', table);
  if (isFault(found)) return OUTSIDE.atLine(found.line, found.fault);
  if (!(found.value instanceof Fields)) return OUTSIDE.noNumbers;
  const { entries } = found.value;
  const numbers = [...entries].filter((one): one is [string, number] => isNumber(one[1]));
  return numbers.length === entries.size && numbers.length > 0
    ? Object.fromEntries(numbers)
    : OUTSIDE.noNumbers;
}
