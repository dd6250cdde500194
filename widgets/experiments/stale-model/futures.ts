/** Years that might follow: days of the data, drawn again. */
import { cumsum } from 'd3-array';
import type { Random } from '#kit/numbers';
import { daysAsTheyWere, DAYS_2011, MONTHS_2012, type Bikes, type Day } from './bikes.ts';
import type { Drift } from './params.ts';

/** Days drawn together, so that a week of rain stays one. */
const BLOCK = 7;
/** Days of the months in both years, and on which day of the data each begins. */
const MONTHS = [...MONTHS_2012.with(1, 28), ...MONTHS_2012];
const FIRSTS = [0, ...cumsum(MONTHS)];
/** The first day of each month within 2012, and of the year after it. */
export const STARTS = FIRSTS.slice(MONTHS_2012.length).map((day) => day - DAYS_2011);

/** A year by chance, month for month from the same month of 2012, or of 2011 where nothing is to change. */
export function yearDrawn(bikes: Bikes, drift: Drift, random: Random): Day[] {
  return MONTHS_2012.flatMap((length, month) => {
    const at = month + (drift === 'none' ? 0 : MONTHS_2012.length);
    const own = daysAsTheyWere(bikes, FIRSTS[at] as number, FIRSTS[at + 1] as number);
    const free = own.filter(({ isWorking }) => !isWorking);
    const drawn: Day[] = [];
    while (drawn.length < length) {
      const from = random.whole(own.length - BLOCK + 1);
      drawn.push(...own.slice(from, from + BLOCK));
    }
    return drawn.slice(0, length).map((day) => {
      if (drift !== 'weekend' || !day.isWorking) return day;
      return { ...(free[random.whole(free.length)] as Day), isWorking: true };
    });
  });
}
