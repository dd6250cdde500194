import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RULES, type Day } from '../../../../widgets/experiments/all-green/checks.ts';
import {
  faulty,
  futureOf,
  GIVEN,
  placedIn,
  weeksOf,
} from '../../../../widgets/experiments/all-green/future.ts';
import { DAYS } from '../../../../widgets/experiments/all-green/hours.ts';
import { CHECKS, FAULTS } from '../../../../widgets/experiments/all-green/names.ts';
import { params, type GreenSettings } from '../../../../widgets/experiments/all-green/params.ts';
import { allGreen } from '../../../../widgets/experiments/all-green/widget.ts';
import { laneOf } from '../../../../widgets/experiments/all-green/watch.ts';
import { measureAll, type Measured } from '../../../../widgets/kit/contract/widget.ts';
import { ranBy } from '../../../ran.ts';

const ran = ranBy(allGreen);
const measured = async (change: Partial<GreenSettings>): Promise<Measured> =>
  measureAll(allGreen, await ran(change)).measures;
const SEEDS = [1, 2, 3, 4, 5];
const weeks = weeksOf(new Uint8Array(readFileSync('public/data/bike-summer.bin')));
const columns = CHECKS.filter((check) => !RULES[check].ofModel && check !== 'profile');

describe('a future', () => {
  it('learns from 18 weeks and serves the other eight; its fault leaves two weeks on either side', () => {
    for (const seed of SEEDS) {
      const { learned, served: hours, start: day } = futureOf(weeks, seed, 0);
      const served = hours.map((hour) => weeks.find((week) => week.hours.includes(hour)));
      expect(new Set([...learned, ...served]).size).toBe(26);
      expect([learned.length, hours.length]).toEqual([18, 24 * DAYS]);
      expect(day).toBeGreaterThanOrEqual(GIVEN);
      expect(day).toBeLessThanOrEqual(DAYS - GIVEN);
    }
  });

  it('is the identical stream where the clock is right, and up to the fault’s first day with any fault', () => {
    for (const seed of SEEDS) {
      const future = futureOf(weeks, seed, 0);
      expect(faulty(future, 'hour', 0)).toEqual(future.usual);
      for (const kind of FAULTS) {
        const days = faulty(future, kind, 3);
        expect(days.slice(0, future.start)).toEqual(future.usual.slice(0, future.start));
        expect(days.map((day) => day.map(({ hired }) => hired))).toEqual(
          future.usual.map((day) => day.map(({ hired }) => hired)),
        );
      }
    }
  });

  it('gives no fault and a right clock the same measures', async () => {
    const [none, right] = [await measured({ fault: 'none' }), await measured({})];
    for (const name of ['errorBefore', 'errorAfter', 'dailyErrorAfter', 'falseAlarmsPerYear'])
      expect(none[name]).toBe(right[name]);
    expect(none['caught']).toBeNull();
  });
});

describe('a wrong clock', () => {
  it('is seen by no check on a single column, however wrong it is: their numbers are the same to the last digit', () => {
    for (const seed of SEEDS) {
      const future = futureOf(weeks, seed, 0);
      const watch = placedIn(future, columns);
      const lanes = (days: readonly Day[]) => watch.map((one) => laneOf(one, days));
      for (const hours of [1, 4, 12])
        expect(lanes(faulty(future, 'hour', hours))).toEqual(lanes(future.usual));
    }
  });

  it('is counted right: the error of the future that is drawn, from its days alone', async () => {
    const { shown, errorAfter } = await ran({ size: 1, futures: 1 });
    const future = futureOf(weeks, 1, 0);
    const days = faulty(future, 'hour', 1).slice(future.start);
    const each = days.map(
      (day) =>
        day.reduce((sum, { expected, hired }) => sum + Math.abs(expected - hired), 0) / day.length,
    );
    expect(errorAfter).toBeCloseTo(each.reduce((one, two) => one + two, 0) / each.length, 9);
    expect(shown.errors.slice(future.start)).toEqual(each);
  });
});

describe('thresholds', () => {
  it('come from the weeks learned from: at 1, none of these would ring', () => {
    for (const seed of [1, 2]) {
      const future = futureOf(weeks, seed, 0);
      for (const { check, learned, most } of placedIn(future, columns))
        for (const week of future.learned) {
          const own = week.days.map(RULES[check].sums);
          const sum = learned.map((_, i) => own.reduce((all, day) => all + (day[i] ?? 0), 0));
          const others = learned.map((all, i) => all - (sum[i] ?? 0));
          expect(RULES[check].far(sum, others)).toBeLessThanOrEqual(most + 1e-12);
        }
    }
  });
});

describe('the checks that are set', () => {
  it('are read with any sign between them, three at most, in one form', () => {
    const parse = params.checks.parse;
    expect(parse('label, zeros.hum')).toBe('zeros.hum+label');
    expect(parse('label+profile+ks.temp+ks.hum')).toMatchObject({
      value: 'ks.temp+ks.hum+profile',
    });
    expect(() => parse('smoke')).toThrow(/range\.temp/);
  });
});
