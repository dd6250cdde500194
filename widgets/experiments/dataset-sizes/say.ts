/** The trend in words: the takeaway, what changed, and every data set as a row. */
import { number, plain } from '../../kit/draw/format.ts';
import type { Missing, Rows } from '../../kit/contract/widget.ts';
import type { SizesOutcome } from './model.ts';
import type { SizesSettings } from './params.ts';
import type { DataSet } from './sets.ts';

const GREAT = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
] as const;

/** A count in three figures and words: 499 billion, 10,000 trillion, 610 million trillion. */
export function great(count: number): string {
  if (count < 1e6) return 'under a million';
  if (count >= 9.995e17) return `${great(count / 1e12)} trillion`;
  const [unit, word] = GREAT.find(([least]) => count >= least * 0.9995) ?? [1e6, 'million'];
  return `${figures(count / unit)} ${word}`;
}

/** Two sizes of an interval; a unit that both share is said once: 210 to 1,400 trillion. */
function between(low: number, high: number): string {
  const [first, second] = [great(low), great(high)];
  const [number = '', unit = '', ...more] = first.split(' ');
  const shared = more.length === 0 && new RegExp(`^[\\d.,]+ ${unit}$`).test(second);
  return `${shared ? number : first} to ${second}`;
}

/** Three significant figures: 28.7, 2.85, 0.98. */
function figures(value: number): string {
  if (value >= 99.95) return number(Number(value.toPrecision(3)));
  return number(value, value >= 9.995 ? 1 : 2).replace(/\.?0+$/, '');
}

/** Growth as a factor: ×2.85, or under ×0.01 where its figures would be noughts. */
export function factor(growth: number): string {
  return growth < 0.005 ? 'under ×0.01' : `×${figures(growth)}`;
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** A date as it is read: 28 May 2020. */
export function day(date: string): string {
  const [year = '', month = '', one = ''] = date.split('-');
  return `${Number(one)} ${MONTHS[Number(month) - 1] ?? ''} ${year}`;
}

/** Everything that is known of a data set, in one line. */
export function described(set: DataSet): string {
  const { name, content, certainty } = set;
  const size = `${great(set.size)} ${set.unit.replace(' (estimate)', '')}`;
  return `${name}, ${day(set.date)}: ${size}; ${content}; ${certainty.replaceAll('->', '→')}.`;
}

/** A time in months, or in years when it is long; where sizes do not grow, they never double. */
function lasting(months: number | Missing): string {
  if (typeof months !== 'number') return 'never';
  if (months >= 1200) return 'over a century';
  if (months >= 36) return `${number(months / 12)} years`;
  return `${number(months, months < 9.95 ? 1 : 0)} months`;
}

/** The takeaway and, given the run before, what changed. */
export function say(settings: SizesSettings, outcome: SizesOutcome, before?: SizesOutcome): string {
  const closer = outcome.shown.find((set) => set.number === settings.point);
  if (closer) return described(closer);
  return trend(settings, outcome, moved(outcome, before)) + ahead(settings, outcome);
}

function moved({ growth: now }: SizesOutcome, before?: SizesOutcome): string | undefined {
  const was = before?.growth;
  if (typeof now !== 'number' || typeof was !== 'number') return undefined;
  if (figures(now) === figures(was)) return undefined;
  return `${factor(now)} a year, was ${factor(was).replace(/^×/, '')}`;
}

/** The line in one sentence; `told` begins it where the growth has been said already. */
function trend({ from, to }: SizesSettings, outcome: SizesOutcome, told?: string): string {
  const { growth, count, doubling } = outcome;
  if (typeof growth !== 'number') return `There is no trend to draw: ${growth.why}.`;
  const span = from === to ? `in ${from}` : `from ${from} to ${to}`;
  const line = `the line through ${number(count)} sets`;
  const rises = typeof doubling === 'number' ? 'rises' : 'falls';
  const what = told
    ? `${told}: ${span} ${line}`
    : `${span.replace(/^./, (first) => first.toUpperCase())} ${line} ${rises} ${factor(growth)} a year`;
  if (count === 2) return `${what}${told ? ' has' : ', with'} nothing left to judge it by.`;
  if (rises === 'falls')
    return `${what}${told ? ' falls' : ''} (${range(outcome, ' of doubling')}).`;
  return `${what}${told ? '' : ' and'} doubles in ${lasting(doubling)} (${range(outcome)}).`;
}

function range({ doublingLow, doublingHigh }: SizesOutcome, of = ''): string {
  const [low, high] = [lasting(doublingLow), lasting(doublingHigh)];
  if (low === high) return '95 % interval: no growth at all';
  const short = high.endsWith(' months') ? low.replace(' months', '') : low;
  return `95 % interval${of}: ${short} to ${high}`;
}

function ahead({ until }: SizesSettings, outcome: SizesOutcome): string {
  const { forecast, forecastLow: low, forecastHigh: high } = outcome;
  if (typeof forecast !== 'number') return '';
  const bounds =
    typeof low === 'number' && typeof high === 'number' ? ` (${between(low, high)})` : '';
  return ` Carried on to the middle of ${until}, it stands at ${great(forecast)}${bounds}.`;
}

/** Every set on the chart as a row, its name leading to its source. */
export function tabulate(_: SizesSettings, outcome: SizesOutcome): Rows {
  return {
    caption:
      'Sizes in billions of words or tokens, as the sources count. A name leads to its source.',
    head: ['Data set', 'Date', 'Billion', 'In the trend', 'Counted in', 'Content', 'Certainty'],
    rows: outcome.shown.map((set) => [
      { text: `${set.number}. ${set.name}`, href: set.source },
      set.date,
      plain(set.size / 1e9),
      set.when === 'in' ? 'yes' : 'no',
      set.unit,
      set.content,
      set.certainty.replaceAll('->', '→'),
    ]),
  };
}
