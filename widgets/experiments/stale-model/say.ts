/** The run in a sentence, as a table, and played week by week. */
import { mean } from 'd3-array';
import type { Moments, Rows } from '#kit/contract';
import { number } from '#kit/draw';
import type { StaleOutcome, Years } from './model.ts';
import type { StaleSettings } from './params.ts';

/** A count that may be a mean of years. */
function about(value: number, what: string): string {
  return value === 1 ? `one ${what}` : `${number(value, value % 1 ? 1 : 0)} ${what}s`;
}

function told({ errors, updates, cost }: Years): string {
  const low = Math.min(...errors);
  const high = Math.max(...errors);
  const range = errors.length > 1 ? ` (${number(low)} to ${number(high)})` : '';
  return `off by ${number(mean(errors) ?? 0)} bikes an hour${range}, with ${about(updates, 'update')}, at a cost of $${number(cost)}`;
}

/** The takeaway. */
export function say(_: StaleSettings, { years, calm, heldOut }: StaleOutcome): string {
  if (!calm)
    return `Through 2012 the model is ${told(years)}. On held-out days of 2011 it was off by ${number(heldOut)}.`;
  const count = years.errors.length;
  const which =
    count === 1 ? 'In a year that is drawn' : `In ${number(count)} years that are drawn`;
  return `${which}, the model is ${told(years)} a year. Where nothing changes, it is ${told(calm)}.`;
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** Errors by months. */
export function tabulate(_: StaleSettings, { years, calm }: StaleOutcome): Rows {
  const one = (value: number): number => Number(value.toFixed(1));
  return {
    caption: 'How many bikes an hour the model is off by',
    head: ['Month', 'This year', ...(calm ? ['Nothing changes'] : [])],
    rows: MONTHS.map((name, i) => [
      name,
      one(years.months[i] ?? 0),
      ...(calm ? [one(calm.months[i] ?? 0)] : []),
    ]),
  };
}

/** The second year, played week by week. */
export const timeline: Moments<StaleOutcome, StaleSettings> = {
  kind: 'moments',
  count: ({ seen }) => seen.was.length,
  label: (_, moment) => `week ${number(moment + 1)}`,
  seconds: () => 12,
};
