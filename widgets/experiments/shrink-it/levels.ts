/** Where the levels of a weight lie: whole steps to both sides of 0. */
import { mean, range as wholes, sum } from 'd3-array';
import type { ShrinkSettings } from './params.ts';

/** How many steps the outermost level lies from 0; with one bit there is a level on each side and none at 0. */
export function outermost(bits: number): number {
  return bits === 1 ? 1 : 2 ** (bits - 1) - 1;
}

/** All levels, in steps. */
export function levelsOf(bits: number): readonly number[] {
  const most = outermost(bits);
  return bits === 1 ? [-1, 1] : wholes(-most, most + 1);
}

/** The steps of so many ranges at most, from the smallest to the largest. */
export function someOf(steps: readonly number[], most: number): readonly number[] {
  const sorted = steps.toSorted((a, b) => a - b);
  if (sorted.length <= most) return sorted;
  const at = (i: number): number => Math.round((i * (sorted.length - 1)) / (most - 1));
  return wholes(most).map((i) => sorted[at(i)] as number);
}

/** The level of a weight, in steps. */
export function levelOf(weight: number, step: number, bits: number): number {
  if (bits === 1) return weight < 0 ? -1 : 1;
  const most = outermost(bits);
  return step === 0 ? 0 : Math.max(-most, Math.min(most, Math.round(weight / step)));
}

/** Ranges that are tried in search of the least error, as shares of the largest weight. */
const TRIED = wholes(1, 51).map((i) => i / 50);

/** The step between two levels for some weights, as it is stored: four bytes. */
export function stepFor(
  weights: Float64Array,
  { bits, range }: Pick<ShrinkSettings, 'bits' | 'range'>,
): number {
  const largest = weights.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
  const most = outermost(bits);
  // Two levels cut the range into two halves, and lie in the middle of each.
  if (range === 'largest') return Math.fround(bits === 1 ? largest / 2 : largest / most);
  if (bits === 1) return Math.fround(mean(weights, Math.abs) ?? 0);
  let best = { step: 0, error: Infinity };
  for (const share of TRIED) {
    const step = Math.fround((share * largest) / most);
    const error = errorWith(weights, step, bits);
    if (error < best.error) best = { step, error };
  }
  return best.step;
}

function errorWith(weights: Float64Array, step: number, bits: number): number {
  return sum(weights, (one) => (one - levelOf(one, step, bits) * step) ** 2);
}
