/** A setting as a number in a sentence: whole, with its unit. */
import { inOwnUnit, ownUnit } from '../contract/own-unit.ts';
import type { NumberParam } from '../contract/params.ts';
import { number, withUnit } from '../draw/format.ts';

/** The value in words; no digit of it is dropped, because it is what runs. */
export function draggedText(param: NumberParam, value: number): string {
  const own = inOwnUnit(value, param);
  const decimals = (String(own).split('.')[1] ?? '').length;
  return withUnit(param.isYear ? String(own) : number(own, decimals), ownUnit(param));
}
