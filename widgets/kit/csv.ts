/** Comma-separated values as spreadsheets and statistics read them. */

type Cell = string | number | null;

/** Rows under their header, lines ended as RFC 4180 has it; `null` is an empty cell. */
export function csv(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [head, ...rows].map((row) => `${row.map(written).join(',')}\r\n`).join('');
}

/** A number in full; a text quoted where it must be, and never one that a spreadsheet would take for a formula. */
function written(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
