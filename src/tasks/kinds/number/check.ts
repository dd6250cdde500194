/** Judges a typed number. */
import type { Tolerance } from '../../sets/pure/format/head.ts';
import { textIn, type Answer } from '../../judge/answers.ts';
import { otherTimes, readNumber, shareInstead } from '../../judge/read-number.ts';
import {
  judged,
  unread,
  type AnswerKey,
  type KnownMistake,
  type Verdict,
} from '../../judge/verdict.ts';
import { TOO, WHICH_TIME } from '#words/src/tasks/kinds/number/words';
import { VERDICTS } from '#words/src/tasks/judge/words';

/** A wrong number that betrays a known misconception. */
interface KnownNumber extends KnownMistake {
  readonly value: number;
  /** Absent: the question's own. */
  readonly tolerance?: Tolerance | undefined;
}

/** What a number is judged by. */
export interface NumberKey extends AnswerKey {
  readonly kind: 'number';
  readonly answer: number;
  readonly unit?: string | undefined;
  readonly tolerance: Tolerance;
  readonly wrong: readonly KnownNumber[];
}

/**
 * Judges a typed number; the first known wrong answer that fits gives its feedback. Any other is told its side in a lesson, where
 * it may be tried again; what an assignment has said of it stays as it is.
 */
export function check(key: NumberKey, answer: Answer, saysSide = false): Verdict {
  const typed = textIn(answer);
  const read = readNumber(typed, key.unit);
  if ('problem' in read) return unread(read.problem);
  const isRight = (value: number): boolean => within(value, key.answer, key.tolerance);
  if (isRight(read.value)) return judged(1, VERDICTS.right);
  const share = shareInstead(read.value, typed, key.unit);
  if (share !== undefined) return unread(share);
  const known = key.wrong.find(({ value, tolerance = key.tolerance }) =>
    within(read.value, value, tolerance),
  );
  if (known) return judged(0, known.feedback, [known.id]);
  // The right time in another unit is a slip of the pen and no wrong answer; a unit that was written is meant.
  const [meant] = /[a-zµμ]/i.test(typed) ? [] : otherTimes(read.value, key.unit, isRight);
  if (meant !== undefined) return unread(WHICH_TIME(key.unit ?? '', typed, meant));
  if (!saysSide) return judged(0, VERDICTS.looksElse);
  return judged(0, read.value > key.answer ? TOO.large : TOO.small);
}

/** True when a value is as near to the answer as the tolerance says. */
function within(value: number, answer: number, tolerance: Tolerance): boolean {
  const most = widthOf(tolerance, answer);
  // A hair's breadth for decimals that binary cannot hold: 0.3 is within 0.1 of 0.2.
  return Math.abs(value - answer) <= most + 1e-9 * Math.max(Math.abs(answer), Math.abs(value));
}

/** How far from a number the tolerance reaches. */
export const widthOf = ({ absolute = 0, relative = 0 }: Tolerance, answer: number): number =>
  Math.max(absolute, relative * Math.abs(answer));
