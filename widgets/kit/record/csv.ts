/** Comma-separated values as spreadsheets and statistics read them. */
import type { Cell } from '../contract/values.ts';

/** Rows under their header, lines ended as RFC 4180 has it; `null` is an empty cell. */
export function csv(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [head, ...rows].map((row) => `${row.map(written).join(',')}\r\n`).join('');
}

/** A number in full; a link with its address; a text quoted where it must be, and never one taken for a formula. */
function written(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const text = typeof cell === 'string' ? cell : `${cell.text} (${cell.href})`;
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
