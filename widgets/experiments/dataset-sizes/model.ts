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
type Growth = Figures<'growth' | 'growthLow' | 'growthHigh'>;
type Doubling = Figures<'doubling' | 'doublingLow' | 'doublingHigh'>;
type Forecast = Figures<'forecast' | 'forecastLow' | 'forecastHigh'>;

/** What is known of a span. Sizes in words or tokens, times in years, doubling in months. */
export interface SizesOutcome extends Growth, Doubling, Forecast, Figures<'largest'> {
  readonly shown: readonly ShownDataSet[];
  readonly count: number;
  readonly line: Line | null;
}

const COUNTED: Readonly<Record<string, (set: DataSet) => boolean>> = {
  all: () => true,
  text: (set) => set.kind !== 'mixed',
  tokens: (set) => set.kind !== 'words',
};

/** The chart and the trend of these settings. */
export function outcomeOf(settings: SizesSettings, sets: readonly DataSet[]): SizesOutcome {
  const { from, to, until } = settings;
  const end = Math.max(to, until) + 1;
  const shown = sets
    .filter((set) => COUNTED[settings.sets]?.(set) && set.year < end)
    .map((set): ShownDataSet => ({ ...set, when: whenOf(set, from, to) }));
  const within = shown.filter((set) => set.when === 'in');
  const count = within.length;
  const line = lineThrough(within);
  const none = { why: noLine(settings, count) };
  const largest = count > 0 ? Math.max(...within.map((set) => set.size)) : none;
  const forecast = forecastOf(line ?? none, settings);
  return { shown, count, line, largest, ...growthOf(line ?? none), ...forecast };
}

function whenOf(set: DataSet, from: number, to: number): ShownDataSet['when'] {
  if (set.year >= to + 1) return 'after';
  return set.year < from ? 'before' : 'in';
}

/** Why there is no line. */
function noLine({ from, to }: SizesSettings, count: number): string {
  if (from > to) return 'the first year is after the last';
  if (count === 0) return 'no data set lies in this span';
  return count === 1 ? 'one data set makes no trend' : 'all sets have the same date';
}

const TWO: Missing = { why: 'a line through two sets leaves nothing to judge it by' };

/** Growth and doubling on the line, and at both ends of the interval of its slope. */
function growthOf(line: Line | Missing): Growth & Doubling {
  const [slope, low, high] =
    'why' in line
      ? [line, line, line]
      : line.give === null
        ? [line.slope, TWO, TWO]
        : [line.slope, line.slope - line.give, line.slope + line.give];
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
function forecastOf(line: Line | Missing, { to, until }: SizesSettings): Forecast {
  if ('why' in line || until <= to) {
    const none = 'why' in line ? line : { why: 'the line is not carried on beyond its span' };
    return { forecast: none, forecastLow: none, forecastHigh: none };
  }
  const year = until + 0.5;
  const [low, high] = boundsAt(line, year) ?? [TWO, TWO];
  return { forecast: sizeAt(line, year), forecastLow: low, forecastHigh: high };
}

/** The run behind the widget. */
export const runDatasetSizes: Run<typeof params, SizesOutcome> = async (settings, show, env) => {
  await show(outcomeOf(settings, readSets(await env.readData('lm-sizes.tsv'))), 1);
};
