/** The numbers in a sentence, as far as they say a quantity: with their units, and with how far rounding may have moved them. */
import { FOLD, ORDINAL, PER_CENT, POINTS, TIMES } from './words.en.ts';

/** A number as it stands in a sentence. */
export interface Written {
  /** With its unit. */
  readonly text: string;
  /** What it may mean: 1,200 is twelve hundred, or with a decimal comma little more than one. */
  readonly values: readonly {
    readonly value: number;
    /** Half a unit of the last digit that is shown. */
    readonly half: number;
  }[];
  /** `%`, `points`, `x`, the milliseconds of a unit of time, or none that is known. */
  readonly unit: '%' | 'points' | 'x' | number | undefined;
}

const SPACE = /^[ \u00a0\u202f]{0,2}/;
/** Longest first, so that `min` is not read where `minutes` stands. */
const UNITS = [...Object.keys(TIMES), ...PER_CENT, ...POINTS, ...FOLD].toSorted(
  (a, b) => b.length - a.length,
);

/** Every number in a text; those of an order (the 99th) and those in names (p99) are none. */
export function numbersIn(sentence: string): readonly Written[] {
  const found: Written[] = [];
  for (const match of sentence.matchAll(/[-−+]?\d[\d.,]*/g)) {
    const before = sentence.slice(Math.max(0, match.index - 2), match.index);
    const isInName = /[\p{L}\p{N}_]$/u.test(before);
    const digits = match[0].replace(/[.,]+$/, '');
    const rest = sentence.slice(match.index + digits.length);
    // 10-20 are two numbers and no negative one; p99 and 99th say no quantity.
    const isSigned = /^[-−+]/.test(digits);
    if ((isInName && !isSigned) || ORDINAL.test(rest)) continue;
    const bare = isSigned && isInName ? digits.slice(1) : digits.replace('−', '-');
    const [unit, text] = unitIn(rest);
    found.push({ text: `${bare}${text}`, values: valuesOf(bare), unit });
  }
  return found;
}

/** The unit that a text begins with, and the text of it. */
function unitIn(rest: string): readonly [Written['unit'], string] {
  const space = SPACE.exec(rest)?.[0] ?? '';
  const after = rest.slice(space.length);
  const low = after.slice(0, 20).toLowerCase();
  const name = UNITS.find(
    (one) =>
      low.startsWith(one) &&
      !/^[\p{L}\p{N}]/u.test(/\p{L}$/u.test(one) ? after.slice(one.length) : ''),
  );
  if (name === undefined) return [undefined, ''];
  const text = `${space}${after.slice(0, name.length)}`;
  if (PER_CENT.includes(name)) return ['%', text];
  if (POINTS.includes(name)) return ['points', text];
  return [FOLD.includes(name) ? 'x' : (TIMES[name] ?? 1), text];
}

/** What digits with points and commas may mean. */
function valuesOf(written: string): Written['values'] {
  const isGrouped = /^[-+]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(written);
  const all = [
    ...(isGrouped ? [written.replaceAll(',', '')] : []),
    ...(/^[-+]?\d+(\.\d+)?$/.test(written) ? [written] : []),
    ...(/^[-+]?\d+,\d+$/.test(written) ? [written.replace(',', '.')] : []),
    ...(/^[-+]?[1-9]\d{0,2}(\.\d{3})+,\d+$/.test(written)
      ? [written.replaceAll('.', '').replace(',', '.')]
      : []),
  ];
  return all.map((text) => ({ value: Number(text), half: halfOf(text.replace(/^[-+]/, '')) }));
}

/** Zeros that end a whole number may be rounding, as far as two figures are left: 1200 may be 1187. */
function halfOf(digits: string): number {
  const [whole = '', decimals = ''] = digits.split('.');
  if (digits.includes('.')) return 0.5 * 10 ** -decimals.length;
  const zeros = /0*$/.exec(whole)?.[0].length ?? 0;
  return 0.5 * 10 ** Math.max(0, Math.min(zeros, whole.length - 2));
}
