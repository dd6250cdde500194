/** The run in a sentence, and as a table. */
import { extent, mean } from 'd3-array';
import type { Rows } from '#kit/contract';
import { number } from '#kit/draw';
import type { StaleOutcome, Years } from './model.ts';
import type { StaleSettings } from './params.ts';

/** A count that may be a mean of years. */
function about(value: number, what: string): string {
  return value === 1 ? `one ${what}` : `${number(value, value % 1 ? 1 : 0)} ${what}s`;
}

function told({ errors, updates, cost }: Years): string {
  const [low = 0, high = 0] = extent(errors);
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

/** The months by their names. */
export const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** Errors by months. */
export function tabulate(_: StaleSettings, { years, calm }: StaleOutcome): Rows {
  const kinds = calm ? [years, calm] : [years];
  return {
    caption: 'How many bikes an hour the model is off by',
    head: ['Month', 'This year', 'Nothing changes'].slice(0, 1 + kinds.length),
    rows: MONTHS.map((name, i) => [
      name,
      ...kinds.map(({ months }) => Number((months[i] ?? 0).toFixed(1))),
    ]),
  };
}
