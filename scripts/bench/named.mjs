// The parts of the bench by name: known before anything is installed.

/** In the order in which they run. */
export const PARTS = /** @type {const} */ ([
  'queue',
  'sweeps',
  'grades',
  'bank',
  'anchors',
  'weights',
  'pages',
]);
/** @typedef {(typeof PARTS)[number]} Part */
/** Those that run without being named: every item is proved anew only for who asks. */
const USUAL = ['queue', 'sweeps', 'grades', 'anchors', 'weights', 'pages'];
/** Those that look at the built book. */
const BUILT = ['weights', 'pages'];

/**
 * The parts that are asked for.
 * @param {readonly string[]} words
 */
export const partsOf = (words) =>
  PARTS.filter((part) => (words.length > 0 ? words : USUAL).includes(part));

/** @param {string} part */
export const needsBook = (part) => BUILT.includes(part);
