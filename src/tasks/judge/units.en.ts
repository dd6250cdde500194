/** Numbers and units as readers of this language write them. */

/** Before decimals; as in `language.en.ts`, which comes with the code of experiments. */
export const POINT: '.' | ',' = '.';

/** Milliseconds in each unit of time that a reader may write. */
export const TIMES: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  ms: 1,
  msec: 1,
  millisecond: 1,
  s: 1e3,
  sec: 1e3,
  second: 1e3,
  min: 6e4,
  minute: 6e4,
  h: 3.6e6,
  hour: 3.6e6,
};
/** What the words for large numbers stand for. */
export const GREAT: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
};
/** What may stand before a number and says nothing. */
export const ABOUT = /^\s*(?:about|~|≈|≤|=)?\s*\$?\s*/;
/** Where it stands, a number is one of per cent. */
export const PER_CENT = /%|per ?cent/i;

/** `requests per second`, `requests a second` and `Requests/s` are one unit. */
export function normal(unit: string): string {
  return unit
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/percent|per cent/g, '%')
    .replace(/\s*(?:\bper\b|\ba\b|\/)\s*/g, '/')
    .replace(/^times$|^×$/, 'x')
    .replace(/\/sec(?:ond)?s?$/, '/s')
    .replace(/([a-z]{3,})s\b/g, '$1')
    .trim();
}
