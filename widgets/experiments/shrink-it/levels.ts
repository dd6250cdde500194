/** Where the levels of a weight lie: whole steps to both sides of 0. */
import { max, mean, minIndex, range as wholes, sum } from 'd3-array';
import { within } from '#kit/numbers';
import type { ShrinkSettings } from './params.ts';

/** How many steps the outermost level lies from 0; with one bit there is a level on each side and none at 0. */
export function outermost(bits: number): number {
  return bits === 1 ? 1 : 2 ** (bits - 1) - 1;
}

/** From one level to the next, in steps. */
export function gapOf(bits: number): number {
  return bits === 1 ? 2 : 1;
}

/** All levels, in steps. */
export function levelsOf(bits: number): readonly number[] {
  return wholes(-outermost(bits), outermost(bits) + 1, gapOf(bits));
}

/** The level of a weight, in steps. */
export function levelOf(weight: number, step: number, bits: number): number {
  if (bits === 1) return weight < 0 ? -1 : 1;
  const most = outermost(bits);
  return step === 0 ? 0 : within(-most, Math.round(weight / step), most);
}

/** The step between two levels for some weights, as it is stored: four bytes. */
export function stepFor(
  weights: Iterable<number>,
  { bits, range }: Pick<ShrinkSettings, 'bits' | 'range'>,
): number {
  const largest = max(weights, Math.abs) ?? 0;
  const most = outermost(bits);
  // Two levels cut the range into two halves, and lie in the middle of each.
  if (range === 'largest') return Math.fround(bits === 1 ? largest / 2 : largest / most);
  if (bits === 1) return Math.fround(mean(weights, Math.abs) ?? 0);
  // Fifty ranges are tried.
  const steps = wholes(1, 51).map((i) => Math.fround(((i / 50) * largest) / most));
  const errorOf = (step: number): number =>
    sum(weights, (one) => (one - levelOf(one, step, bits) * step) ** 2);
  return steps[minIndex(steps, errorOf)] ?? 0;
}
