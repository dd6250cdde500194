import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DAYS_2011, readBikes } from '../../../../widgets/experiments/stale-model/bikes.ts';
import { watch } from '../../../../widgets/experiments/stale-model/cusum.ts';
import { yearDrawn } from '../../../../widgets/experiments/stale-model/futures.ts';
import { type StaleOutcome } from '../../../../widgets/experiments/stale-model/model.ts';
import { type StaleSettings } from '../../../../widgets/experiments/stale-model/params.ts';
import { staleModel } from '../../../../widgets/experiments/stale-model/widget.ts';
import { measureAll } from '../../../../widgets/kit/contract/widget.ts';
import { seeded } from '../../../../widgets/kit/numbers/random.ts';
import { ranBy } from '../../../ran.ts';

const ran = ranBy(staleModel);
const measured = async (change: Partial<StaleSettings>) =>
  measureAll(staleModel, await ran(change)).measures;
const bikes = readBikes(readFileSync('public/data/bike-years.bin'));

describe('the alarm', () => {
  // Montgomery, Introduction to Statistical Quality Control: two-sided CUSUM with an allowance of half a standard deviation.
  it.each([
    [5, [465, 38, 10.4, 4.01]],
    [4, [168, 26.6, 8.38, 3.34]],
  ])('at %d rings after as many independent days as the tables say', (threshold, runs) => {
    [0, 0.5, 1, 2].forEach((shift, i) => {
      const random = seeded(7, `shift ${shift}`);
      const days = Array.from({ length: 1_000_000 }, () => random.normal() + shift);
      const { rings } = watch(days, threshold);
      const expected = runs[i] as number;
      // Run lengths are spread about as widely as they are long.
      const error = expected / Math.sqrt(rings.length);
      expect(Math.abs(days.length / rings.length - expected)).toBeLessThan(
        4 * error + 0.005 * expected,
      );
    });
  });

  it('would ring less than once in 2011 if days were independent, and rings ten times', async () => {
    expect(365 / 465).toBeLessThan(1);
    expect((await measured({ threshold: 5 }))['alarmsIn2011']).toBe(10);
  });
});

describe('the model', () => {
  // A dense ridge regression of 53 columns in numpy, on the packed file.
  it.each<[Partial<StaleSettings>, number]>([
    [{}, 95.91903767990141],
    [{ policy: 'recalibrate' }, 50.62931591007304],
    [{ policy: 'every' }, 55.56998264956813],
    [{ policy: 'every', window: 0 }, 84.26664540497082],
    [{ policy: 'every', every: 3, delayWeeks: 2 }, 62.060701590768424],
    [{ policy: 'every', every: 6, window: 12, delayWeeks: 0 }, 81.85206520232683],
    [{ policy: 'recalibrate', every: 3, delayWeeks: 1 }, 54.487555819771764],
  ])('through 2012 with %o has the error that numpy finds', async (change, error) => {
    expect((await measured(change))['meanError']).toBeCloseTo(error, 6);
  });

  it('has on held-out weeks of 2011 the error that numpy finds', async () => {
    expect((await ran({})).heldOut).toBeCloseTo(33.625227461279316, 6);
  });
});

describe('years that are drawn', () => {
  it('have the days of their month, from 2011 where nothing changes and from 2012 where it does', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const calm = yearDrawn(bikes, 'none', seeded(seed, 'x'));
      const changed = yearDrawn(bikes, 'real', seeded(seed, 'x'));
      expect([calm.length, changed.length]).toEqual([366, 366]);
      const monthOf = (source: number): number =>
        new Date(Date.UTC(2011, 0, 1 + source)).getUTCMonth();
      for (let day = 0; day < 366; day += 1) {
        const month = new Date(Date.UTC(2012, 0, 1 + day)).getUTCMonth();
        expect(monthOf(calm[day]?.source ?? -1)).toBe(month);
        expect(monthOf(changed[day]?.source ?? -1)).toBe(month);
      }
      expect(calm.every(({ source }) => source < DAYS_2011)).toBe(true);
      expect(changed.every(({ source }) => source >= DAYS_2011)).toBe(true);
      expect(
        changed.every(({ source, isWorking }) => isWorking === (bikes.isWorking[source] === 1)),
      ).toBe(true);
    }
  });

  it('have days off in place of working days where these turn into weekends', () => {
    const year = yearDrawn(bikes, 'weekend', seeded(1, 'x'));
    expect(year.every(({ source }) => bikes.isWorking[source] === 0)).toBe(true);
    expect(year.filter(({ isWorking }) => isWorking).length).toBeGreaterThan(230);
  });

  it('are the same whatever the team does, and others with another seed', async () => {
    const [one, other] = [
      await ran({ futures: 3 }),
      await ran({ futures: 3, policy: 'recalibrate' }),
    ];
    expect(one.seen.was).toEqual(other.seen.was);
    expect((await ran({ futures: 3, seed: 2 })).seen.was).not.toEqual(one.seen.was);
  });
});

describe('what the team does', () => {
  it('is done on the first of a month, as often as is said, or when the alarm rings', async () => {
    expect((await ran({ policy: 'every', every: 3 })).seen.updates).toEqual([91, 182, 274]);
    const { seen } = await ran({ policy: 'alarmRecalibrate', threshold: 20 });
    expect(seen.updates).toEqual(seen.rings);
    expect(seen.updates).toHaveLength(2);
    expect((await ran({ policy: 'recalibrate', every: 12 })).seen.updates).toEqual([]);
  });

  it('knows nothing of days whose labels have not come: what happens later changes no update', async () => {
    // With labels twelve weeks late, the multiplier of 1 February rests on 2011 alone.
    const { seen, years } = await ran({ policy: 'recalibrate', delayWeeks: 12, every: 1 });
    const untouched = await ran({ delayWeeks: 12 });
    expect(seen.said.slice(0, 4)).toEqual(untouched.seen.said.slice(0, 4));
    expect(years.months[0]).toBe(untouched.years.months[0]);
    const real = await ran({ policy: 'recalibrate', delayWeeks: 12, futures: 1 });
    const weekend = await ran({
      policy: 'recalibrate',
      delayWeeks: 12,
      futures: 1,
      drift: 'weekend',
    });
    const times = ({ seen: { said } }: StaleOutcome, base: StaleOutcome): number =>
      (said[6] as number) / (base.seen.said[6] as number);
    const bases = [
      await ran({ delayWeeks: 12, futures: 1 }),
      await ran({ delayWeeks: 12, futures: 1, drift: 'weekend' }),
    ] as const;
    expect(times(real, bases[0])).toBeCloseTo(times(weekend, bases[1]), 9);
  });

  it('costs what its errors and updates cost', async () => {
    const hours = 8734;
    const untouched = await measured({});
    expect(untouched['cost']).toBeCloseTo(0.1 * hours * (untouched['meanError'] as number), 3);
    const monthly = await measured({ policy: 'every' });
    expect(monthly['cost']).toBeCloseTo(11_000 + 0.1 * hours * (monthly['meanError'] as number), 3);
    const number = await measured({ policy: 'recalibrate' });
    expect(number['cost']).toBeCloseTo(550 + 0.1 * hours * (number['meanError'] as number), 3);
  });
});
