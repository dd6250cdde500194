/** Tables as CSV that no spreadsheet takes for a program. */

/** A cell: text is made harmless, numbers stand as they are, nothing is empty. */
export type CsvCell = string | number | null;

/**
 * What a spreadsheet reads as a formula: one of these signs where a cell begins, after white space or quotation marks too, in
 * their wide forms too, and after whatever some program may take for the end of a cell.
 */
const FORMULA = /(^|[;,|\t\r\n])([\s"']*)(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/gu;
/** Signs that nobody sees and some programs stumble over; a line break is kept, and a tab is a blank. */
const UNSEEN =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

/** Rows as the text of a CSV file (RFC 4180), with the mark that tells spreadsheets that it is UTF-8. */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('')}`;
}

function cellText(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  return `"${harmless(cell).replaceAll('"', '""')}"`;
}

/** A text that no spreadsheet takes for a formula. */
export const harmless = (text: string): string =>
  text.replace(UNSEEN, '').replaceAll('\t', ' ').replace(FORMULA, "$1$2'");
