/** The experiment on the sizes of data sets, put together. */
import { ifKnown, measure, preset } from '../../kit/contract/shorthand.ts';
import type { Measure, Widget } from '../../kit/contract/widget.ts';
import { draw } from './figure.ts';
import type { SizesOutcome } from './model.ts';
import { params } from './params.ts';
import { say, tabulate } from './say.ts';

const FACTOR = { digits: 2 } as const;
const MONTHS = { unit: 'months', digits: 1 } as const;
const BILLION = { unit: 'billion', size: 1e9 } as const;
const TRILLION = { unit: 'trillion', size: 1e12 } as const;

/** A size counted in a larger unit. */
function sized(
  label: string,
  of: Measure<SizesOutcome>['of'],
  { unit, size }: typeof BILLION | typeof TRILLION,
): Measure<SizesOutcome> {
  return measure(label, (o) => ifKnown(of(o), (count) => count / size), { unit, figures: 3 });
}

/** The widget `dataset-sizes`: facts only. */
export const datasetSizes: Widget<typeof params, SizesOutcome> = {
  tag: 'dataset-sizes',
  version: 1,
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
    growthPerYear: measure('Growth factor a year', (o) => o.growth, FACTOR),
    doublingMonths: measure('Doubling time', (o) => o.doubling, MONTHS),
    doublingLow: measure('Shortest doubling time', (o) => o.doublingLow, MONTHS),
    doublingHigh: measure('Longest doubling time', (o) => o.doublingHigh, MONTHS),
    points: measure('Sets in the trend', (o) => o.count),
    growthLow: measure('Least growth a year', (o) => o.growthLow, FACTOR),
    growthHigh: measure('Most growth a year', (o) => o.growthHigh, FACTOR),
    largest: sized('Largest set, in words or tokens', (o) => o.largest, BILLION),
    forecast: sized('The line carried on', (o) => o.forecast, TRILLION),
    forecastLow: sized('The line carried on, at least', (o) => o.forecastLow, TRILLION),
    forecastHigh: sized('The line carried on, at most', (o) => o.forecastHigh, TRILLION),
  },
  draw,
  say,
  tabulate,
};
