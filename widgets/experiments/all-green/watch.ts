/** How placed checks watch a stream of days, and when they ring. */
import { RULES, type Sums } from './checks.ts';
import type { Check } from './names.ts';
import type { Lane } from './outcome.ts';

/** A check looks at so many days. */
const WINDOW = 7;
/** Days until it is known how many bikes were really hired: for these the label check has to wait. */
const LATE = 5;
/** An alarm that has rung is quiet for so many days. */
const QUIET = 7;

/** A check as it is placed: the sums of all that was learned from, and how far its own weeks lay from the others at most. */
export interface Placed {
  readonly check: Check;
  readonly learned: Sums;
  readonly most: number;
}

/** Sums of several stretches together. */
export function added(list: readonly Sums[]): Sums {
  const sum = new Float64Array(list[0]?.length ?? 0);
  for (const one of list)
    for (let i = 0; i < sum.length; i += 1) sum[i] = (sum[i] as number) + (one[i] as number);
  return sum;
}

/** Places a check: each week learned from is held against the others. */
export function placed(check: Check, weeks: readonly Sums[]): Placed {
  const learned = added(weeks);
  const far = weeks.map((week) =>
    RULES[check].far(
      week,
      learned.map((sum, i) => sum - (week[i] as number)),
    ),
  );
  return { check, learned, most: Math.max(...far) };
}

/** What a check finds, day by day, in times of its largest week; where that was 0, anything more is beyond every threshold. */
export function laneOf({ check, learned, most }: Placed, days: readonly Sums[]): Lane {
  const far = days.map((_, day) => {
    const last = check === 'label' ? day - LATE : day;
    if (last < WINDOW - 1) return null;
    const found = RULES[check].far(added(days.slice(last + 1 - WINDOW, last + 1)), learned);
    return most > 0 ? found / most : found > 0 ? BEYOND : 0;
  });
  return { check, far };
}

const BEYOND = 1000;

/** The days on which an alarm rings: any check above the threshold, and none in the week before. */
export function ringsOf(lanes: readonly Lane[], threshold: number): readonly number[] {
  const rings: number[] = [];
  const days = lanes[0]?.far.length ?? 0;
  for (let day = 0; day < days; day += 1) {
    if (day < (rings.at(-1) ?? -QUIET) + QUIET) continue;
    if (lanes.some(({ far }) => (far[day] ?? 0) > threshold)) rings.push(day);
  }
  return rings;
}
