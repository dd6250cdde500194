/** The run in a sentence, and as a table. */
import type { Rows } from '#kit/contract';
import { number, perCent } from '#kit/draw';
import { askedBy, AT_MOST } from './demands.ts';
import { PEOPLE, type Person, type RankerOutcome, type Standing } from './outcome.ts';
import type { RankerSettings } from './params.ts';

type Written = (value: number, digits?: number) => string;
const whole: Written = (value) => number(value);
const dollars: Written = (value) => `${value < 0 ? '-' : ''}$${number(Math.abs(value))}`;
const millis: Written = (value, digits) => `${number(value, digits)} ms`;

/** What the five are called, what they look at, where that is in a standing, and how much of it fills a bar. */
export const TOLD: Readonly<
  Record<Person, readonly [string, what: string, keyof Standing, most: number, Written]>
> = {
  engineers: ['the engineers', 'orders in 1,000 visits', 'orders', 600, whole],
  sales: ['sales', 'fees for 1,000 visits', 'fees', 1000, dollars],
  product: ['the product team', 'latency', 'latency', 150, millis],
  infrastructure: ['infrastructure', 'new models a year', 'updates', 52, whole],
  manager: ['the manager', 'margin of 1,000 visits', 'margin', 1800, dollars],
};

/** The takeaway: orders and fees, then what the five have of it; not before the first run, when nobody has asked for anything yet. */
export function say(_: RankerSettings, outcome: RankerOutcome, before?: RankerOutcome): string {
  const { now, noSay, share } = outcome;
  if (share === 0) {
    const first = `Of 1,000 visits ${number(now.orders)} end in an order, and restaurants pay ${dollars(now.fees)} for being shown.`;
    return before ? `${first} ${together(outcome)}` : first;
  }
  const lost = 1 - now.orders / noSay.orders;
  return `With ${perCent(share, 0)} of the say for sales, ${perCent(Math.abs(lost), 1)} of the orders are ${lost < 0 ? 'gained' : 'lost'}, ${number(now.orders)} instead of ${number(noSay.orders)}; fees rise from ${dollars(noSay.fees)} to ${dollars(now.fees)}. ${together(outcome)}`;
}

function together({ unmet, feasible, settings, couldGiveIn }: RankerOutcome): string {
  if (feasible === 0 && couldGiveIn.length === 0)
    return `None of ${settings} settings meets all five demands, whoever gives in alone.`;
  if (feasible === 0)
    return `None of ${settings} settings meets all five demands; one would do if ${listed(couldGiveIn, 'or')} gave in.`;
  return unmet.length === 0
    ? `All five get what they ask for; ${feasible} of ${settings} settings do.`
    : `Not content: ${listed(unmet, 'and')}.`;
}

function listed(people: readonly Person[], joined: 'and' | 'or'): string {
  const names = people.map((person) => TOLD[person][0]);
  const last = names.pop() ?? '';
  return names.length > 0 ? `${names.join(', ')} ${joined} ${last}` : last;
}

/** What each of the five gets and asks for. */
export function tabulate(_: RankerSettings, outcome: RankerOutcome): Rows {
  const { now, unmet, feasible, settings, teamWorth } = outcome;
  return {
    caption: `What the five get and ask for; ${feasible} of ${settings} settings meet all five. With the team, 1,000 visits bring ${dollars(Math.abs(teamWorth))} ${teamWorth < 0 ? 'less' : 'more'} than without it.`,
    head: ['who', 'what', 'now', 'asked for', 'content'],
    rows: PEOPLE.map((person) => {
      const [, what, of, , written] = TOLD[person];
      const asked = `at ${AT_MOST.has(person) ? 'most' : 'least'} ${written(askedBy(person, outcome))}`;
      return [person, what, written(now[of], 1), asked, unmet.includes(person) ? 'no' : 'yes'];
    }),
  };
}
