/** Sizes of language models' training data, and the trend through a chosen span of years. */
import { ifKnown } from '../../kit/contract/shorthand.ts';
import type { Missing, Run } from '../../kit/contract/widget.ts';
import type { params, SizesSettings } from './params.ts';
import { readSets, type DataSet } from './sets.ts';
import { boundsAt, doubling, lineThrough, sizeAt, type Line } from './trend.ts';

/** A data set on the chart: within the span of the trend, or before or after it. */
export interface ShownDataSet extends DataSet {
  readonly when: 'before' | 'in' | 'after';
}

type Figures<Names extends string> = Readonly<Record<Names, number | Missing>>;
type Bounded<Name extends string> = Figures<Name | `${Name}Low` | `${Name}High`>;

/** What is known of a span. Sizes in words or tokens, times in years, doubling in months. */
export interface SizesOutcome
  extends Bounded<'growth'>, Bounded<'doubling'>, Bounded<'forecast'>, Figures<'largest'> {
  readonly shown: readonly ShownDataSet[];
  readonly count: number;
  readonly line: Line | null;
}

/** The chart and the trend of these settings. */
export function outcomeOf(settings: SizesSettings, sets: readonly DataSet[]): SizesOutcome {
  const { from, to, until } = settings;
  const end = Math.max(to, until) + 1;
  const whenOf = ({ year }: DataSet): ShownDataSet['when'] =>
    year >= to + 1 ? 'after' : year < from ? 'before' : 'in';
  const shown = sets
    .filter((set) => isWanted(set, settings) && set.year < end)
    .map((set) => ({ ...set, when: whenOf(set) }));
  const within = shown.filter(({ when }) => when === 'in');
  const count = within.length;
  const line = lineThrough(within);
  const none = { why: noLine(settings, count) };
  const largest = count > 0 ? Math.max(...within.map(({ size }) => size)) : none;
  const forecast = forecastOf(line ?? none, settings);
  return { shown, count, line, largest, ...growthOf(line ?? none), ...forecast };
}

function isWanted({ kind }: DataSet, { sets }: SizesSettings): boolean {
  if (sets === 'text') return kind !== 'mixed';
  return sets === 'all' || kind !== 'words';
}

/** Why there is no line. */
function noLine({ from, to }: SizesSettings, count: number): string {
  if (from > to) return 'the first year is after the last';
  if (count === 0) return 'no data set lies in this span';
  return count === 1 ? 'one data set makes no trend' : 'all sets have the same date';
}

const TWO: Missing = { why: 'a line through two sets leaves nothing to judge it by' };

/** Growth and doubling on the line, and at both ends of the interval of its slope. */
function growthOf(line: Line | Missing): Bounded<'growth'> & Bounded<'doubling'> {
  const [slope, give] = 'why' in line ? [line, line] : [line.slope, line.give ?? TWO];
  const end = (sign: 1 | -1): number | Missing =>
    ifKnown(slope, (rise) => ifKnown(give, (half) => rise + sign * half));
  const [low, high] = [end(-1), end(1)];
  const months = (of: number | Missing, why: string): number | Missing =>
    ifKnown(of, (at) => (at > 0 ? doubling(at) : { why }));
  return {
    growth: ifKnown(slope, Math.exp),
    growthLow: ifKnown(low, Math.exp),
    growthHigh: ifKnown(high, Math.exp),
    doubling: months(slope, 'sizes do not grow in this span'),
    doublingLow: months(high, 'even the fastest growth in the interval is none'),
    doublingHigh: months(low, 'the interval reaches down to no growth: it may never double'),
  };
}

/** The line in the middle of the year that it is carried on to. */
function forecastOf(line: Line | Missing, { to, until }: SizesSettings): Bounded<'forecast'> {
  const isCarried = 'why' in line || until > to;
  const carried = isCarried ? line : { why: 'the line is not carried on beyond its span' };
  if ('why' in carried) return { forecast: carried, forecastLow: carried, forecastHigh: carried };
  const year = until + 0.5;
  const [forecastLow, forecastHigh] = boundsAt(carried, year) ?? [TWO, TWO];
  return { forecast: sizeAt(carried, year), forecastLow, forecastHigh };
}

/** The run behind the widget. */
export const runDatasetSizes: Run<typeof params, SizesOutcome> = async (settings, show, env) => {
  await show(outcomeOf(settings, readSets(await env.readData('lm-sizes.tsv'))), 1);
};
