/** Shares as a reader sees them. */
import { number } from './format.ts';
import { DRAW_WORDS } from '#words/widgets/kit/words/draw-words';

/** A share as whole hundredths. */
export function hundredths(share: number): string {
  return number(share * 100);
}

/** A share in per cent. */
export function perCent(share: number, digits = 1): string {
  return `${number(share * 100, digits)} %`;
}

/** A share near 1 or 0 in per cent, with as many decimals as set it apart from both. */
export function percent(share: number): string {
  const rest = Math.min(share, 1 - share);
  if (rest <= 0) return perCent(share, 0);
  const digits = Math.min(3, Math.max(0, Math.ceil(-Math.log10(rest)) - 2));
  return perCent(share, rest < 0.1 ? Math.max(1, digits) : 0);
}

/** How rare something is: "one in 500". */
export function oneIn(share: number): string {
  const count = 1 / share;
  return DRAW_WORDS.oneIn(number(count, count < 10 && !Number.isInteger(count) ? 1 : 0));
}

/** A share in per cent that reads as all or as nothing only where it is: `99.6 %`, `> 99.9 %`, `< 0.1 %`. */
export function nearly(share: number, digits = 0): string {
  const readsAsEnd = (to: number): boolean =>
    share > 0 && share < 1 && [0, 1].some((end) => perCent(end, to) === perCent(share, to));
  if (!readsAsEnd(digits)) return perCent(share, digits);
  if (!readsAsEnd(1)) return perCent(share, 1);
  return share > 0.5 ? `> ${perCent(0.999, 1)}` : `< ${perCent(0.001, 1)}`;
}
