/** Numbers as a reader sees them. */
import type { Missing } from '../contract/widget.ts';

const LANGUAGE = 'en';
const cache = new Map<number, Intl.NumberFormat>();
let significant: Intl.NumberFormat | undefined;

/** A number with so many decimals, thousands separated. */
export function number(value: number, digits = 0): string {
  let format = cache.get(digits);
  if (!format) {
    format = new Intl.NumberFormat(LANGUAGE, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    cache.set(digits, format);
  }
  return format.format(value);
}

/** A number in a few significant figures, for axes and tables where no measure says the decimals. */
export function plain(value: number): string {
  // To make one takes longer than to use it a hundred times.
  significant ??= new Intl.NumberFormat(LANGUAGE, { maximumSignificantDigits: 4 });
  return significant.format(value);
}

/** A control's value, as its axis and its table show it: a year has no comma. */
export function setting(value: number, param: object | undefined): string {
  return param && 'isYear' in param && param.isYear === true ? String(value) : plain(value);
}

/** A quantity with its unit, never parted at a line's end: `17 ms`, `91 %`; shares (0 to 1) become per cent. */
export function quantity(
  value: number | null | Missing,
  how: { readonly digits: number; readonly unit?: string | undefined },
): string {
  if (value === null || typeof value === 'object') return 'no value';
  if (how.unit === 'share') return `${number(value * 100, Math.max(0, how.digits))}\u00a0%`;
  return withUnit(number(value, how.digits), how.unit);
}

/** A number as it is written, and its unit; one of a thing is no plural, and money leads: `$1/hour`. */
export function withUnit(written: string, unit?: string): string {
  if (!unit) return written;
  if (unit.startsWith('$')) return `$${written}${unit.slice(1)}`;
  const of = written === '1' ? unit.replace(/^([a-z]{3,})s(?=$|\/)/, '$1') : unit;
  return `${written}\u00a0${of}`;
}

/** A sentence in which no number is parted from its unit at a line's end. */
export function unbroken(sentence: string): string {
  return sentence.replace(/(\d) (?=(?:ms|s|%)(?![\p{L}\p{N}]))/gu, '$1\u00a0');
}
