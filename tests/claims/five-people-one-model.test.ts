import { describe, expect, test } from 'vitest';
import { restaurantRanker } from '../../widgets/experiments/restaurant-ranker/widget.ts';
import { mixed } from '../../widgets/experiments/restaurant-ranker/lists.ts';
import type { Near, RankerOutcome } from '../../widgets/experiments/restaurant-ranker/outcome.ts';
import { defaults } from '../../widgets/kit/contract/params.ts';
import { keptOutcomes } from '../../widgets/run/kept/kept-outcomes.ts';
import { number } from '../../widgets/kit/draw/format.ts';
import { questionsOf, each, FIVE, lesson, over, range, TWENTY } from './seeds.ts';

const text = lesson('five-people-one-model');
const practice = questionsOf('practise-research-and-production');
/** What the experiment of the lesson starts from. */
const START = { lossPer100ms: 0.5 };
const SOME = { ...START, salesShare: 0.3 };

describe('Five people, one model', () => {
  test('what 30 % for fees costs and brings, over twenty cities', async () => {
    const [all] = await over(restaurantRanker, TWENTY, SOME);
    const lost = each(all, 'ordersLost').map((one) => 100 * one);
    expect(text).toContain(
      `a loss of ${number(Math.min(...lost), 1)} to ${number(Math.max(...lost), 1)} %`,
    );
    const [least, most] = range(each(all, 'feesGained'));
    expect(text).toContain(`a gain of ${least} to ${most} %.`);
  });

  test('the first steps cost little and the last ones much, and fees rise from the first on', async () => {
    const shares = [0.1, 0.5, 1].map((salesShare) => ({ ...START, salesShare }));
    const [tenth, half, whole] = await over(restaurantRanker, TWENTY, ...shares);
    const [first, fifth, last] = [tenth, half, whole].map((all) => each(all, 'ordersLost'));
    const gained = each(tenth, 'feesGained');
    TWENTY.forEach((_, i) => {
      expect((fifth?.[i] ?? 0) > 4 * (first?.[i] ?? 1)).toBe(true);
      expect(last?.[i]).toBeGreaterThan(2 * (fifth?.[i] ?? 1));
      expect(gained[i]).toBeGreaterThan(4 * (first?.[i] ?? 1));
    });
  });

  test('neither list earns the most', async () => {
    const [all] = await over(restaurantRanker, TWENTY, START);
    const [least, most] = range(each(all, 'bestShare'));
    expect(text).toContain(`where fees count for ${least} to ${most} %`);
  });

  test('a larger model gains offline, and the wait for it costs more than that', async () => {
    const prices = [0, 0.5, 1.7];
    const sizes = ['16', '64'];
    const changes = sizes.flatMap((size) =>
      prices.map((lossPer100ms) => ({ ...SOME, size, lossPer100ms })),
    );
    const own = await over(restaurantRanker, [1], ...changes);
    const twenty = await over(restaurantRanker, TWENTY, ...changes);
    const all = changes.map((_, i) => [...(own[i] ?? []), ...(twenty[i] ?? [])]);
    const orders = all.map((one) => each(one, 'ordersPerThousand'));
    const won = (one: number, other: number): boolean[][] =>
      prices.map((_, i) =>
        (orders[3 * one + i] ?? []).map((value, k) => value > (orders[3 * other + i]?.[k] ?? 0)),
      );
    const wins = (list: boolean[] | undefined): number =>
      (list ?? []).slice(1).filter((one) => one).length;
    const [atOnce, third, tenth] = won(1, 0);
    expect([atOnce?.[0], third?.[0], tenth?.[0]]).toEqual([true, false, false]);
    expect(text).toContain(
      `64 traits beat 16 in ${wins(atOnce)} at no loss and in ${wins(third)} at half a per cent, in ${wins(tenth)} at 1.7 %.`,
    );
  });

  test('the team is worth its pay where many come', async () => {
    const [few, many] = await over(
      restaurantRanker,
      TWENTY,
      { ...SOME, visits: 500 },
      { ...SOME, visits: 5000 },
    );
    for (const one of each(few, 'teamWorth')) expect(one).toBeLessThan(0);
    for (const one of each(many, 'teamWorth')) expect(one).toBeGreaterThan(0);
  });

  test('what the story says of its own city', async () => {
    const [[start] = [], [alone] = [], [settled] = [], [kept] = [], [dropped] = [], [shared] = []] =
      await over(
        restaurantRanker,
        [1],
        START,
        { ...START, salesShare: 1 },
        { ...START, salesShare: 0.35, updateWeeks: '13' },
        SOME,
        { ...SOME, team: 'drop' },
        { ...SOME, visits: 5000 },
      );
    const income = (one: typeof kept): number =>
      2 * (one?.['ordersPerThousand'] ?? 0) + (one?.['feeIncome'] ?? 0);
    const more = income(kept) - income(dropped);
    expect(text).toContain(`earn \\$${more.toFixed(2)} more with the model`);
    const costs = income(kept) - (kept?.['marginIncome'] ?? 0);
    expect(text).toContain(
      `the team costs \\$150, machines and releases \\$${(costs - 150).toFixed(2)}.`,
    );
    const fewer = income(shared) - (shared?.['marginIncome'] ?? 0);
    expect(text).toContain(`the costs, now \\$30 and \\$${(fewer - 30).toFixed(2)},`);
    const orders = start?.['ordersPerThousand'] ?? 0;
    expect(text).toContain(`of 1,000 visits to the app, ${number(orders)} end in an order`);
    expect(1 / (alone?.['ordersLost'] ?? 0)).toBeCloseTo(2.7, 1);
    expect(settled?.['requirementsMet']).toBe(5);
    const lost = number(orders - (settled?.['ordersPerThousand'] ?? 0));
    expect(text).toContain(`gave up ${lost} of her ${number(orders)} orders`);
  });

  test('what the figure of its own city shows', async () => {
    const asked = [START];
    const [own] = (await keptOutcomes(
      restaurantRanker,
      asked.map((one) => ({ ...defaults(restaurantRanker.params), ...one })),
    )) as [RankerOutcome];
    expect(text).toContain('It shows all 525 settings');
    expect(own.settings).toBe(525);
    const sorted = (share: number): Near[] => {
      const score = ({ appeal, fee }: Near): number => mixed(appeal, fee, share);
      return [...own.visitor].sort((one, two) => score(two) - score(one));
    };
    const before = sorted(0);
    const places = (share: number): number[] =>
      sorted(share)
        .slice(0, 5)
        .map((one) => before.indexOf(one) + 1);
    expect(places(0.1)).toEqual([1, 2, 4, 3, 5]);
    expect(places(0.3).filter((one) => one > 5)).toHaveLength(3);
    expect(Math.max(...places(0.3))).toBe(9);
  });

  test('what questions say of runs', async () => {
    const hard = { ...START, minOrders: 0.96, minFees: 1.6 };
    const changes = [
      {},
      { minOrders: 0.5 },
      { minFees: 1 },
      { maxLatency: 150 },
      { maxUpdates: 52 },
      { minMargin: 0.5 },
    ].map((change) => ({ ...hard, ...change }));
    const all = await over(restaurantRanker, [1], ...changes);
    const left = all.map(([one]) => (one?.['feasibleSettings'] ?? 0) > 0);
    expect(left).toEqual([false, true, true, false, false, false]);
    expect(practice).toContain('at least 96 % of the orders and sales for at least 1.6 times');

    const city = { ...START, minFees: 1.35, maxLatency: 65, maxUpdates: 4 };
    const demands = { ...city, salesShare: 0.4, size: '8' };
    const paces = await over(
      restaurantRanker,
      [...FIVE, 31],
      { ...demands, updateWeeks: '13' },
      { ...demands, updateWeeks: '52' },
    );
    expect(new Set(each(paces[0], 'requirementsMet'))).toEqual(new Set([5]));
    for (const met of each(paces[1], 'requirementsMet')) expect(met).toBeLessThan(5);
  });
});
