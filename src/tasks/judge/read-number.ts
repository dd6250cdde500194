/** Reads a number as people type it, in the unit that was asked for. */
import { NUMBERS } from '#words/src/tasks/judge/words';
import { ABOUT, GREAT, PER_CENT, POINT, TIMES, normal } from '#words/src/tasks/judge/units';

const NUMBER = /^([+-]?(?:\d[\d,. ]*|\.\d+)(?:e[+-]?\d+)?)\s*(.*)$/i;

/** Points before decimals, whatever the language of the book has there; and back again. */
function withPoints(digits: string): string {
  const swapped: Readonly<Record<string, string>> = { ',': '.', '.': ',' };
  return POINT === '.' ? digits : digits.replace(/[.,]/g, (sign) => swapped[sign] ?? sign);
}

/** The number, or a sentence that tells the reader what to write instead. */
export type Read = { readonly value: number } | { readonly problem: string };

/** Longer than anybody writes a number with its unit; what is longer may take the cube of its length to be none. */
const LONGEST = 200;

/** Reads a typed answer: `76`, `76 ms`, `0.076 s` where ms are asked, `1,234`, `−5`, `40 %`. */
export function readNumber(typed: string, unit?: string): Read {
  if (typed.length > LONGEST)
    return { problem: NUMBERS.notNumber(`${typed.slice(0, LONGEST / 4).trim()} …`) };
  const text = typed
    .replace(/[\u00a0\u2009\u202f]/g, ' ')
    .replace(/\u2212/g, '-')
    .replace(/[µμ]/g, 'u')
    .replace(ABOUT, '')
    .trim()
    .replace(/^[-+\d., ]+/, withPoints);
  if (text === '') return { problem: NUMBERS.empty };
  const [, digits, rest] = NUMBER.exec(text) ?? [];
  if (digits === undefined || rest === undefined) {
    return { problem: NUMBERS.notNumber(typed.trim()) };
  }
  const plain = readDigits(digits.trim(), unit);
  if ('problem' in plain) return plain;
  return inUnit(plain.value, rest.trim(), unit);
}

function readDigits(digits: string, unit: string | undefined): Read {
  const [mantissa = '', ...power] = digits.split(/(?=e)/i);
  const closed = mantissa.trim().replace(/[.,]$/, '');
  // 1,234 and 1 234.5 group thousands. A comma that groups nothing is a decimal comma, and so is one after points: 76,2 and 1.234,5.
  const grouped = /^[+-]?[1-9]\d{0,2}(?:([, ])\d{3})(?:\1\d{3})*(?:\.\d+)?$/.test(closed);
  const point = withPoint(closed);
  // 76,190 % may be either, and guessing would grade a guess: nobody asks for thousands of per cent.
  if (grouped && unit === '%' && point !== undefined)
    return { problem: NUMBERS.comma(withPoints(point)) };
  const plain = grouped ? closed.replace(/[, ]/g, '') : (point ?? closed);
  const value = Number(plain + power.join(''));
  return Number.isFinite(value) ? { value } : { problem: NUMBERS.notNumber(withPoints(digits)) };
}

/** A number with one decimal comma, written with a point; nothing where there is none. */
function withPoint(digits: string): string | undefined {
  if (!/^[+-]?(?:\d+|\d{1,3}(?:([. ])\d{3})(?:\1\d{3})*),\d+$/.test(digits)) return undefined;
  return digits.replace(/[. ]/g, '').replace(',', '.');
}

/** The units of time, beside the one asked for, in which a typed number would be the wanted one: `0.076` for 76 ms. */
export function otherTimes(
  value: number,
  unit: string | undefined,
  isRight: (value: number) => boolean,
): readonly string[] {
  const wanted = TIMES[normal(unit ?? '')];
  if (wanted === undefined || value === 0) return [];
  return ['us', 'ms', 's', 'min', 'h'].filter((name) => {
    const each = TIMES[name] ?? wanted;
    return each !== wanted && isRight(Number(((value * each) / wanted).toPrecision(12)));
  });
}

/** Where per cent are asked, 0.3 could be a share: the question back, or nothing where the number is plain. */
export function shareInstead(
  value: number,
  typed: string,
  unit: string | undefined,
): string | undefined {
  const isPlain = unit !== '%' || value === 0 || Math.abs(value) >= 1 || PER_CENT.test(typed);
  if (isPlain) return undefined;
  return NUMBERS.percent(
    withPoints(String(value)),
    withPoints(String(Number((value * 100).toPrecision(9)))),
  );
}

function inUnit(value: number, written: string, unit: string | undefined): Read {
  const [is, wanted] = [normal(written), normal(unit ?? '')];
  const great = inGreat(value, is, wanted);
  if (great !== undefined) return great;
  if (written === '') return { value };
  const [from, to] = [TIMES[is], TIMES[wanted]];
  // Twelve significant digits: 0.076 s are 76 ms, not 76.00000000000001.
  if (from && to) return { value: Number(((value * from) / to).toPrecision(12)) };
  const part = wanted !== '' && (wanted.startsWith(is) || wanted.endsWith(is));
  return part ? { value } : { problem: NUMBERS.otherUnit(written, unit) };
}

/** Where billions are asked, `500 billion tokens` and `0.5 trillion` are 500; a number as large as a billion is asked about. */
function inGreat(value: number, is: string, wanted: string): Read | undefined {
  const [size = '', ...of] = wanted.split(' ');
  const unit = GREAT[size];
  if (unit === undefined) return undefined;
  const [word = '', ...rest] = is.split(' ');
  const named = GREAT[word];
  const what = (named === undefined ? [word, ...rest] : rest).join(' ');
  if (what !== '' && of.length > 0 && what !== of.join(' ')) return undefined;
  // Of what, where nobody asked, is said after the word for how many: 2.5 million visits.
  if (named === undefined && value < unit)
    return what === '' || of.length > 0 ? { value } : undefined;
  const many = Number(((value * (named ?? 1)) / unit).toPrecision(12));
  if (named !== undefined) return { value: many };
  // Nobody means a billion billions; but it is for the reader to say so.
  return { problem: NUMBERS.writtenOut(`${withPoints(String(many))} ${size}`) };
}
