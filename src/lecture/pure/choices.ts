/** A number to be guessed as five to choose from: what is right, what is known to be said instead, and others that are plainly apart. */
import { seeded } from '../../../widgets/kit/numbers/random.ts';

interface Numbers {
  /** The question’s id: it decides in which place the right one stands. */
  readonly id: string;
  readonly right: number;
  /** What is known to be answered instead, the commonest first. */
  readonly wrong: readonly number[];
  /** Answers that are not further apart count as the same. */
  readonly near: number;
  /** Decimals in which the number is said; absent: as many as it takes. */
  readonly digits?: number | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  /** Sides of the right number on which guesses are known to lie. */
  readonly sides?: readonly ('low' | 'high')[];
}

const COUNT = 5;

/** Five numbers in their order, the nearest of which to the right one is it, to two or three figures; fewer where the scale has no room. */
export function choicesOf(of: Numbers): readonly number[] {
  const { id, right, wrong, digits, min, max } = of;
  // Two that are said in the same way are one.
  const near = Math.max(of.near, digits === undefined ? 0 : 0.6 * 10 ** -digits);
  const said = (value: number): number => rounded(value, near, digits);
  const chosen = [said(right)];
  const isIn = (value: number): boolean =>
    value >= (min ?? -Infinity) && value <= (max ?? Infinity);
  const isApart = (value: number): boolean =>
    Math.abs(value - right) > near && chosen.every((one) => Math.abs(value - one) > near * 1.5);
  const take = (value: number): boolean => {
    const one = said(value);
    if (chosen.length >= COUNT || !isIn(one) || !isApart(one)) return false;
    chosen.push(one);
    return true;
  };
  // One usual error at least, and two others of the author’s.
  for (const value of wrong.slice(0, 3)) take(value);
  const random = seeded(1, `${id}/choices`);
  const below = aside({ ...of, near }, -1);
  const above = aside({ ...of, near }, 1);
  const lacks = { low: below, high: above };
  for (const side of of.sides ?? []) {
    const isThere = chosen.slice(1).some((one) => one < right === (side === 'low'));
    if (!isThere) lacks[side].some(take);
  }
  while (chosen.length < COUNT) {
    const [one, other] = random.uniform() < 0.5 ? [below, above] : [above, below];
    if (!one.some(take) && !other.some(take)) break;
  }
  return chosen.toSorted((a, b) => a - b);
}

/** Numbers on one side, the most telling first: as far as the end of a scale in parts, else by factors. */
function aside({ right, min, max, near }: Numbers, sign: 1 | -1): readonly number[] {
  const end = sign < 0 ? (min ?? (right >= 0 ? 0 : undefined)) : max;
  const isScale = end !== undefined && (min ?? 0) < (max ?? min ?? 0);
  if (isScale || (sign < 0 && right > 0 && right < 10 * near))
    return [0.5, 0.8, 0.3, 1, 0.65].map((part) => right + ((end ?? 0) - right) * part);
  const factors = sign < 0 ? [0.5, 0.2, 0.1, 0.05, 0.7] : [2, 5, 10, 20, 1.4];
  if (right > 0) return factors.map((factor) => right * factor);
  return [2, 4, 8, 16, 32].map((steps) => right + sign * steps * Math.max(near, Math.abs(right)));
}

/** As a person would say it: no finer than what counts as the same, and two figures at most where that is enough. */
function rounded(value: number, near: number, digits = 12): number {
  const size = Math.abs(value);
  if (size === 0) return 0;
  const step = 10 ** Math.floor(Math.log10(Math.max(near, size / 50)));
  const steps = Math.max(10 ** -digits, step >= size ? step / 10 : step);
  return Number((Math.round(value / steps) * steps).toPrecision(6));
}
