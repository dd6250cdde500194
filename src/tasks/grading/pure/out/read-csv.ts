/** Reads a table that a spreadsheet or a course’s system has written, and knows where in the text each cell stands. */

/** A cell: what it holds, and where it stands in the text, its quotation marks counted. */
export interface SheetCell {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** A table as its text: commas, semicolons or tabs, quoted or not. A line that is empty is no row. */
export interface Sheet {
  readonly text: string;
  readonly sign: string;
  readonly rows: readonly (readonly SheetCell[])[];
}

export function sheetOf(text: string): Sheet {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const sign = separatorOf(text.slice(start));
  const rows: SheetCell[][] = [];
  let row: SheetCell[] = [];
  let [from, cell, isQuoted] = [start, '', false];
  const endCell = (to: number): void => {
    row.push({ text: cell, from, to });
    [from, cell] = [to + 1, ''];
  };
  const endRow = (to: number): void => {
    endCell(to);
    if (row.some((one) => one.text.trim() !== '')) rows.push(row);
    row = [];
  };
  for (let i = start; i < text.length; i += 1) {
    const now = text[i] ?? '';
    if (isQuoted) {
      if (now !== '"') cell += now;
      else if (text[i + 1] === '"') {
        cell += '"';
        i += 1;
      } else isQuoted = false;
    } else if (now === '"' && i === from) isQuoted = true;
    else if (now === sign) endCell(i);
    else if (now === '\n' || now === '\r') endRow(i);
    else cell += now;
  }
  endRow(text.length);
  return { text, sign, rows };
}

/** The rows of cells, as texts. */
export const csvRows = (text: string): readonly (readonly string[])[] =>
  sheetOf(text).rows.map((row) => row.map((cell) => cell.text));

/** The sign that stands most often in the first line, outside of quotation marks. */
function separatorOf(text: string): string {
  const [line = ''] = /^[^\r\n]*/.exec(text.slice(0, 20_000).replace(/"[^"]*"/g, '')) ?? [];
  const counts = [',', ';', '\t'].map((sign) => [sign, line.split(sign).length] as const);
  return counts.reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

/** What is to stand in a cell of a sheet: in which row, in which column. */
export type Edit = readonly [row: number, column: number, text: string];

/** The text of a sheet with some cells written anew; everything else stays as it is, to the byte. A short row is filled up. */
export function edited({ text, sign, rows }: Sheet, edits: readonly Edit[]): string {
  let out = '';
  let at = 0;
  // The row that was filled up last, and how many cells it has since.
  let [grown, width] = [-1, 0];
  const needed = new RegExp(`[${sign}"\r\n]`);
  for (const [r, column, now] of edits.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const row = rows[r] ?? [];
    const cell = row[column];
    const from = cell?.from ?? row.at(-1)?.to ?? text.length;
    const isQuoted = needed.test(now) || (cell !== undefined && text[from] === '"');
    const gap = cell ? '' : sign.repeat(column + 1 - (r === grown ? width : row.length));
    if (!cell) [grown, width] = [r, column + 1];
    out += `${text.slice(at, from)}${gap}${isQuoted ? `"${now.replaceAll('"', '""')}"` : now}`;
    at = cell?.to ?? from;
  }
  return out + text.slice(at);
}
