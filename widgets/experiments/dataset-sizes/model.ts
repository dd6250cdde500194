/** Sizes of language models' training data, and the trend through a chosen span of years. */
import { max } from 'd3-array';
import type { Missing, Run, SeenRun } from '#kit/contract';
import { ifKnown } from '#kit/contract';
import type { Line } from '#kit/numbers';
import { boundsAt, heightAt, lineThrough } from '#kit/numbers';
import type { params, SizesSettings } from './params.ts';
import { readSets, type DataSet } from './sets.ts';

/** A data set on the chart, and whether the trend rests on it. */
export interface ShownDataSet extends DataSet {
  readonly isIn: boolean;
}

/** A figure read off the line and the ends of its 95 % interval, or why they mean nothing. */
export type Judged = Readonly<Record<'value' | 'low' | 'high', number | Missing>>;

/** What a line says: growth as a factor a year, doubling in months, the size in the middle of the year it is carried on to. */
export type Reading = Readonly<Record<'growth' | 'doubling' | 'forecast', Judged>>;

/** What is known of a span. Sizes in words or tokens, times in years. */
export interface SizesOutcome extends Reading {
  readonly span: readonly [from: number, to: number];
  readonly shown: readonly ShownDataSet[];
  readonly count: number;
  readonly largest: number | Missing;
  /** Through the years and the natural logarithms of the sizes. */
  readonly line: Line | null;
}

/** A run as it is drawn. */
export type Known = SeenRun<SizesSettings, SizesOutcome>;

/** Kinds that each choice of sets leaves out. */
const LEFT_OUT = { all: null, text: 'mixed', tokens: 'words' } as const;

/** The chart and the trend of these settings. */
export function outcomeOf(settings: SizesSettings, sets: readonly DataSet[]): SizesOutcome {
  const { from, to, until } = settings;
  const shown = sets
    .filter(({ kind, year }) => kind !== LEFT_OUT[settings.sets] && year < Math.max(to, until) + 1)
    .map((set) => ({ ...set, isIn: set.year >= from && set.year < to + 1 }));
  const within = shown.filter(({ isIn }) => isIn);
  const count = within.length;
  const line = lineThrough(within.map(({ year, size }) => [year, Math.log(size)]));
  const none = { why: noLine(settings, count) };
  const largest = max(within, ({ size }) => size) ?? none;
  return { span: [from, to], shown, count, largest, line, ...readOff(line ?? none, settings) };
}

/** Why there is no line. */
function noLine({ from, to }: SizesSettings, count: number): string {
  if (from > to) return 'the first year is after the last';
  if (count === 0) return 'no data set lies in this span';
  return count === 1 ? 'one data set makes no trend' : 'all sets have the same date';
}

const TWO: Missing = { why: 'a line through two sets leaves nothing to judge it by' };
const none = (why: Missing): Judged => ({ value: why, low: why, high: why });

/** Growth, doubling and forecast on a line, or why there is no line to read them off. */
export function readOff(line: Line | Missing, { to, until }: SizesSettings): Reading {
  if ('why' in line) return { growth: none(line), doubling: none(line), forecast: none(line) };
  const { slope, give } = line;
  const year = until + 0.5;
  const [low, high] = give === null ? [TWO, TWO] : [slope - give, slope + give];
  const [least, most] = boundsAt(line, year) ?? [TWO, TWO];
  const exp = (of: number | Missing): number | Missing => ifKnown(of, Math.exp);
  const months = (rise: number | Missing, why: string): number | Missing =>
    ifKnown(rise, (a) => (a > 0 ? (12 * Math.LN2) / a : { why }));
  return {
    growth: { value: exp(slope), low: exp(low), high: exp(high) },
    doubling: {
      value: months(slope, 'sizes do not grow in this span'),
      low: months(high, 'even the fastest growth in the interval is none'),
      high: months(low, 'the interval reaches down to no growth: it may never double'),
    },
    forecast:
      until > to
        ? { value: exp(heightAt(line, year)), low: exp(least), high: exp(most) }
        : none({ why: 'the line is not carried on beyond its span' }),
  };
}

/** The run behind the widget. */
export const runDatasetSizes: Run<typeof params, SizesOutcome> = async (settings, show, env) => {
  await show(outcomeOf(settings, readSets(await env.readData('lm-sizes.tsv'))), 1);
};
