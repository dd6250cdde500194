/** The experiment on the sizes of data sets, put together. */
import type { Measure, Missing, Widget } from '#kit/contract';
import { ifKnown, measure, preset } from '#kit/contract';
import { draw, edit } from './figure.ts';
import type { Judged, SizesOutcome } from './model.ts';
import { params } from './params.ts';
import { say, tabulate } from './say.ts';

const FACTOR = { digits: 2 } as const;
const MONTHS = { unit: 'months', digits: 1 } as const;
const BILLION = { unit: 'billion', figures: 3 } as const;

const by = (unit: number, size: number | Missing) => ifKnown(size, (count) => count / unit);
const carriedOn = (label: string, end: keyof Judged): Measure<SizesOutcome> =>
  measure(label, (o) => by(1e12, o.forecast[end]), { unit: 'trillion', figures: 3 });

/** The widget `dataset-sizes`: facts only. */
export const datasetSizes: Widget<typeof params, SizesOutcome> = {
  tag: 'dataset-sizes',
  version: 2,
  title: 'How large data sets became',
  params,
  presets: [
    preset('all', 'All years', { from: 2013, to: 2026, until: 2026 }),
    preset('leap', 'The leap, 2018 to 2020', { from: 2018, to: 2020, until: 2026 }),
    preset('since', 'Since 2024', { from: 2024, to: 2026, until: 2026 }),
    preset('forecast', '2028, from all years', { from: 2013, to: 2026, until: 2028 }),
  ],
  runner: 'sim/dataset-sizes',
  spreadMeasure: 'growthPerYear',
  measures: {
    growthPerYear: measure('Growth factor a year', (o) => o.growth.value, FACTOR),
    doublingMonths: measure('Doubling time', (o) => o.doubling.value, MONTHS),
    doublingLow: measure('Shortest doubling time', (o) => o.doubling.low, MONTHS),
    doublingHigh: measure('Longest doubling time', (o) => o.doubling.high, MONTHS),
    points: measure('Sets in the trend', (o) => o.count),
    growthLow: measure('Least growth a year', (o) => o.growth.low, FACTOR),
    growthHigh: measure('Most growth a year', (o) => o.growth.high, FACTOR),
    largest: measure('Largest set, in words or tokens', (o) => by(1e9, o.largest), BILLION),
    forecast: carriedOn('The line carried on', 'value'),
    forecastLow: carriedOn('The line carried on, at least', 'low'),
    forecastHigh: carriedOn('The line carried on, at most', 'high'),
  },
  timeline: {
    kind: 'moments',
    glides: true,
    count: ({ span: [from, to] }) => Math.max(1, to - from + 1),
    label: ({ span: [from] }, moment) => String(from + moment),
    seconds: ({ span: [from, to] }) => to - from + 1,
    played: async () => (await import('./played.ts')).played,
  },
  edit,
  draw,
  say,
  tabulate,
};
