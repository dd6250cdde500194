/** Judges a prediction, which is never wrong. */
import { pointsIn, textIn, type Answer, type Point } from '../../../judge/answers.ts';
import { readNumber, shareInstead } from '../../../judge/read-number.ts';
import { judged, unread, type AnswerKey, type Verdict } from '../../../judge/verdict.ts';
import { PREDICTIONS } from '../words.ts';

/** What a prediction is judged by. */
export interface PredictionKey extends AnswerKey {
  readonly kind: 'prediction';
  readonly form: 'number' | 'curve';
  readonly unit?: string | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

/** Judges a typed or drawn prediction: never wrong, only unreadable or out of the range. */
export function checkPrediction(key: PredictionKey, answer: Answer): Verdict {
  return key.form === 'curve' ? checkCurve(key, pointsIn(answer)) : checkTyped(key, textIn(answer));
}

function checkTyped(key: PredictionKey, typed: string): Verdict {
  const read = readNumber(typed, key.unit);
  if ('problem' in read) return unread(read.problem);
  // A guess must not be kept wrongly for ever.
  const share = shareInstead(read.value, typed, key.unit);
  if (share !== undefined) return unread(share);
  return isInRange(key, read.value) ? judged(1, '') : unread(rangeOf(key));
}

function checkCurve(key: PredictionKey, points: readonly Point[]): Verdict {
  if (points.length === 0) return unread(PREDICTIONS.draw);
  const outside = points.find(({ y }) => !isInRange(key, y));
  if (!outside) return judged(1, '');
  return unread(PREDICTIONS.point(String(outside.x), String(outside.y), rangeOf(key)));
}

const LOWEST = Number.NEGATIVE_INFINITY;
const HIGHEST = Number.POSITIVE_INFINITY;

function isInRange({ min = LOWEST, max = HIGHEST }: PredictionKey, value: number): boolean {
  return value >= min && value <= max;
}

function rangeOf({ min = LOWEST, max = HIGHEST, unit }: PredictionKey): string {
  return PREDICTIONS.range(min, max, unit ? ` ${unit}` : '');
}
