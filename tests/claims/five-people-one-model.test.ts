import { describe, expect, test } from 'vitest';
import { restaurantRanker } from '../../widgets/experiments/restaurant-ranker/widget.ts';
import { number } from '../../widgets/kit/draw/format.ts';
import { each, FIVE, lesson, over, range, read, TWENTY } from './seeds.ts';

const text = lesson('five-people-one-model');
const questions = read('content/ml-systems-in-production/five-people-one-model.questions.yaml');
const SOME = { salesShare: 0.3 };

describe('Five people, one model', { timeout: 120_000 }, () => {
  test('what 30 % of the say costs and brings, over twenty cities', async () => {
    const [all] = await over(restaurantRanker, TWENTY, SOME);
    const lost = each(all, 'ordersLost').map((one) => 100 * one);
    expect(text).toContain(
      `the loss lay between ${number(Math.min(...lost), 1)} and ${number(Math.max(...lost), 1)} %`,
    );
    const [least, most] = range(each(all, 'feesGained'));
    expect(text).toContain(`the gain between ${least} and ${most} %.`);
  });

  test('the first steps cost little and the last ones much, and fees rise from the first on', async () => {
    const shares = [0.1, 0.5, 1].map((salesShare) => ({ salesShare }));
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
    const [all] = await over(restaurantRanker, TWENTY, {});
    const [least, most] = range(each(all, 'bestShare'));
    expect(text).toContain(`where sales have between ${least} and ${most} % of the say`);
  });

  test('whether the larger model wins hangs on what waiting costs', async () => {
    const [small, large, smallAtSeven, largeAtSeven] = await over(
      restaurantRanker,
      TWENTY,
      { ...SOME, size: '4' },
      { ...SOME, size: '64' },
      { ...SOME, size: '4', lossPer100ms: 7 },
      { ...SOME, size: '64', lossPer100ms: 7 },
    );
    const wins = (one: typeof small, other: typeof small): number => {
      const others = each(other, 'ordersPerThousand');
      return each(one, 'ordersPerThousand').filter((value, i) => value > (others[i] ?? 0)).length;
    };
    expect(text).toContain(`at 1.7 % the large model won in ${wins(large, small)} of them`);
    expect(wins(largeAtSeven, smallAtSeven)).toBe(0);
    const offline = each(small, 'ordersAtOnce');
    each(large, 'ordersAtOnce').forEach((one, i) => expect(one).toBeGreaterThan(offline[i] ?? 0));
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
    const [[start] = [], [alone] = [], [settled] = []] = await over(
      restaurantRanker,
      [1],
      {},
      { salesShare: 1 },
      { salesShare: 0.4, size: '8', updateWeeks: '13' },
    );
    const orders = start?.['ordersPerThousand'] ?? 0;
    expect(text).toContain(`of 1,000 visits ${number(orders)} end in an order`);
    expect(1 / (alone?.['ordersLost'] ?? 0)).toBeCloseTo(2.7, 1);
    expect(settled?.['requirementsMet']).toBe(5);
    const kept = (settled?.['ordersPerThousand'] ?? 0) / orders;
    expect(Math.round(1 / (1 - kept))).toBe(13);
    expect(text).toContain('lost one order in thirteen');
  });

  test('the compromise holds in ten cities that nobody had looked at', async () => {
    const ten = TWENTY.slice(0, 10);
    const [found, slow] = await over(
      restaurantRanker,
      ten,
      { salesShare: 0.4, size: '4', updateWeeks: '13' },
      { maxLatency: 50 },
    );
    expect(each(found, 'requirementsMet')).toEqual(ten.map(() => 5));
    expect(each(slow, 'feasibleSettings')).toEqual(ten.map(() => 0));
  });

  test('what questions say of runs', async () => {
    const hard = { minOrders: 0.96, minFees: 1.6 };
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
    expect(questions).toContain('at least 0.96 of the orders and sales for at least 1.6 times');

    const demands = { minFees: 1.35, maxLatency: 65, maxUpdates: 4, salesShare: 0.4, size: '8' };
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
