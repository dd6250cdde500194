/** Years that might follow: days of the data, drawn again. */
import { cumsum } from 'd3-array';
import type { Random } from '#kit/numbers';
import { daysAsTheyWere, DAYS_2011, MONTHS_2012, type Bikes, type Day } from './bikes.ts';
import type { Drift } from './params.ts';

/** Days drawn together, so that a week of rain stays one. */
const BLOCK = 7;
const FEBRUARY = 1;

/** The first day of each month within its year, in 2012, and of the year after it; 2011 lacks a day from March on. */
export const STARTS = [0, ...cumsum(MONTHS_2012)];

/** The year 2012 as it was. */
export function yearAsItWas(bikes: Bikes): Day[] {
  return daysAsTheyWere(bikes, DAYS_2011, bikes.isWorking.length);
}

/** A year by chance, month for month from the same month of 2012, or of 2011 where nothing is to change. */
export function yearDrawn(bikes: Bikes, drift: Drift, random: Random): Day[] {
  return MONTHS_2012.flatMap((length, month) => {
    const own = monthOf(bikes, drift === 'none' ? 2011 : 2012, month);
    const free = own.filter(({ isWorking }) => !isWorking);
    const drawn: Day[] = [];
    while (drawn.length < length) {
      const from = random.whole(own.length - BLOCK + 1);
      drawn.push(...own.slice(from, from + BLOCK));
    }
    const days = drawn.slice(0, length);
    if (drift !== 'weekend') return days;
    return days.map((day) =>
      day.isWorking
        ? { source: (free[random.whole(free.length)] as Day).source, isWorking: true }
        : day,
    );
  });
}

function monthOf(bikes: Bikes, year: number, month: number): Day[] {
  const start = STARTS[month] as number;
  const length = MONTHS_2012[month] as number;
  const isShort = year === 2011;
  const from = isShort ? start - (month > FEBRUARY ? 1 : 0) : DAYS_2011 + start;
  const days = isShort && month === FEBRUARY ? length - 1 : length;
  return daysAsTheyWere(bikes, from, from + days);
}
