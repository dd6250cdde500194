/** What lateness costs by the rule of a class. Times are milliseconds since 1970. */
import { LATE } from '#words/src/tasks/grading/pure/out/words';
import type { StudentResult } from '../grade/class.ts';
import type { Late } from '../grade/verdict.ts';

/** The rule of a class. All of it is 0 where lateness is told and costs nothing. */
export interface LateRule {
  /** Minutes that are forgiven: days are counted from their end. */
  readonly grace: number;
  /** Days for each student that cost nothing: of a set, or of all sets of a term. */
  readonly free: number;
  readonly per: 'set' | 'term';
  /** What each further day begun takes, in per cent of the points earned. */
  readonly penalty: number;
  /** What is kept however late, in per cent of the points earned. */
  readonly floor: number;
}

export const NO_RULE: LateRule = { grace: 0, free: 0, per: 'set', penalty: 0, floor: 0 };

/** When it came in and when it was due for this student. */
export interface Arrival {
  readonly due: number;
  readonly at: number;
  /** Whose clock says so: the system’s that took it in, or the student’s own. */
  readonly by: Late['by'];
}

const [MINUTE, DAY] = [60_000, 86_400_000];

/** A result after lateness, flagged where it was late. `used`: free days of the term that this student has had in other sets. */
export function settled(
  one: StudentResult,
  { grace, free, penalty, floor }: LateRule,
  { due, at, by }: Arrival,
  used = 0,
): StudentResult {
  const days = Math.ceil((at - due - grace * MINUTE) / DAY);
  if (!(days > 0)) return one;
  const forgiven = Math.min(days, Math.max(0, free - used));
  const kept = Math.min(1, Math.max(floor, 100 - penalty * (days - forgiven), 0) / 100);
  const points = Math.round(one.points * kept * 1e6) / 1e6;
  const less = Math.round((one.points - points) * 1e6) / 1e6;
  const late = { days, free: forgiven, less, by };
  const flag = { flag: 'late', says: LATE.told(late) } as const;
  return { ...one, points, late, flags: [...one.flags, flag] };
}
