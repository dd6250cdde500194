import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { hoursOf } from '../../widgets/experiments/all-green/hours.ts';
import { allGreen } from '../../widgets/experiments/all-green/widget.ts';
import { number } from '../../widgets/kit/draw/format.ts';
import { questionsOf, each, lesson, mean, over, range, TWENTY } from './seeds.ts';

const text = lesson('all-lamps-green');
const questions = questionsOf('all-lamps-green');
const TRIO = { fault: 'all', checks: 'zeros.hum+profile+label', threshold: 1.2 };

describe('All lamps green', () => {
  test('what an hour costs, in twenty other shuffles, and that the day’s total hardly notices', async () => {
    const [right, one] = await over(allGreen, TWENTY, {}, { size: 1 });
    const errors = each(one, 'errorAfter');
    expect(text).toContain(
      `20 draws: ${number(Math.min(...errors))} to ${number(Math.max(...errors))}.`,
    );
    const totals = { before: each(one, 'dailyErrorBefore'), after: each(one, 'dailyErrorAfter') };
    each(one, 'errorBefore').forEach((before, i) => {
      expect(errors[i]).toBeGreaterThan(2 * before);
      const [was, is] = [totals.before[i] ?? NaN, totals.after[i] ?? NaN];
      expect(Math.abs(was - is)).toBeLessThan(0.012);
    });
    expect(mean(each(right, 'errorBefore'))).toBeCloseTo(42, -1);
  });

  test('on how many normal days the textbook test rings', async () => {
    const [calm] = await over(allGreen, TWENTY, { fault: 'none' });
    const [least, most] = range(each(calm, 'textbookRings'));
    const page = await over(allGreen, [1], { fault: 'none' });
    expect(text).toContain(
      `20 draws: on ${least} to ${most} % of the days, a little fewer than in the run on this page.`,
    );
    const here = each(page[0], 'textbookRings')[0] ?? NaN;
    expect(here).toBeGreaterThan(Math.max(...each(calm, 'textbookRings')));
  });

  test('three checks reach the goal in all of the twenty, and ring falsely once or twice a year', async () => {
    const [trio, columns] = await over(allGreen, TWENTY, TRIO, {
      ...TRIO,
      checks: 'ks.temp+ks.hum+ks.wind',
      threshold: 1,
    });
    for (const worst of each(trio, 'worstCaught')) expect(worst).toBeGreaterThanOrEqual(0.9);
    for (const rung of each(trio, 'falseAlarmsPerYear')) expect(rung).toBeLessThanOrEqual(4);
    const rung = mean(each(trio, 'falseAlarmsPerYear'));
    expect([rung > 1, rung < 2]).toEqual([true, true]);
    expect(questions).toContain('ring falsely about once or twice a year');
    for (const worst of each(columns, 'worstCaught')) expect(worst).toBeLessThan(0.6);
  });

  test('a test on the forecasts notices the clock no more often than it rings by chance', async () => {
    const [rings] = await over(allGreen, TWENTY, { size: 1, checks: 'ks.predictions' });
    const byChance = mean(each(rings, 'falseAlarmsPerYear')) * (14 / 365);
    expect(mean(each(rings, 'caught'))).toBeLessThan(byChance + 0.05);
    expect(text).toContain('no more often than it rings by chance');
  });

  test('four hours are noticed by the joint check, one hour mostly not, and zeros on the first day', async () => {
    const joint = { checks: 'profile', threshold: 1.2 };
    const [four, one, zeros] = await over(
      allGreen,
      TWENTY,
      { size: 4, ...joint },
      { size: 1, ...joint },
      { fault: 'zeros', checks: 'zeros.hum' },
    );
    for (const caught of each(four, 'caught')) expect(caught).toBeGreaterThan(0.95);
    for (const caught of each(one, 'caught')) expect(caught).toBeLessThan(0.4);
    for (const day of each(zeros, 'delayDays')) expect(day).toBe(0);
  });

  test('what the scene says of the city: its evening, and how steep its mornings are', () => {
    const hours = hoursOf(new Uint8Array(readFileSync('public/data/bike-summer.bin')));
    const known = hours.filter(({ hired, input }) => hired >= 0 && input.working === 1);
    const hired = Array.from({ length: 24 }, (_, hour) =>
      mean(known.filter(({ input }) => input.hour === hour).map((one) => one.hired)),
    );
    const at = (hour: number): number => hired[hour] ?? NaN;
    expect(Math.round(at(17) / 100)).toBe(8);
    expect(text).toContain('where 800 are hired between five and six on a working day');
    expect(at(7) / at(6)).toBeGreaterThan(2);
    expect(at(9) / at(8)).toBeLessThan(0.6);
  });
});
