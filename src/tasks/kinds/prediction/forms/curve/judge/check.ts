/** Whether a drawn prediction can be taken: all its points, each on the axis. */
import { pointsIn, type Answer } from '../../../../../judge/answers.ts';
import { judged, unread, type Verdict } from '../../../../../judge/verdict.ts';
import { isOnScale, scaleWords, type Scale } from '../../../judge/scale.ts';
import { LINES } from '#words/src/tasks/kinds/prediction/forms/curve/judge/words';

/** What a line is held against. */
export interface LineKey extends Scale {
  readonly spread?: { readonly values: readonly number[] } | undefined;
}

/** Checks what was drawn. */
export function checkCurve(key: LineKey, answer: Answer): Verdict {
  const points = pointsIn(answer);
  const missing = (key.spread?.values.length ?? 0) - points.length;
  if (missing > 0) return unread(`${LINES.draw} ${LINES.missing(missing)}`);
  if (points.length === 0) return unread(LINES.draw);
  const outside = points.find(({ y }) => !isOnScale(key, y));
  if (!outside) return judged(1, '');
  return unread(LINES.point(String(outside.x), String(outside.y), scaleWords(key)));
}
