/** The day in words: the takeaway, what changed, a moment, and the same as a table. */
import { sum } from 'd3-array';
import { nearly, number } from '#kit/draw';
import type { Rows } from '#kit/contract';
import type { Both, FridayOutcome } from './model.ts';
import type { FridaySettings } from './params.ts';

/** A time of day: `12:07`, with its seconds where they are asked for. */
export function clock(time: number, isFine = false): string {
  const [minutes, seconds] = [Math.floor(time / 60), Math.round(time % 60)];
  const two = (value: number): string => String(value).padStart(2, '0');
  const hour = `${Math.floor(minutes / 60)}:${two(minutes % 60)}`;
  return isFine ? `${hour}:${two(seconds)}` : hour;
}

const bothOf = (moments: FridayOutcome['moments']): Both => [
  sum(moments, ({ came }) => came),
  sum(moments, ({ late }) => late),
];
const ratio = ([came, late]: Both): number => (came > 0 ? late / came : 0);

/** When enough were ready. */
export function enough({ minutesToEnough }: FridayOutcome): string {
  if (minutesToEnough === 0) return 'at noon';
  return minutesToEnough === null ? 'never' : `${number(minutesToEnough, 1)} min after noon`;
}

/** The takeaway and, given the run before, what changed. */
export function say(_: FridaySettings, outcome: FridayOutcome, before?: FridayOutcome): string {
  const { isSale, all, halfHour, serverHours, peakServers } = outcome;
  const bill = `${number(serverHours)} server-hours`;
  if (outcome.isNear && !isSale) {
    const [came, late] = bothOf(outcome.moments);
    return `Of ${number(came)} customers from 11:00 to 13:00, ${number(late)} were late (${nearly(ratio([came, late]), 2)}). There were up to ${number(peakServers)} servers, and the bill of the day is ${bill}.`;
  }
  if (!isSale)
    return `Of ${number(all[0])} customers of this day, ${nearly(ratio(all), 2)} were late. There were up to ${number(peakServers)} servers, and the bill is ${bill}.`;
  const then = before?.isSale ? enough(before) : enough(outcome);
  const was = then === enough(outcome) ? '' : ` (before: ${then})`;
  const ready =
    outcome.minutesToEnough === null
      ? `There are never enough servers${was}`
      : `Enough servers are ready ${enough(outcome)}${was}`;
  const [came, late] = halfHour;
  return `${ready}. Of ${number(came)} customers in the first half hour, ${number(late)} were late (${nearly(ratio(halfHour), 1)}), and the bill of the day is ${bill}.`;
}

/** A moment of the day. */
export function sayAt({ target }: FridaySettings, outcome: FridayOutcome, moment: number): string {
  const { moments } = outcome;
  const one = moments[moment];
  if (!one) return '';
  const { time, load, ready, starting, busy } = one;
  const start = starting > 0 ? ` and ${number(starting)} are starting` : '';
  const late = nearly(ratio(bothOf(moments.slice(Math.max(0, moment - 3), moment + 1))), 0);
  return `${clock(time, true)}. ${number(ready)} servers are ready${start}; they are ${nearly(busy, 0)} busy, and ${number(Math.ceil(load / target - 1e-9))} would be enough. Of the latest customers, ${late} were late.`;
}

/** The day in numbers. */
export function tabulate(_: FridaySettings, outcome: FridayOutcome): Rows {
  const { all, halfHour, left, waited, serverHours, peakServers, minutesToEnough } = outcome;
  const of = (count: number, [came]: Both): string => nearly(ratio([came, count]), 2);
  return {
    caption: 'The day in numbers. Late: waited more than a second, or left',
    head: ['What', 'Number', 'Share'],
    rows: [
      ['Customers', all[0], null],
      ['Customers who had to wait', waited, of(waited, all)],
      ['Customers who were late', all[1], of(all[1], all)],
      ['Customers who left', left, of(left, all)],
      ['Customers from 12:00 to 12:30', halfHour[0], null],
      ['Late, of these', halfHour[1], of(halfHour[1], halfHour)],
      ['Minutes from noon until enough are ready', outcome.isSale ? minutesToEnough : null, null],
      ['Servers at most', peakServers, null],
      ['Server-hours', Math.round(serverHours), null],
    ],
  };
}
