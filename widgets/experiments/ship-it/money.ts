/** Sums of money as they are said. */
import { number, withUnit } from '#kit/draw';

/** Whole dollars: -$301. */
export function money(dollars: number): string {
  return withUnit(number(dollars), '$');
}

/** What sixty days bring, in three figures. */
export function sum(dollars: number): string {
  return money(Number(dollars.toPrecision(3)));
}
