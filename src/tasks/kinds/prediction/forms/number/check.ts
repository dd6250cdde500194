/** Whether a typed prediction can be taken: it is never wrong, only unreadable or off its scale. */
import { textIn, type Answer } from '../../../../judge/answers.ts';
import { readNumber, shareInstead } from '../../../../judge/read-number.ts';
import { judged, unread, type Verdict } from '../../../../judge/verdict.ts';
import { isOnScale, scaleWords, type Scale } from '../../judge/scale.ts';

/** What a typed prediction is held against. */
export interface TypedKey extends Scale {
  readonly unit?: string | undefined;
}

/** Checks what was typed. */
export function check(key: TypedKey, answer: Answer): Verdict {
  const typed = textIn(answer);
  const read = readNumber(typed, key.unit);
  if ('problem' in read) return unread(read.problem);
  // A guess must not be kept wrongly for ever.
  const share = shareInstead(read.value, typed, key.unit);
  if (share !== undefined) return unread(share);
  return isOnScale(key, read.value) ? judged(1, '') : unread(scaleWords(key));
}

export function sideOf(
  guess: number | undefined,
  truth: number | null | undefined,
  near = Infinity,
): readonly ('low' | 'high')[] {
  if (guess === undefined || typeof truth !== 'number') return [];
  if (Math.abs(guess - truth) <= near) return [];
  return [guess < truth ? 'low' : 'high'];
}
