/** Sizes of language models' training data, and the trend through a chosen span of years. */
import { max } from 'd3-array';
import type { Missing, Run, SeenRun } from '#kit/contract';
import { ifKnown } from '#kit/contract';
import type { Line } from '#kit/numbers';
import { boundsAt, heightAt, lineThrough } from '#kit/numbers';
import type { params, SizesSettings } from './params.ts';
import { readSets, type DataSet } from './sets.ts';

/** A figure read off the line and the ends of its 95 % interval, or why they mean nothing. */
export type Judged = Readonly<Record<'value' | 'low' | 'high', number | Missing>>;

/** Kinds that each choice of sets leaves out. */
const LEFT_OUT = { all: null, text: 'mixed', tokens: 'words' } as const;

/** What is known of a span: the sets on the chart, those in it, and a line through their years and the natural logarithms of their sizes. */
export function outcomeOf(settings: SizesSettings, sets: readonly DataSet[]) {
  const { from, to, until } = settings;
  const shown = sets
    .filter(({ kind, year }) => kind !== LEFT_OUT[settings.sets] && year < Math.max(to, until) + 1)
    .map((set) => ({ ...set, isIn: set.year >= from && set.year < to + 1 }));
  const within = shown.filter(({ isIn }) => isIn);
  const count = within.length;
  const line = lineThrough(within.map(({ year, size }) => [year, Math.log(size)]));
  const none = { why: noLine(settings, count) };
  const largest = max(within, ({ size }) => size) ?? none;
  const span = [from, to] as const;
  return { span, shown, count, largest, line, ...readOff(line ?? none, settings) };
}
export type SizesOutcome = ReturnType<typeof outcomeOf>;

/** A run as it is drawn. */
export type Known = SeenRun<SizesSettings, SizesOutcome>;

function noLine({ from, to }: SizesSettings, count: number): string {
  if (from > to) return 'the first year is after the last';
  if (count === 0) return 'no data set lies in this span';
  return count === 1 ? 'one data set makes no trend' : 'all sets have the same date';
}

const TWO: Missing = { why: 'a line through two sets leaves nothing to judge it by' };
const none = (why: Missing): Judged => ({ value: why, low: why, high: why });

/** What a line says, or why there is none: growth as a factor a year, doubling in months, the size in the middle of the year it is carried on to. */
export function readOff(line: Line | Missing, { to, until }: SizesSettings) {
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
