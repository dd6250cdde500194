/** What can be set about the chart: the span that the trend rests on, and how it is drawn. */
import type { Settings } from '../../kit/contract/params.ts';
import type { Preset } from '../../kit/contract/widget.ts';

/** The first year of the chart. */
export const FIRST_YEAR = 2013;
/** The last year of the chart. */
export const LAST_YEAR = 2026;
const YEARS = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, i) => FIRST_YEAR + i);
/** How many sets there are to look at. */
export const SETS = 24;

const year = {
  kind: 'number',
  place: 'first',
  min: FIRST_YEAR,
  max: LAST_YEAR,
  step: 1,
  whole: true,
  isYear: true,
  spreadAt: YEARS,
} as const;

/** The parameter table of `dataset-sizes`. */
export const params = {
  from: {
    ...year,
    label: 'First year',
    help: 'The trend rests on sets published from January of this year on.',
    after: 'reveal',
    default: FIRST_YEAR,
  },
  to: {
    ...year,
    label: 'Last year',
    help: 'It ends with December of this year. Later sets are hidden, unless the line is carried on to them.',
    default: 2018,
  },
  scale: {
    kind: 'choice',
    label: 'Vertical scale',
    help: 'Logarithmic: equal steps multiply. Linear: equal steps add.',
    place: 'first',
    after: 'reveal',
    options: [
      { value: 'log', label: 'logarithmic' },
      { value: 'linear', label: 'linear' },
    ],
    default: 'log',
  },
  until: {
    kind: 'number',
    label: 'Carry the line on to',
    help: 'A year after the last: the line goes on to it, dashed, and sets of the years between are shown in grey.',
    place: 'more',
    min: FIRST_YEAR,
    max: 2032,
    step: 1,
    whole: true,
    isYear: true,
    default: 2018,
    spreadAt: [],
  },
  sets: {
    kind: 'choice',
    label: 'Which sets',
    help: 'Words and tokens are not the same unit, and pictures are not text.',
    place: 'more',
    options: [
      { value: 'all', label: 'all' },
      { value: 'text', label: 'without images and video' },
      { value: 'tokens', label: 'counted in tokens' },
    ],
    default: 'all',
  },
  point: {
    kind: 'number',
    label: 'Look closer at set',
    help: 'The sets in the order of their dates, one by one; 0 for none. The table has them all.',
    place: 'more',
    min: 0,
    max: SETS,
    step: 1,
    whole: true,
    default: 0,
    spreadAt: [],
  },
} as const;

/** Settings of one run. */
export type SizesSettings = Settings<typeof params>;

/** The situations that the text talks about. */
export const presets: readonly Preset[] = [
  { id: 'all', label: 'All years', settings: { from: 2013, to: 2026, until: 2026 } },
  { id: 'leap', label: 'The leap, 2018 to 2020', settings: { from: 2018, to: 2020, until: 2026 } },
  { id: 'since', label: 'Since 2024', settings: { from: 2024, to: 2026, until: 2026 } },
  {
    id: 'forecast',
    label: '2028, from all years',
    settings: { from: 2013, to: 2026, until: 2028 },
  },
];
