/** The packed data sets: what their sources say of each. */
/** How a size was counted, as its mark on the chart tells. */
export type SizeKind = 'words' | 'tokens' | 'estimate' | 'mixed';

/** What the packed file holds of a set besides its size, in its own words; the date as year, month and day. */
type Told = Readonly<Record<'date' | 'name' | 'unit' | 'content' | 'certainty' | 'source', string>>;

/** One data set as its source describes it. */
export interface DataSet extends Told {
  /** Place in the order of dates, from 1. */
  readonly number: number;
  /** When it was published, with the fraction of the year. */
  readonly year: number;
  /** In words or tokens. */
  readonly size: number;
  readonly kind: SizeKind;
}

/** The sets in a packed file: a line of ASCII each, fields parted by tabs. */
export function readSets(bytes: Uint8Array): readonly DataSet[] {
  const text = String.fromCharCode(...bytes).replaceAll('->', '→');
  const lines = text.trim().split('\n');
  return lines.map((line, i) => {
    const [date = '', name = '', size, unit = '', content = '', certainty = '', source = ''] =
      line.split('\t');
    const told = { date, name, unit, content, certainty, source };
    const kind = kindOf(unit, content);
    return { ...told, number: i + 1, year: yearOf(date), size: Number(size), kind };
  });
}

function kindOf(unit: string, content: string): SizeKind {
  if (content.includes('image')) return 'mixed';
  if (unit.includes('words')) return 'words';
  return unit.includes('estimate') ? 'estimate' : 'tokens';
}

/** Days of a common year before each month. */
const BEFORE = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

/** A date as a year with its fraction: 2 July 2021 is about 2021.5. */
export function yearOf(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 1 : 0;
  const before = (BEFORE[month - 1] ?? 0) + (month > 2 ? leap : 0);
  return year + (before + day - 1) / (365 + leap);
}
