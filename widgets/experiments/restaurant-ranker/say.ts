/** The run in a sentence, and as a table. */
import type { Rows } from '#kit/contract';
import { number, perCent } from '#kit/draw';
import { PEOPLE, type Person, type RankerOutcome } from './outcome.ts';
import type { RankerSettings } from './params.ts';

/** Dollars without cents. */
export function dollars(value: number): string {
  return `${value < 0 ? '-' : ''}$${number(Math.abs(value))}`;
}

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
  if (feasible === 0) {
    return couldGiveIn.length > 0
      ? `None of ${settings} settings meets all five demands; one would do if ${listed(couldGiveIn, 'or')} gave in.`
      : `None of ${settings} settings meets all five demands, whoever gives in alone.`;
  }
  const many = `${feasible} of ${settings} settings do`;
  return unmet.length === 0
    ? `All five get what they ask for; ${many}.`
    : `Not content: ${listed(unmet, 'and')}.`;
}

const CALLED: Readonly<Record<Person, string>> = {
  engineers: 'the engineers',
  sales: 'sales',
  product: 'the product team',
  infrastructure: 'infrastructure',
  manager: 'the manager',
};

function listed(people: readonly Person[], joined: 'and' | 'or'): string {
  const names = people.map((person) => CALLED[person]);
  const last = names.pop() ?? '';
  return names.length > 0 ? `${names.join(', ')} ${joined} ${last}` : last;
}

/** What each of the five gets and asks for. */
export function tabulate(_: RankerSettings, outcome: RankerOutcome): Rows {
  const { now, demands, unmet, feasible, settings, teamWorth } = outcome;
  const rows: Readonly<Record<Person, readonly [string, string, string]>> = {
    engineers: [
      'orders in 1,000 visits',
      number(now.orders),
      `at least ${number(demands.engineers)}`,
    ],
    sales: [
      'fees for 1,000 visits',
      dollars(now.fees),
      `at least ${dollars((demands.sales * now.fees) / now.feesTimes)}`,
    ],
    product: ['latency', `${number(now.latency, 1)} ms`, `at most ${number(demands.product)} ms`],
    infrastructure: [
      'new models a year',
      number(now.updates),
      `at most ${number(demands.infrastructure)}`,
    ],
    manager: [
      'margin of 1,000 visits',
      dollars(now.margin),
      `at least ${dollars(demands.manager)}`,
    ],
  };
  return {
    caption: `What the five get and ask for; ${feasible} of ${settings} settings meet all five. With the team, 1,000 visits bring ${dollars(Math.abs(teamWorth))} ${teamWorth < 0 ? 'less' : 'more'} than without it.`,
    head: ['who', 'what', 'now', 'asked for', 'content'],
    rows: PEOPLE.map((person) => [person, ...rows[person], unmet.includes(person) ? 'no' : 'yes']),
  };
}
