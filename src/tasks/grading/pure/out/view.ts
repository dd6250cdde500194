/** A long table as it is looked at: sorted, filtered, a page at a time. Whoever shows it holds no more than one page. */

/**
 * What stands in a cell. What is said of a number is heard, and shown on request; what is said of a drawing stands below it. Bars
 * are shares; a box has least, quarter, half, three quarters and greatest.
 */
export type Cell =
  | string
  | number
  | {
      readonly value: string | number;
      readonly says: string;
      /** A sign after it. */
      readonly mark?: string;
      /** What a press on it is to open. */
      readonly opens?: { readonly number: string; readonly item: string };
    }
  | { readonly drawn: 'bars' | 'box'; readonly values: readonly number[]; readonly says: string }
  | null;
export type TableRow = readonly Cell[];

export interface View {
  /** The column to sort by; none for the order in which rows come. */
  readonly by?: number | undefined;
  readonly isDown?: boolean | undefined;
  /** Only rows in which this stands somewhere. */
  readonly filter?: string | undefined;
  readonly from: number;
  readonly count: number;
}

export interface Page {
  readonly rows: readonly TableRow[];
  /** How many rows pass the filter. */
  readonly all: number;
}

export function pageOf(
  rows: readonly TableRow[],
  { by, isDown = false, filter = '', from, count }: View,
): Page {
  const wanted = filter.trim().toLowerCase();
  const kept = wanted === '' ? rows : rows.filter((row) => row.some((cell) => holds(cell, wanted)));
  const sign = isDown ? -1 : 1;
  const sorted =
    by === undefined ? kept : kept.toSorted((a, b) => byCell(a[by] ?? null, b[by] ?? null, sign));
  return { rows: sorted.slice(from, from + count), all: kept.length };
}

function holds(cell: Cell, wanted: string): boolean {
  if (cell === null) return false;
  const text = typeof cell === 'object' ? `${bare(cell)} ${cell.says}` : String(cell);
  return text.toLowerCase().includes(wanted);
}

/** Numbers by size, texts as people sort them, numbers in them by size too; what is empty comes last. */
const COLLATOR = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

function byCell(a: Cell, b: Cell, sign: number): number {
  const [one, other] = [bare(a), bare(b)];
  if (one === '' || other === '') return Number(one === '') - Number(other === '');
  if (typeof one === 'number' && typeof other === 'number') return sign * (one - other);
  return sign * COLLATOR.compare(String(one), String(other));
}

/** What a cell is sorted by; a drawing by how far its last value lies above its first. */
function bare(cell: Cell): string | number {
  if (cell === null) return '';
  if (typeof cell !== 'object') return cell;
  if ('value' in cell) return cell.value;
  const [first = 0] = cell.values;
  return (cell.values.at(-1) ?? 0) - first;
}
