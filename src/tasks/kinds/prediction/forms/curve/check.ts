/** Whether a drawn prediction can be taken: all its points, each on the axis. */
import { LINES } from '#words/src/tasks/kinds/prediction/forms/curve/words';
import { pointsIn, type Answer, type Point } from '../../../../judge/answers.ts';
import { judged, unread, type Verdict } from '../../../../judge/verdict.ts';
import { isOnScale, scaleWords, type Scale } from '../../judge/scale.ts';

/** What a line is held against. */
export interface LineKey extends Scale {
  readonly spread?: { readonly values: readonly number[] } | undefined;
}

/** Checks what was drawn. */
export function check(key: LineKey, answer: Answer): Verdict {
  const points = pointsIn(answer);
  const missing = (key.spread?.values.length ?? 0) - points.length;
  if (missing > 0) return unread(`${LINES.draw} ${LINES.missing(missing)}`);
  if (points.length === 0) return unread(LINES.draw);
  const outside = points.find(({ y }) => !isOnScale(key, y));
  if (!outside) return judged(1, '');
  return unread(LINES.point(String(outside.x), String(outside.y), scaleWords(key)));
}

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
