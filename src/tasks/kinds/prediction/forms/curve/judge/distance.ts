/** Measures how far a drawn line was from the curve. */
import type { Point } from '../../../../../judge/answers.ts';

/** How far a drawn line is from the curve that answers it, over the points where both have a value. */
export function distance(
  drawn: readonly Point[],
  curve: readonly { readonly x: number; readonly y: number | null }[],
): { readonly mean: number; readonly most: number; readonly at: number } | null {
  const gaps = drawn.flatMap(({ x, y }) => {
    const there = curve.find((point) => point.x === x)?.y;
    return typeof there === 'number' ? [{ at: x, most: Math.abs(y - there) }] : [];
  });
  const [first] = gaps;
  if (!first) return null;
  const worst = gaps.reduce((a, b) => (b.most > a.most ? b : a), first);
  return { mean: gaps.reduce((sum, gap) => sum + gap.most, 0) / gaps.length, ...worst };
}
