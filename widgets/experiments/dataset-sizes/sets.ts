/** The packed data sets: what their sources say of each. */

/** How a size was counted: the sign of its mark on the chart, and what that means. */
export const KINDS = {
  words: { sign: 1, key: 'words' },
  tokens: { sign: 0, key: 'tokens' },
  estimate: { sign: 2, key: 'tokens, estimated' },
  mixed: { sign: 3, key: 'tokens, with images' },
} as const;

/** The sets in a packed file, by date: a line of ASCII each, fields parted by tabs. Sizes are words or tokens, `year` has its fraction. */
export function readSets(bytes: Uint8Array) {
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
export type DataSet = ReturnType<typeof readSets>[number];

function kindOf(unit: string, content: string): keyof typeof KINDS {
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

/** Sets that the text speaks of, those that matter most last. */
export const TOLD =
  'Llama 3, T5, Chinchilla, GPT-2, Llama 4 Scout, GPT-3, GPT-1, BERT, One Billion Word'.split(', ');

/** A name without what stands in brackets, and without what a chart has no room for. */
export const inShort = ({ name }: DataSet): string =>
  name.replace(/ \(.*\)$/, '').replace(' Benchmark', '');

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** What is known of a set, in one line, its size in words: everything, or what has room on a phone. */
export function described(set: DataSet, size: string, isWhole = true): string {
  const { name, date, kind, unit, content, certainty } = set;
  const [year = '', month, day] = date.split('-');
  const when = `${MONTHS[Number(month) - 1] ?? ''} ${year}`;
  if (!isWhole) return `${inShort(set)}, ${when}: ${size} ${kind === 'words' ? kind : 'tokens'}`;
  const counted = `${size} ${unit.replace(' (estimate)', '')}`;
  return `${name}, ${Number(day)} ${when}: ${counted}; ${content}; ${certainty}.`;
}
