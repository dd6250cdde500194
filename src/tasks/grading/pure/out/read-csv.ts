/** Reads a table that a spreadsheet or a course’s system has written: commas, semicolons or tabs, quoted or not. */

/** A class has some hundreds of lines; what is longer is no class list. */
const MOST_ROWS = 5_000;

/** The rows of cells; a line that is empty is none. */
export function csvRows(text: string): readonly (readonly string[])[] {
  const bare = text.replace(/^\uFEFF/, '');
  const sign = separatorOf(bare.slice(0, Math.max(0, bare.search(/\r|\n|$/))));
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  const endRow = (): void => {
    row.push(cell);
    if (row.some((one) => one.trim() !== '')) rows.push(row);
    row = [];
    cell = '';
  };
  for (let i = 0; i < bare.length && rows.length < MOST_ROWS; i += 1) {
    const now = bare[i] ?? '';
    if (isQuoted) {
      if (now !== '"') cell += now;
      else if (bare[i + 1] === '"') {
        cell += '"';
        i += 1;
      } else isQuoted = false;
    } else if (now === '"' && cell === '') isQuoted = true;
    else if (now === sign) {
      row.push(cell);
      cell = '';
    } else if (now === '\n' || now === '\r') endRow();
    else cell += now;
  }
  endRow();
  return rows;
}

/** The sign that stands most often in the first line. */
function separatorOf(line: string): string {
  const counts = [',', ';', '\t'].map((sign) => [sign, line.split(sign).length] as const);
  return counts.reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}
