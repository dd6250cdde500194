/** The figures of a bench as a table, and whether they keep to what was promised. */

/** A figure that was measured several times. */
export interface Row {
  readonly name: string;
  readonly unit: string;
  /** `NaN` where a trial could not measure it. */
  readonly values: readonly number[];
  /** The median may be this at most; without a limit the figure only informs. */
  readonly limit?: number;
  /** The median must be this at least. */
  readonly atLeast?: number;
}

/** Takes a figure as soon as it is there. */
export type Add = (row: Row) => void;

/** The middle one; `NaN` without any. */
export function median(values: readonly number[]): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Whether a figure has a limit on either side. */
export function isLimited({ limit, atLeast }: Row): boolean {
  return limit !== undefined || atLeast !== undefined;
}

/** A figure with a limit is kept when its median was measured and is on the right side of it. */
export function kept({ values, limit, atLeast }: Row): boolean {
  const middle = median(values);
  return (limit === undefined || middle <= limit) && (atLeast === undefined || middle >= atLeast);
}

/** A row as one line: its name and its values. */
export function lineOf({ name, unit, values }: Row): string {
  return `${name}: ${values.map((value) => shown(value, unit)).join(', ')}`;
}

/** All rows in columns that line up. */
export function tableOf(rows: readonly Row[]): string {
  const head = ['', 'median', 'worst', 'limit', ''];
  const cells = rows.map((row) => {
    const measured = row.values.filter((value) => !Number.isNaN(value));
    const worst = row.atLeast === undefined ? Math.max(...measured) : Math.min(...measured);
    const limit = limitOf(row);
    const verdict = limit === '' ? '' : kept(row) ? 'kept' : 'BROKEN';
    return [row.name, shown(median(row.values), row.unit), shown(worst, row.unit), limit, verdict];
  });
  const all = [head, ...cells];
  const widths = head.map((_, i) => Math.max(...all.map((line) => line[i]?.length ?? 0)));
  const pad = (text: string, i: number): string =>
    i === 1 || i === 2 || i === 3 ? text.padStart(widths[i] ?? 0) : text.padEnd(widths[i] ?? 0);
  return all.map((line) => line.map(pad).join('  ').trimEnd()).join('\n');
}

function limitOf({ limit, atLeast, unit }: Row): string {
  if (atLeast !== undefined) return `≥ ${shown(atLeast, unit)}`;
  return limit === undefined ? '' : shown(limit, unit);
}

function shown(value: number, unit: string): string {
  if (!Number.isFinite(value)) return 'not measured';
  const digits = unit === 'x' || unit === 's' ? 2 : unit === 'ms' ? 1 : 0;
  return `${value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })} ${unit}`.trim();
}
