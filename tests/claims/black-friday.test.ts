import { describe, expect, test } from 'vitest';
import { outcomeOf } from '../../widgets/experiments/black-friday/model.ts';
import { params, type FridaySettings } from '../../widgets/experiments/black-friday/params.ts';
import { blackFriday } from '../../widgets/experiments/black-friday/widget.ts';
import { defaults } from '../../widgets/kit/contract/params.ts';
import { over as overSeeds, TWENTY, lesson } from './seeds.ts';

const text = lesson('black-friday');
const start = defaults(params);
/** A measure of each of some runs. */
const over = async (
  change: Partial<FridaySettings>,
  name: string,
  seeds: readonly number[] = TWENTY,
): Promise<(number | null | undefined)[]> => {
  const [all = []] = await overSeeds(blackFriday, seeds, change);
  return all.map((one) => one[name]);
};
const all = (values: readonly (number | null | undefined)[], low: number, high: number): void => {
  for (const value of values) {
    expect(value).toBeGreaterThanOrEqual(low);
    expect(value).toBeLessThanOrEqual(high);
  }
};

describe('black friday', () => {
  test('the rounds of our run are those of the formula, from the twelve servers that it has at noon', async () => {
    expect(text).toContain('so it asks for 26, then for 38, 55, 79 and at last 113');
    const { moments } = outcomeOf({ ...start, seed: 1 });
    const ready = new Set(moments.map((one) => one.ready));
    expect(moments.find(({ time }) => time === 12 * 3600)?.ready).toBe(12);
    const rounds = [12];
    while ((rounds.at(-1) as number) < 100)
      rounds.push(Math.ceil((rounds.at(-1) as number) / 0.7 - 1e-9));
    expect(rounds).toEqual([12, 18, 26, 38, 55, 79, 113]);
    for (const one of rounds) expect(ready).toContain(one);
    const minutes = (await over({}, 'minutesToEnough')) as number[];
    // Six rounds take six starts of two minutes and some looks of a quarter.
    const six = minutes.filter((one) => one > 12.5 && one < 14.6).length;
    expect(six).toBeGreaterThan(15);
    const [low, high] = [Math.min(...minutes), Math.max(...minutes)].map((one) => one.toFixed(1));
    expect(text).toContain(`20 draws: ${low} to ${high} minutes.`);
  });

  test('where servers start at once, enough are there within two minutes', async () => {
    all(await over({ coldStart: 0 }, 'minutesToEnough'), 1.25, 2);
    all(await over({ coldStart: 0 }, 'lateInFirstHalfHour'), 0.02, 0.06);
  });

  test('the start counts once in every round', async () => {
    expect(text).toContain('The start counts once in every round');
    all(await over({ coldStart: 30 }, 'minutesToEnough'), 4, 6);
    all(await over({ coldStart: 300 }, 'minutesToEnough'), 29, 35);
  });

  test('at 95 % it does nothing for two hours', async () => {
    expect(text).toContain('it does nothing for two hours');
    for (const minutes of await over({ target: 0.95 }, 'minutesToEnough'))
      expect(minutes).toBeNull();
    all(await over({ target: 0.95 }, 'peakServers'), 8, 8);
    all(await over({ target: 0.95 }, 'lateInFirstHalfHour'), 0.99, 1);
  });

  test('a count of requests in flight is quicker, and still late', async () => {
    expect(text).toContain('only rises once the crowd is there');
    all(await over({ signal: 'inFlight' }, 'minutesToEnough'), 2.5, 3.5);
    all(await over({ signal: 'inFlight' }, 'lateInFirstHalfHour'), 0.06, 0.11);
  });

  test('a hundred ordered before noon are as good as a hundred all day, for a quarter of the bill', async () => {
    expect(text).toContain('A hundred all day</SetUp> would do too');
    all(await over({ warmServers: 100 }, 'lateInFirstHalfHour'), 0, 0.001);
    all(await over({ warmServers: 100 }, 'serverHours'), 500, 570);
    all(await over({ minServers: 100 }, 'lateShare'), 0, 0.001);
    all(await over({ minServers: 100 }, 'serverHours'), 2400, 2450);
  });

  test('a smooth day to the same peak hardly has late customers, with starts of a quarter of an hour', async () => {
    expect(text).toContain('how much the work grows during one start-up');
    const smooth = { scenario: 'smooth', coldStart: 900 } as const;
    all(await over(smooth, 'lateShare', TWENTY.slice(0, 8)), 0, 0.0005);
    // From 7 to 70 by a cosine: never more than this in a quarter of an hour.
    expect(((63 / 2) * 2 * Math.PI) / 96).toBeLessThan(2.1);
  });

  test('a straight rise to the sale’s height is steep at twenty minutes and gentle at thirty', () => {
    expect(text).toContain('about two customers in a hundred late if it takes twenty minutes');
    expect(text).toContain('about one in two hundred if it takes thirty');
    const late = (steps: number): number => {
      const heights = Array.from(
        { length: 13 },
        (_, i) => 7 + Math.round(63 * Math.min(1, i / steps)),
      );
      const { moments } = outcomeOf({ ...start, scenario: 'drawn', demand: heights.join(' ') });
      const sum = (of: 'came' | 'late'): number => moments.reduce((all, one) => all + one[of], 0);
      return sum('late') / sum('came');
    };
    expect(late(2)).toBeGreaterThan(0.015);
    expect(late(2)).toBeLessThan(0.03);
    expect(late(3)).toBeGreaterThan(0.003);
    expect(late(3)).toBeLessThan(0.0075);
  });
});
