/** The language of these words, and how it writes numbers. */
export const LANGUAGE = {
  /** Its tag, as in `lang`. */
  tag: 'en',
  /** Between thousands. */
  group: ',',
  /** Before decimals. */
  point: '.',
} as const;

/** Where a run has no number. */
export const NO_VALUE = 'no value';

/** What lies between two shares: 3 points from 5 % to 8 %. */
export const POINTS = 'points';

/** The unit of a single thing: `requests/s` as in `1 request/s`, `searches` as in `1 search`. */
export const unitOfOne = (unit: string): string =>
  unit.replace(/^(?:([a-z]+(?:ch|sh|x))es|([a-z]{3,})s)(?=$|\/)/, '$1$2');

/** What tells another run in a figure apart from the present one, in full and short. */
export const GHOST_KEY = {
  before: ['grey: the run before', 'grey: before'],
  pinned: ['blue: the pinned run', 'blue: pinned'],
} as const;
