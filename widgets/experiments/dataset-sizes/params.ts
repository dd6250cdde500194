/** What can be set about the chart: the span that the trend rests on, and how it is drawn. */
import { range } from 'd3-array';
import type { Settings } from '#kit/contract';
import { choice, first, more, revealed, whole } from '#kit/contract';

/** The first and the last year of the chart. */
export const FIRST_YEAR = 2013;
export const LAST_YEAR = 2026;
/** How many sets there are to look at. */
export const SETS = 24;

const year = {
  ...whole({ min: FIRST_YEAR, max: LAST_YEAR, default: 2018 }),
  isYear: true,
  spreadAt: range(FIRST_YEAR, LAST_YEAR + 1),
} as const;

/** The parameter table of `dataset-sizes`. */
export const params = {
  from: {
    ...revealed('First year'),
    help: 'The trend rests on sets published from January of this year on.',
    ...year,
    default: FIRST_YEAR,
  },
  to: {
    ...first('Last year'),
    help: 'It ends with December of this year. Later sets are hidden, unless the line is carried on to them.',
    ...year,
  },
  scale: {
    ...revealed('Vertical scale'),
    help: 'Logarithmic: equal steps multiply. Linear: equal steps add.',
    ...choice({ log: 'logarithmic', linear: 'linear' }),
  },
  until: {
    ...more('Carry the line on to'),
    help: 'A year after the last: the line goes on to it, dashed, and sets of the years between are shown in grey.',
    ...whole({ min: FIRST_YEAR, max: 2032, default: 2018, spreadAt: [] }),
    isYear: true,
  },
  sets: {
    ...more('Which sets'),
    help: 'Words and tokens are not the same unit, and pictures are not text.',
    ...choice({ all: 'all', text: 'without images and video', tokens: 'counted in tokens' }),
  },
  point: {
    ...more('Look closer at set'),
    help: 'The sets in the order of their dates, one by one; 0 for none. The table has them all.',
    ...whole({ min: 0, max: SETS, default: 0, spreadAt: [] }),
  },
} as const;

/** Settings of one run. */
export type SizesSettings = Settings<typeof params>;
