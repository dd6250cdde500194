import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DAYS_2011, HOURS, readBikes } from '../../widgets/experiments/stale-model/bikes.ts';
import type { StaleOutcome } from '../../widgets/experiments/stale-model/model.ts';
import { rollingUpdate } from '../../widgets/experiments/rolling-update/widget.ts';
import { staleModel } from '../../widgets/experiments/stale-model/widget.ts';
import { defaults, type AnySettings } from '../../widgets/kit/contract/params.ts';
import { number } from '../../widgets/kit/draw/format.ts';
import { keptOutcomes } from '../../widgets/run/kept/kept-outcomes.ts';
import { each, lesson, mean, over, TWENTY } from './seeds.ts';

const text = lesson('a-model-goes-stale');
const outcomes = async (change: object, seeds = [1]): Promise<readonly StaleOutcome[]> =>
  (await keptOutcomes(
    staleModel,
    seeds.map((seed) => ({ ...defaults(staleModel.params), ...change, seed }) as AnySettings),
  )) as readonly StaleOutcome[];
const one = async (change: object): Promise<StaleOutcome> =>
  (await outcomes(change))[0] as StaleOutcome;

describe('A model goes stale', () => {
  test('the lines part in the first weeks and never meet again', async () => {
    const { seen, years, heldOut } = await one({});
    expect(seen.said.every((said, week) => said < (seen.was[week] ?? 0))).toBe(true);
    expect(years.months[2]).toBeGreaterThan(2 * heldOut);
    expect(text).toContain('by March the error is more than twice that of the test');
  });

  test('demand grew as the text has it', () => {
    const { count, sky } = readBikes(readFileSync('public/data/bike-years.bin'));
    const cut = HOURS * DAYS_2011;
    const of = (from: number, to: number): number =>
      mean([...count.subarray(from, to)].filter((_, hour) => (sky[from + hour] ?? 0) > 0));
    const [before, after] = [of(0, cut), of(cut, count.length)];
    expect(text).toContain(`where ${number(before)} were hired`);
    expect(text).toContain(
      `people hired ${number(after)} bikes an hour in 2012, ${number(after / before, 2)} times as many`,
    );
  });

  test('when labels come at once, multiplier and new model are closer', async () => {
    const errors = await Promise.all(
      ['recalibrate', 'every'].map(async (policy) => {
        const { years } = await one({ policy, delayWeeks: 0 });
        return number(years.errors[0] ?? 0);
      }),
    );
    expect(text).toContain(`when labels come at once: ${errors.join(' against ')}.`);
  });

  test('where nothing changes, the newest months make every one of a hundred years worse', async () => {
    const [untouched, newest] = await Promise.all(
      ['never', 'every'].map((policy) => outcomes({ policy, futures: 5 }, TWENTY)),
    );
    const errors = (list: readonly StaleOutcome[] | undefined): number[] =>
      (list ?? []).flatMap(({ calm }) => [...(calm?.errors ?? [])]);
    const before = errors(untouched);
    expect(before).toHaveLength(100);
    expect(errors(newest).every((error, i) => error > (before[i] ?? Infinity))).toBe(true);
  });

  test('on seeds that nobody looked at, the alarm of the solution keeps its promise', async () => {
    const change = { policy: 'alarmRecalibrate', threshold: 45, futures: 5, delayWeeks: 2 };
    const [all] = await over(staleModel, TWENTY, change);
    expect(Math.max(...each(all, 'meanError'))).toBeLessThan(58);
    expect(Math.max(...each(all, 'updates'))).toBeLessThanOrEqual(2);
    expect(Math.max(...each(all, 'falseAlarms'))).toBe(0);
  });

  test('where the day changes its shape, only a new model helps', async () => {
    const all = await over(
      staleModel,
      TWENTY,
      ...['never', 'recalibrate', 'every'].map((policy) => ({
        policy,
        drift: 'weekend',
        futures: 5,
      })),
    );
    const [untouched = [], multiplier = [], newest = []] = all.map((one) => each(one, 'meanError'));
    untouched.forEach((error, i) => {
      expect(multiplier[i]).toBeGreaterThan(0.9 * error);
      expect(newest[i]).toBeLessThan(0.7 * error);
    });
  });

  test('the alarm of the end would have rung once in 2012', async () => {
    expect(text).toContain('silent in every twin. In 2012 it would have rung once');
    const { years } = await one({ policy: 'alarmRecalibrate', threshold: 45 });
    expect(years.rings).toBe(1);
    expect(text).toContain('With the model left alone, the alarm rings again and again');
    const untouched = await one({ threshold: 45 });
    expect(untouched.years.rings).toBeGreaterThan(5);
  });

  test('one of ten machines can be spared at 80 a second, two cannot, and at night five can', async () => {
    const [one, two, night] = await over(
      rollingUpdate,
      TWENTY,
      { atOnce: 1 },
      { atOnce: 2 },
      { atOnce: 5, load: 30 },
    );
    TWENTY.forEach((_, i) => {
      expect(one?.[i]?.['refusedShare']).toBeLessThan(0.0005);
      expect(two?.[i]?.['refusedShare']).toBeGreaterThan(0.005);
      expect(night?.[i]?.['refusedShare']).toBe(0);
      expect(night?.[i]?.['minutes']).toBe(4);
    });
  });
});
