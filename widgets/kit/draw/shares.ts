/** Shares as a reader sees them. */
import { number } from './format.ts';

/** A share as whole hundredths. */
export function hundredths(share: number): string {
  return number(share * 100);
}

/** A share in per cent. */
export function perCent(share: number, digits = 1): string {
  return `${number(share * 100, digits)} %`;
}
