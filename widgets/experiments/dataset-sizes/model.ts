/** Sizes of language models' training data, and the trend through a chosen span of years. */
import type { Missing, Run } from '../../kit/contract/widget.ts';
import type { params, SizesSettings } from './params.ts';
import { readSets, type DataSet } from './sets.ts';
import { boundsAt, doubling, lineThrough, sizeAt, type Line } from './trend.ts';

/** A data set on the chart: within the span of the trend, or before or after it. */
export interface ShownDataSet extends DataSet {
  readonly when: 'before' | 'in' | 'after';
}

/** What is known of a span. Sizes in words or tokens, times in years, doubling in months. */
export interface SizesOutcome {
  readonly shown: readonly ShownDataSet[];
  readonly count: number;
  readonly line: Line | null;
  readonly growth: number | Missing;
  readonly growthLow: number | Missing;
  readonly growthHigh: number | Missing;
  readonly doubling: number | Missing;
  readonly doublingLow: number | Missing;
  readonly doublingHigh: number | Missing;
  readonly largest: number | Missing;
  readonly forecast: number | Missing;
  readonly forecastLow: number | Missing;
  readonly forecastHigh: number | Missing;
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
  const line = lineThrough(within);
  const sizes = within.map((set) => set.size);
  return {
    shown,
    count: within.length,
    line,
    largest: sizes.length > 0 ? Math.max(...sizes) : { why: noLine(settings, 0) },
    ...growthOf(line, settings, within.length),
    ...forecastOf(line, settings, within.length),
  };
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

const TWO = 'a line through two sets leaves nothing to judge it by';

type Growth = Pick<
  SizesOutcome,
  'growth' | 'growthLow' | 'growthHigh' | 'doubling' | 'doublingLow' | 'doublingHigh'
>;

function growthOf(line: Line | null, settings: SizesSettings, count: number): Growth {
  if (!line) {
    const none = { why: noLine(settings, count) };
    const [growth, growthLow, growthHigh] = [none, none, none];
    return { growth, growthLow, growthHigh, doubling: none, doublingLow: none, doublingHigh: none };
  }
  const { slope, give } = line;
  const months = (at: number, why: string): number | Missing => (at > 0 ? doubling(at) : { why });
  const known = {
    growth: Math.exp(slope),
    doubling: months(slope, 'sizes do not grow in this span'),
  };
  if (give === null) {
    const none = { why: TWO };
    return { ...known, growthLow: none, growthHigh: none, doublingLow: none, doublingHigh: none };
  }
  return {
    ...known,
    growthLow: Math.exp(slope - give),
    growthHigh: Math.exp(slope + give),
    doublingLow: months(slope + give, 'even the fastest growth in the interval is none'),
    doublingHigh: months(
      slope - give,
      'the interval reaches down to no growth: it may never double',
    ),
  };
}

type Forecast = Pick<SizesOutcome, 'forecast' | 'forecastLow' | 'forecastHigh'>;

/** The line in the middle of the year that it is carried on to. */
function forecastOf(line: Line | null, settings: SizesSettings, count: number): Forecast {
  const none = (why: string): Forecast => ({
    forecast: { why },
    forecastLow: { why },
    forecastHigh: { why },
  });
  if (!line) return none(noLine(settings, count));
  if (settings.until <= settings.to) return none('the line is not carried on beyond its span');
  const year = settings.until + 0.5;
  const bounds = boundsAt(line, year);
  const forecast = sizeAt(line, year);
  if (!bounds) return { ...none(TWO), forecast };
  return { forecast, forecastLow: bounds[0], forecastHigh: bounds[1] };
}

/** The run behind the widget. */
export const runDatasetSizes: Run<typeof params, SizesOutcome> = async (settings, show, env) => {
  await show(outcomeOf(settings, readSets(await env.readData('lm-sizes.tsv'))), 1);
};
