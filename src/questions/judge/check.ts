/** Judges an answer. The same code runs in the page, in the build's proof and in a grader. */
import { checkOrder } from '../kinds/order/judge/check.ts';
import { checkReach } from '../kinds/reach/judge/check.ts';
import { otherTimes, readNumber } from './read-number.ts';
import type {
  Answer,
  Asked,
  Attempt,
  ChoiceAsked,
  NumberAsked,
  Point,
  PredictionAsked,
  Tolerance,
  Verdict,
} from './types.ts';
import { judged, unread } from './verdict.ts';
import { CHANGING, VERDICTS } from './words.ts';

/** Judges any answer to any question; an answer of another kind's shape counts as none. */
export function check(asked: Asked, answer: Answer): Verdict {
  if (asked.kind === 'number') return checkNumber(asked, typeof answer === 'string' ? answer : '');
  if (asked.kind === 'choice') return checkChoice(asked, isPicked(answer) ? answer : []);
  if (asked.kind === 'order') return checkOrder(asked, isPicked(answer) ? answer : []);
  if (asked.kind === 'reach') {
    return isAttempt(answer) ? checkReach(asked.goal, answer) : unread(CHANGING.notRun);
  }
  return checkPrediction(asked, isAttempt(answer) || isPicked(answer) ? '' : answer);
}

function isAttempt(answer: Answer): answer is Attempt {
  return typeof answer === 'object' && !Array.isArray(answer);
}

function isPicked(answer: Answer): answer is readonly string[] {
  return Array.isArray(answer) && answer.length > 0 && typeof answer[0] === 'string';
}

/** True when a value is as near to the answer as the tolerance says. */
export function within(value: number, answer: number, tolerance: Tolerance): boolean {
  const room = Math.max(tolerance.absolute ?? 0, (tolerance.relative ?? 0) * Math.abs(answer));
  // A hair's breadth for decimals that binary cannot hold: 0.3 is within 0.1 of 0.2.
  return Math.abs(value - answer) <= room + 1e-9 * Math.max(Math.abs(answer), Math.abs(value));
}

/** Judges a typed number; the first known wrong answer that fits gives its feedback. */
export function checkNumber(asked: NumberAsked, typed: string): Verdict {
  const read = readNumber(typed, asked.unit);
  if ('problem' in read) return unread(read.problem);
  const isRight = (value: number): boolean => within(value, asked.answer, asked.tolerance);
  if (isRight(read.value)) return judged(1, VERDICTS.right);
  const share = shareInstead(read.value, typed, asked.unit);
  if (share !== undefined) return unread(share);
  const known = asked.wrong.find((w) =>
    within(read.value, w.value, w.tolerance ?? asked.tolerance),
  );
  if (known) return judged(0, known.feedback, [known.id]);
  // The right time in another unit is a slip of the pen and no wrong answer; a unit that was written is meant.
  const [meant] = /[a-zµμ]/i.test(typed) ? [] : otherTimes(read.value, asked.unit, isRight);
  if (meant !== undefined) return unread(VERDICTS.whichTime(asked.unit ?? '', typed, meant));
  return judged(0, VERDICTS.looksElse);
}

/** Where per cent are asked, 0.3 could be a share: the question back, or nothing where the number is plain. */
function shareInstead(value: number, typed: string, unit: string | undefined): string | undefined {
  const isPlain = unit !== '%' || value === 0 || Math.abs(value) >= 1 || /%|per ?cent/i.test(typed);
  if (isPlain) return undefined;
  return VERDICTS.percent(String(value), String(Number((value * 100).toPrecision(9))));
}

/** Judges picked options; of several right ones each counts, and each wrong pick takes one back. */
export function checkChoice(asked: ChoiceAsked, picked: readonly string[]): Verdict {
  const chosen = asked.options.filter((option) => picked.includes(option.id));
  if (chosen.length === 0) return unread(VERDICTS.pick);
  const right = asked.options.filter((option) => option.correct).length;
  const hits = chosen.filter((option) => option.correct).length;
  const misses = chosen.length - hits;
  const credit = asked.many ? Math.max(0, (hits - misses) / right) : Number(misses === 0);
  // On a miss only the wrong picks are explained: praise would give the rest away.
  const told = misses > 0 ? chosen.filter((option) => !option.correct) : chosen;
  const about =
    credit === 1 || misses > 0 ? told.filter((option) => option.feedback !== undefined) : [];
  const feedback = about.map((option) => option.feedback).join(' ');
  return judged(
    credit,
    feedback || (credit === 1 ? VERDICTS.right : VERDICTS.missedSome),
    about.map((option) => option.id),
  );
}

/** Judges a typed or drawn prediction: never wrong, only unreadable or out of the asked range. */
export function checkPrediction(
  asked: PredictionAsked,
  answer: string | readonly Point[],
): Verdict {
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = asked;
  const inRange = (value: number): boolean => value >= min && value <= max;
  const outside = (): string => VERDICTS.range(min, max, asked.unit ? ` ${asked.unit}` : '');
  if (typeof answer !== 'string') {
    if (answer.length === 0) return unread(VERDICTS.draw);
    const bad = answer.find((point) => !inRange(point.y));
    if (!bad) return judged(1, '');
    return unread(VERDICTS.point(String(bad.x), String(bad.y), outside()));
  }
  const read = readNumber(answer, asked.unit);
  if ('problem' in read) return unread(read.problem);
  // A guess must not be kept wrongly for ever.
  const share = shareInstead(read.value, answer, asked.unit);
  if (share !== undefined) return unread(share);
  return inRange(read.value) ? judged(1, '') : unread(outside());
}

/** How far a drawn line is from the curve that answers it, over the points where both have a value. */
export function distance(
  drawn: readonly Point[],
  answer: readonly { readonly x: number; readonly y: number | null }[],
): { readonly mean: number; readonly most: number; readonly at: number } | null {
  const gaps = drawn.flatMap(({ x, y }) => {
    const there = answer.find((point) => point.x === x)?.y;
    return typeof there === 'number' ? [{ at: x, most: Math.abs(y - there) }] : [];
  });
  const [first] = gaps;
  if (!first) return null;
  const worst = gaps.reduce((a, b) => (b.most > a.most ? b : a), first);
  return { mean: gaps.reduce((sum, gap) => sum + gap.most, 0) / gaps.length, ...worst };
}
