/** The packed data sets: what their sources say of each. */
import type { Sized } from './trend.ts';

/** How a size was counted, as its mark on the chart tells. */
export type SizeKind = 'words' | 'tokens' | 'estimate' | 'mixed';

/** One data set as its source describes it. */
export interface DataSet extends Sized {
  /** Place in the order of dates, from 1. */
  readonly number: number;
  /** Year, month and day. */
  readonly date: string;
  readonly name: string;
  readonly unit: string;
  readonly content: string;
  readonly certainty: string;
  readonly source: string;
  readonly kind: SizeKind;
}

/** The sets in a packed file: a line each, fields parted by tabs. */
export function readSets(bytes: Uint8Array): readonly DataSet[] {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text
    .trim()
    .split('\n')
    .map((line, i) => {
      const [
        date = '',
        name = '',
        size = '',
        unit = '',
        content = '',
        certainty = '',
        source = '',
      ] = line.split('\t');
      const year = yearOf(date);
      const kind = kindOf(unit, content);
      const number = i + 1;
      return {
        number,
        date,
        year,
        name,
        size: Number(size),
        unit,
        content,
        certainty,
        source,
        kind,
      };
    });
}

function kindOf(unit: string, content: string): SizeKind {
  if (content.includes('image')) return 'mixed';
  if (unit.includes('words')) return 'words';
  return unit.includes('estimate') ? 'estimate' : 'tokens';
}

/** A date as a year with its fraction: 2 July 2021 is about 2021.5. */
export function yearOf(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  const before = lengths.slice(0, month - 1).reduce((sum, days) => sum + days, 0);
  return year + (before + day - 1) / (isLeap ? 366 : 365);
}
