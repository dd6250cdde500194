import { describe, expect, test } from 'vitest';
import { outcomeOf } from '../../widgets/experiments/two-districts/model.ts';
import { params, type DistrictSettings } from '../../widgets/experiments/two-districts/params.ts';
import { twoDistricts } from '../../widgets/experiments/two-districts/widget.ts';
import { defaults } from '../../widgets/kit/contract/params.ts';
import { each, over as overSeeds, TWENTY, lesson, mean } from './seeds.ts';

const text = lesson('two-districts');
const start = defaults(params);
/** A measure of each of twenty runs. */
const over = async (change: Partial<DistrictSettings>, name: string): Promise<number[]> => {
  const [all] = await overSeeds(twoDistricts, TWENTY, change);
  return each(all, name);
};
const TEN = { days: 3650 } as const;

describe('two districts', () => {
  test('where more is on record, one district has nearly everything, and a third of the cities name the wrong one', async () => {
    expect(text).toContain('and a third of the crime is in B');
    for (const share of await over({ rule: 'most' }, 'recordShare'))
      expect(share).toBeGreaterThan(0.96);
    const wrong = await over({ rule: 'most', rateA: 1 }, 'citiesMisnamed');
    expect(Math.abs(mean(wrong) - 1 / 3)).toBeLessThan(0.015);
  });

  test('in proportion, about half of the cities are lopsided after a year, and about as many after ten', async () => {
    expect(text).toContain('neither bring a city back nor carry it much further');
    const [year, ten] = [await over({}, 'outsideFortySixty'), await over(TEN, 'outsideFortySixty')];
    for (const share of [...year, ...ten]) expect(Math.abs(share - 0.52)).toBeLessThan(0.08);
    expect(Math.abs(mean(ten) - mean(year))).toBeLessThan(0.04);
    ten.forEach((share, i) => expect(Math.abs(share - (year[i] as number))).toBeLessThan(0.06));
  });

  test('with ten records the next one moves the share by up to five points, with a thousand hardly', () => {
    expect(text).toContain('about five points');
    // From a half: (n/2 + 1) / (n + 1) - 1/2.
    const move = (n: number): number => (n / 2 + 1) / (n + 1) - 0.5;
    expect(move(10)).toBeCloseTo(0.0455, 4);
    expect(move(1000)).toBeLessThan(0.001);
  });

  test('fifty and fifty leave little to luck', async () => {
    expect(text).toContain('less room for luck');
    for (const share of await over({ ...TEN, firstA: 50, firstB: 50 }, 'outsideFortySixty'))
      expect(share).toBeLessThan(0.08);
  });

  test('the forecast comes true in cities with equal crime', async () => {
    expect(text).toContain('all dots lie along the diagonal');
    const [said, came] = [await over(TEN, 'predicted'), await over(TEN, 'cameTrue')];
    came.forEach((share, i) => expect(Math.abs(share - (said[i] as number))).toBeLessThan(0.005));
    for (const { early, late } of outcomeOf({ ...start, ...TEN, seed: 101 }).cities)
      expect(Math.abs(early - (late ?? 0))).toBeLessThan(0.09);
  });

  test('divided by the patrols, hardly a city is lopsided', async () => {
    expect(text).toContain('held the truth all along');
    for (const share of await over(TEN, 'perPatrolOutside')) expect(share).toBeLessThan(0.01);
  });

  test('the corrected rule rights the records too', async () => {
    expect(text).toContain('no patrol was added');
    for (const share of await over({ rule: 'corrected' }, 'outsideFortySixty'))
      expect(share).toBeLessThan(0.12);
    for (const share of await over({ ...TEN, rule: 'corrected' }, 'outsideFortySixty'))
      expect(share).toBeLessThan(0.01);
  });

  test('a coin on one day in five leaves records lopsided and gives something to divide', async () => {
    expect(text).toContain('close to its two thirds');
    const never = { rule: 'most', rateA: 0.6, rateB: 0.3 } as const;
    const fifth = { ...never, explore: 0.2 };
    for (const share of await over(fifth, 'recordShare')) expect(share).toBeGreaterThan(0.85);
    for (const share of await over(never, 'perPatrolOfA')) expect(share).toBeLessThan(0.6);
    for (const share of await over(fifth, 'perPatrolOfA'))
      expect(Math.abs(share - 2 / 3)).toBeLessThan(0.035);
  });

  test('a real difference is counted again and again', async () => {
    expect(text).toContain('a real difference is counted again and again');
    for (const share of await over({ ...TEN, rateA: 0.6, rateB: 0.3 }, 'shareOfA'))
      expect(Math.abs(share - 0.95)).toBeLessThan(0.015);
  });

  test('the question on songs: in an urn of 10,000 visits, the share that has 71 % keeps it', () => {
    // One visit in ten clicks, say: the urn’s limit is Beta(710, 290), which is no further from 71 % than this.
    const drift = Math.sqrt((0.71 * 0.29) / 1001);
    expect(2 * drift).toBeLessThan(0.03);
  });
});
