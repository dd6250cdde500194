/** A share is a setting from 0 to 1, in links and runs; where it is set and read it is in per cent. */
import type { NumberParam } from './params.ts';

type OwnUnit = Pick<NumberParam, 'isShare' | 'unit'>;

/** A setting as its field shows it. */
export function inOwnUnit(value: number, { isShare }: OwnUnit): number {
  return isShare ? tidy(100 * value) : value;
}

/** What stands in the field as a setting. */
export function fromOwnUnit(value: number, { isShare }: OwnUnit): number {
  return isShare ? tidy(value / 100) : value;
}

/** The unit beside the field. */
export function ownUnit({ isShare, unit }: OwnUnit): string | undefined {
  return isShare ? '%' : unit;
}

/** Without what the machine's own rounding adds: 7 and not 7.000000000000001. */
function tidy(value: number): number {
  return Number(value.toPrecision(15));
}
