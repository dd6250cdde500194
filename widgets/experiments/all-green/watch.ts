/** How placed checks watch a stream of days, and when they ring. */
import { RULES, type Day, type Sums } from './checks.ts';
import type { Check } from './names.ts';

/** A check looks at so many days. */
const WINDOW = 7;
/** Days until it is known how many bikes were really hired: for these the label check has to wait. */
const LATE = 5;
/** An alarm that has rung is quiet for so many days. */
const QUIET = 7;
/** What is beyond every threshold. */
const BEYOND = 1000;

/** Sums of several stretches together. */
export function added(list: readonly Sums[]): Sums {
  const sum = new Float64Array(list[0]?.length ?? 0);
  for (const one of list)
    for (let i = 0; i < sum.length; i += 1) sum[i] = (sum[i] as number) + (one[i] as number);
  return sum;
}

/** Places a check: the sums of all that was learned from, and how far a week of it lies from the others at most. */
export function placed(check: Check, weeks: readonly Sums[]) {
  const learned = added(weeks);
  const far = weeks.map((week) => {
    const others = learned.map((sum, i) => sum - (week[i] as number));
    return RULES[check].far(week, others);
  });
  return { check, learned, most: Math.max(...far) };
}
type Placed = ReturnType<typeof placed>;

/** What a check finds, day by day, in times of its largest week: `null` while there are no seven days to look at. */
export function laneOf({ check, learned, most }: Placed, days: readonly Day[]) {
  const { sums, far } = RULES[check];
  const each = days.map(sums);
  const late = check === 'label' ? LATE : 0;
  const found = days.map((_, day) => {
    const end = day + 1 - late;
    if (end < WINDOW) return null;
    const found = far(added(each.slice(end - WINDOW, end)), learned);
    return most > 0 ? found / most : found > 0 ? BEYOND : 0;
  });
  return { check, far: found };
}
export type Lane = ReturnType<typeof laneOf>;

/** The days on which an alarm rings: any check above the threshold, and none in the week before. */
export function ringsOf(lanes: readonly Lane[], threshold: number): readonly number[] {
  const rings: number[] = [];
  for (let day = 0; day < (lanes[0]?.far.length ?? 0); day += 1) {
    const isQuiet = day < (rings.at(-1) ?? -QUIET) + QUIET;
    if (!isQuiet && lanes.some(({ far }) => (far[day] ?? 0) > threshold)) rings.push(day);
  }
  return rings;
}

/** What placed checks find, and the days on which they ring. */
export function watched(checks: readonly Placed[], days: readonly Day[], threshold: number) {
  const lanes = checks.map((one) => laneOf(one, days));
  return { lanes, rings: ringsOf(lanes, threshold) };
}
