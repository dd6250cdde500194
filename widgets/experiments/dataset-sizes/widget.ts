/** The experiment on the sizes of data sets, put together. */
import type { Missing, Widget } from '../../kit/contract/widget.ts';
import { draw } from './figure.ts';
import type { SizesOutcome } from './model.ts';
import { params, presets } from './params.ts';
import { say, tabulate } from './say.ts';

const MONTHS = { unit: 'months', digits: 1 } as const;
const TRILLION = { unit: 'trillion', digits: 0 } as const;

/** A size counted in a larger unit. */
const counted = (size: number | Missing, unit: number): number | Missing =>
  typeof size === 'number' ? size / unit : size;

/** The widget `dataset-sizes`: facts only. */
export const datasetSizes: Widget<typeof params, SizesOutcome> = {
  tag: 'dataset-sizes',
  version: 1,
  title: 'How large data sets became',
  params,
  presets,
  runner: 'sim/dataset-sizes',
  spreadMeasure: 'growthPerYear',
  measures: {
    growthPerYear: { label: 'Growth factor a year', digits: 2, of: (o) => o.growth },
    doublingMonths: { label: 'Doubling time', ...MONTHS, of: (o) => o.doubling },
    doublingLow: { label: 'Shortest doubling time', ...MONTHS, of: (o) => o.doublingLow },
    doublingHigh: { label: 'Longest doubling time', ...MONTHS, of: (o) => o.doublingHigh },
    points: { label: 'Sets in the trend', digits: 0, of: (o) => o.count },
    growthLow: { label: 'Least growth a year', digits: 2, of: (o) => o.growthLow },
    growthHigh: { label: 'Most growth a year', digits: 2, of: (o) => o.growthHigh },
    largest: {
      label: 'Largest set, in words or tokens',
      unit: 'billion',
      digits: 0,
      of: (o) => counted(o.largest, 1e9),
    },
    forecast: { label: 'The line carried on', ...TRILLION, of: (o) => counted(o.forecast, 1e12) },
    forecastLow: {
      label: 'The line carried on, at least',
      ...TRILLION,
      of: (o) => counted(o.forecastLow, 1e12),
    },
    forecastHigh: {
      label: 'The line carried on, at most',
      ...TRILLION,
      of: (o) => counted(o.forecastHigh, 1e12),
    },
  },
  draw,
  say,
  tabulate,
};
