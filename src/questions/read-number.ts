/** Reads a number as people type it, in the unit that was asked for. */
import { VERDICTS } from './words.ts';

/** Milliseconds in each unit of time that a reader may write. */
const TIMES: Readonly<Record<string, number>> = {
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
const NUMBER = /^([+-]?(?:\d[\d,. ]*|\.\d+)(?:e[+-]?\d+)?)\s*(.*)$/i;

/** The number, or a sentence that tells the reader what to write instead. */
export type Read = { readonly value: number } | { readonly problem: string };

/** Reads a typed answer: `76`, `76 ms`, `0.076 s` where ms are asked, `1,234`, `−5`, `40 %`. */
export function readNumber(typed: string, unit?: string): Read {
  const text = typed
    .replace(/[\u00a0\u2009\u202f]/g, ' ')
    .replace(/\u2212/g, '-')
    .replace(/[µμ]/g, 'u')
    .replace(/^\s*(?:about|~|≈|≤|=)?\s*\$?\s*/, '')
    .trim();
  if (text === '') return { problem: VERDICTS.empty };
  const [, digits, rest] = NUMBER.exec(text) ?? [];
  if (digits === undefined || rest === undefined) {
    return { problem: VERDICTS.notNumber(typed.trim()) };
  }
  const plain = readDigits(digits.trim());
  if ('problem' in plain) return plain;
  return inUnit(plain.value, rest.trim(), unit);
}

function readDigits(digits: string): Read {
  const [mantissa = '', ...power] = digits.split(/(?=e)/i);
  const closed = mantissa.trim().replace(/[.,]$/, '');
  // 1,234 and 1 234.5 group thousands; any other comma is a decimal comma or a slip, and guessing would grade a guess.
  const grouped = /^[+-]?[1-9]\d{0,2}(?:([, ])\d{3})(?:\1\d{3})*(?:\.\d+)?$/.test(closed);
  if (!grouped && closed.includes(',')) {
    const point = closed.replace(/[. ]/g, '').replace(/,/g, '.');
    if (Number.isFinite(Number(point))) return { problem: VERDICTS.comma(point) };
  }
  const value = Number((grouped ? closed.replace(/[, ]/g, '') : closed) + power.join(''));
  return Number.isFinite(value) ? { value } : { problem: VERDICTS.notNumber(digits) };
}

function inUnit(value: number, written: string, unit: string | undefined): Read {
  if (written === '') return { value };
  const [is, wanted] = [normal(written), normal(unit ?? '')];
  const [from, to] = [TIMES[is], TIMES[wanted]];
  // Twelve significant digits: 0.076 s are 76 ms, not 76.00000000000001.
  if (from && to) return { value: Number(((value * from) / to).toPrecision(12)) };
  const part = wanted !== '' && (wanted.startsWith(is) || wanted.endsWith(is));
  return part ? { value } : { problem: VERDICTS.otherUnit(written, unit) };
}

/** `requests per second`, `requests a second` and `Requests/s` are one unit. */
function normal(unit: string): string {
  return unit
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/\s*(?:\bper\b|\ba\b|\/)\s*/g, '/')
    .replace(/percent|per cent/g, '%')
    .replace(/^times$|^×$/, 'x')
    .replace(/\/sec(?:ond)?s?$/, '/s')
    .replace(/([a-z]{3,})s\b/g, '$1')
    .trim();
}
