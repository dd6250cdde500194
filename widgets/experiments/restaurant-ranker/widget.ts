/** The experiment on five people and one ranker, put together. */
import { measure, preset, share, type Widget } from '#kit/contract';
import { draw } from './figure.ts';
import { PEOPLE, type RankerOutcome } from './outcome.ts';
import { params } from './params.ts';
import { say, tabulate } from './say.ts';

const MORE = { better: 'more' } as const;
const LESS = { better: 'less' } as const;
const MONEY = { unit: '$', better: 'more' } as const;

/** The widget `restaurant-ranker`: facts only. */
export const restaurantRanker: Widget<typeof params, RankerOutcome> = {
  tag: 'restaurant-ranker',
  version: 1,
  title: 'Five people, one list',
  params,
  presets: [
    preset('orders', 'fees do not count', {}),
    preset('some', 'fees count for 30 %', { salesShare: 0.3 }),
    preset('all', 'fees alone', { salesShare: 1 }),
  ],
  runner: 'sim/restaurant-ranker',
  spreadMeasure: 'ordersPerThousand',
  measures: {
    ordersPerThousand: measure('orders in 1,000 visits', ({ now }) => now.orders, MORE),
    ordersLost: share(
      'orders lost to the weight of the fees',
      ({ now, noSay }) => 1 - now.orders / noSay.orders,
      { digits: 1, ...LESS },
    ),
    ordersAtOnce: measure(
      'orders in 1,000 visits if nobody had to wait',
      ({ now }) => now.ordersAtOnce,
      MORE,
    ),
    feeIncome: measure('fees for 1,000 visits', ({ now }) => now.fees, MONEY),
    feesGained: share('fees gained', ({ now }) => now.feesTimes - 1, MORE),
    latency: measure('latency', ({ now }) => now.latency, { unit: 'ms', digits: 1, ...LESS }),
    updatesPerYear: measure('new models a year', ({ now }) => now.updates, LESS),
    marginIncome: measure('margin of 1,000 visits', ({ now }) => now.margin, MONEY),
    marginOfBest: share('margin, of the best', ({ now, best }) => now.margin / best.margin, {
      digits: 1,
      ...MORE,
    }),
    bestShare: share('weight of the fees at the best margin', ({ best }) => best.share),
    teamWorth: measure('margin with the team, less margin without', (o) => o.teamWorth, MONEY),
    requirementsMet: measure('demands met', ({ unmet }) => PEOPLE.length - unmet.length, {
      unit: 'of 5',
      ...MORE,
    }),
    feasibleSettings: measure('settings that meet all five', ({ feasible }) => feasible, MORE),
  },
  draw,
  say,
  tabulate,
};
