/** Figures as they are measured: each is said at once and kept, so that a bench that ends early has not been for nothing. */
import { isLimited, kept, lineOf, tableOf, type Row } from './report.ts';

/** Collects rows; values of the same name belong to one row. */
export class Figures {
  #rows = new Map<string, Row>();

  /** Keeps a figure and says it. */
  add(row: Row): void {
    const known = this.#rows.get(row.name);
    this.#rows.set(row.name, { ...row, values: [...(known?.values ?? []), ...row.values] });
    console.log(`  ${lineOf(row)}`);
  }

  /** All that was measured so far, as a table with its verdicts. */
  table(): string {
    const rows = [...this.#rows.values()];
    if (rows.length === 0) return 'Nothing was measured.';
    const broken = rows.filter((row) => !kept(row));
    return `${tableOf(rows)}\n\n${rows.filter(isLimited).length} limits, ${broken.length} broken.`;
  }

  /** True when every limit is kept. */
  get allKept(): boolean {
    return [...this.#rows.values()].every(kept);
  }
}
