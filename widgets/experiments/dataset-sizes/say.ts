/** The trend in words: the takeaway, what changed, and every data set as a row. */
import { number, plain } from '#kit/draw';
import type { Missing, Rows } from '#kit/contract';
import type { Judged, SizesOutcome } from './model.ts';
import type { SizesSettings } from './params.ts';
import { described } from './sets.ts';

const UNITS = Object.entries({ trillion: 1e12, billion: 1e9, million: 1e6 });

/** Three significant figures, of less than one in hundredths: 28.7, 2.85, 0.98. */
const figures = (value: number): string => plain(value < 1 ? Number(value.toFixed(2)) : value, 3);

/** A count in three figures and words: 499 billion, 10,000 trillion. What no set will have is not counted out. */
export function great(count: number): string {
  if (count < 1e6) return 'under a million';
  if (count >= 9.995e17) return 'over a million trillion';
  const [word, unit] = UNITS.find(([, least]) => count >= least * 0.9995) ?? ['million', 1e6];
  return `${figures(count / unit)} ${word}`;
}

/** Growth as a factor: ×2.85, or under ×0.01 where its figures would be noughts. */
export const factor = (growth: number): string =>
  growth < 0.005 ? 'under ×0.01' : `×${figures(growth)}`;

/** Two ends of an interval in words; a unit that both share is said once: 210 to 1,400 trillion. */
const between = (low: string, high: string): string =>
  `${low} to ${high}`.replace(/^([\d.,]+)( \w+) to (.*)\2$/, '$1 to $3$2');

/** A time in months, or in years when it is long; where sizes do not grow, they never double. */
function lasting(months: number | Missing): string {
  if (typeof months !== 'number') return 'never';
  if (months >= 1200) return 'over a century';
  if (months >= 36) return `${number(months / 12)} years`;
  return `${number(months, months < 9.95 ? 1 : 0)} months`;
}

/** The takeaway and, given the run before, what changed. */
export function say(settings: SizesSettings, outcome: SizesOutcome, before?: SizesOutcome): string {
  const { from, to, point } = settings;
  const closer = outcome.shown.find((set) => set.number === point);
  if (closer) return described(closer, great(closer.size));
  const line = rising(outcome, before);
  if (typeof outcome.growth.value !== 'number') return `There is ${line}.`;
  const when = from === to ? `In ${from}` : `From ${from} to ${to}`;
  return `${when} ${line}${judged(outcome)}${ahead(settings, outcome.forecast)}`;
}

/** How soon sizes double and how sure that is, as the end of a sentence. */
function judged({ count, doubling: { value, low, high } }: SizesOutcome): string {
  if (count === 2) return ', with nothing left to judge it by.';
  const interval = between(lasting(low), lasting(high));
  if (typeof value === 'number')
    return ` and doubles in ${lasting(value)} (95 % interval: ${interval}).`;
  const isFlat = typeof low !== 'number';
  return `; 95 % interval${isFlat ? ': no growth at all' : ` of doubling: ${interval}`}.`;
}

/** How fast the line rises and, given the run before, what it did then, as a part of a sentence. */
export function rising({ growth, count, doubling }: SizesOutcome, before?: SizesOutcome): string {
  const [now, then] = [growth.value, before?.growth.value];
  if (typeof now !== 'number') return `no trend to draw: ${now.why}`;
  const rises = typeof doubling.value === 'number' ? 'rises' : 'falls';
  const line = `the line through ${number(count)} sets ${rises} ${factor(now)} a year`;
  if (typeof then !== 'number' || factor(now) === factor(then)) return line;
  return `${line} (${now > then ? 'up' : 'down'} from ${factor(then)})`;
}

function ahead({ until }: SizesSettings, { value, low, high }: Judged): string {
  if (typeof value !== 'number') return '';
  const isSure = typeof low === 'number' && typeof high === 'number';
  const bounds = isSure ? ` (${between(great(low), great(high))})` : '';
  return ` Carried on to the middle of ${until}, it stands at ${great(value)}${bounds}.`;
}

/** Every set on the chart as a row, its name leading to its source. */
export function tabulate({ from, to, sets }: SizesSettings, outcome: SizesOutcome): Rows {
  const without = sets === 'tokens' ? ', without those counted in words' : '';
  return {
    caption: `Sizes in billions of words or tokens, as the sources count. A name leads to its source. The trend is that of ${from} to ${to}${without}.`,
    head: ['Data set', 'Date', 'Billion', 'Counted in', 'Certainty'],
    rows: outcome.shown.map((set) => [
      { text: `${set.number}. ${set.name}`, href: set.source },
      set.date,
      plain(set.size / 1e9),
      `${set.unit}; ${set.content}`,
      set.certainty,
    ]),
  };
}
