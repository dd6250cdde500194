/** How far two readers agree beyond chance: Cohen’s kappa with squared distances, because half a point apart is not two. */
import { seeded } from '../../../../../widgets/kit/numbers/random.ts';
import type { Estimate } from './numbers.ts';

/** What two readers gave to the same answer. */
export type Pair = readonly [number, number];

const DRAWS = 1_999;
const TAIL = 0.025;

/** Kappa with a 95 % bootstrap interval; nothing for fewer than ten answers, or where everybody gave everything the same. */
export function kappa(pairs: readonly Pair[]): Estimate | undefined {
  if (pairs.length < 10) return undefined;
  const value = pointOf(pairs);
  if (value === undefined) return undefined;
  const random = seeded(1, 'kappa');
  const draws = Array.from({ length: DRAWS }, () =>
    pointOf(pairs.map(() => pairs[random.whole(pairs.length)] as Pair)),
  )
    // A draw in which nothing varies says that both agree.
    .map((one) => one ?? 1)
    .toSorted((a, b) => a - b);
  const at = (share: number): number => draws[Math.round(share * (DRAWS - 1))] ?? value;
  return { value, low: at(TAIL), high: at(1 - TAIL) };
}

/** One less the mean squared distance over what it would be if each reader’s points were dealt out anew. */
function pointOf(pairs: readonly Pair[]): number | undefined {
  const n = pairs.length;
  let [a, b, aa, bb, ab] = [0, 0, 0, 0, 0];
  for (const [x, y] of pairs) {
    a += x;
    b += y;
    aa += x * x;
    bb += y * y;
    ab += x * y;
  }
  const seen = (aa + bb - 2 * ab) / n;
  const byChance = (aa + bb) / n - (2 * a * b) / n ** 2;
  return byChance < 1e-12 ? undefined : 1 - seen / byChance;
}
