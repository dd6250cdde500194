/** Numbers as a reader sees them. */
import { inOwnUnit } from '../contract/own-unit.ts';
import type { NumberParam } from '../contract/params.ts';
import type { Missing } from '../contract/values.ts';
import { LANGUAGE, NO_VALUE, POINTS, unitOfOne } from '#words/widgets/kit/words/language';

/** Significant figures of a number for which no measure says the decimals. */
const FIGURES = 4;

/** A number with so many decimals, thousands separated. */
export function number(value: number, digits = 0): string {
  return written(value, (whole) => whole + digits, digits);
}

/** A number in a few significant figures, for axes and tables where no measure says the decimals. */
export function plain(value: number, figures = FIGURES): string {
  return written(value, () => figures);
}

/**
 * As `Intl.NumberFormat` writes it in the language of the book, which would read its tables first: ten milliseconds in which a page stands still.
 * `keep` says how many digits stay when so many stand before the point; without `decimals` no zeros end the fraction.
 */
function written(value: number, keep: (whole: number) => number, decimals?: number): string {
  if (!Number.isFinite(value)) return String(value).replace('Infinity', '∞');
  // The digits of the shortest decimal that means this value: 1.005 is rounded up, though what is stored lies below it.
  const [all = '', exponent = ''] = Math.abs(value).toExponential().split('e');
  const point = Number(exponent) + 1;
  const kept = rounded(all.replace('.', ''), keep(point));
  const at = point + kept.carry;
  const whole = kept.digits.slice(0, Math.max(0, at)).padEnd(at, '0') || '0';
  const rest = '0'.repeat(Math.max(0, -at)) + kept.digits.slice(Math.max(0, at));
  const fraction =
    decimals === undefined
      ? rest.replace(/0+$/, '')
      : rest.slice(0, decimals).padEnd(decimals, '0');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, LANGUAGE.group);
  const text = `${grouped}${fraction && LANGUAGE.point}${fraction}`;
  // What is rounded to nothing has no sign.
  return value < 0 && /[1-9]/.test(text) ? `-${text}` : text;
}

/** The first digits, halves away from zero; `carry` is 1 when there is a digit more before them: 99.5 is 100. */
function rounded(digits: string, keep: number): { digits: string; carry: number } {
  const head = digits.slice(0, Math.max(0, keep));
  if (keep < 0 || (digits[keep] ?? '0') < '5') return { digits: head, carry: 0 };
  const raised = head.replace(/9+$/, '');
  if (raised === '') return { digits: '1', carry: 1 };
  return { digits: raised.slice(0, -1) + String(Number(raised.at(-1)) + 1), carry: 0 };
}

/** A number with all its digits and nothing between them, as a field holds it. */
export function exact(value: number | string): string {
  return String(value).replace('.', LANGUAGE.point);
}

const MANY = 10_000;

/** A control's value where it is read and not set: by its name, or with the thousands of many set apart. */
export function shown(value: number, param: Pick<NumberParam, 'names' | 'isShare'>): string {
  const isLong = value >= MANY && Number.isInteger(value);
  return param.names?.[value] ?? (isLong ? number(value) : exact(inOwnUnit(value, param)));
}

/** A control's value, as its axis and its table show it: a year has no comma. */
export function setting(
  value: number,
  param: Partial<Pick<NumberParam, 'isYear' | 'isShare'>> = {},
): string {
  return param.isYear === true ? String(value) : plain(inOwnUnit(value, param));
}

/** A quantity with its unit, never parted at a line's end: `17 ms`, `91 %`; shares (0 to 1) become per cent, and a difference of two points. */
export function quantity(
  value: number | null | Missing,
  how: {
    readonly digits: number;
    readonly unit?: string | undefined;
    readonly isDifference?: true | undefined;
    readonly figures?: number | undefined;
  },
): string {
  if (value === null || typeof value === 'object') return NO_VALUE;
  if (how.unit === 'share')
    return withUnit(number(value * 100, Math.max(0, how.digits)), how.isDifference ? POINTS : '%');
  const { digits, figures, unit } = how;
  return withUnit(number(figures ? Number(value.toPrecision(figures)) : value, digits), unit);
}

/** A number as it is written, and its unit; one of a thing is no plural, and money leads: `$1/hour`. */
export function withUnit(written: string, unit?: string): string {
  if (!unit) return written;
  if (unit.startsWith('$')) return `${written.replace(/^-?/, '$&$$')}${unit.slice(1)}`;
  const of = written === '1' ? unitOfOne(unit) : unit;
  return `${written}\u00a0${of}`;
}

/** A sentence in which no number is parted from its unit at a line's end. */
export function unbroken(sentence: string): string {
  return sentence.replace(/(\d) (?=(?:ms|s|%)(?![\p{L}\p{N}]))/gu, '$1\u00a0');
}
