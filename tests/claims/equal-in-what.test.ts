import { describe, expect, test } from 'vitest';
import { readApplicants } from '../../widgets/experiments/three-officers/applicants.ts';
import { forced } from '../../widgets/experiments/three-officers/rates.ts';
import type { OfficerOutcome } from '../../widgets/experiments/three-officers/outcome.ts';
import { threeOfficers } from '../../widgets/experiments/three-officers/widget.ts';
import { number } from '../../widgets/kit/draw/format.ts';
import { dataFile } from '../../widgets/run/data/data-file.ts';
import { each, FIVE, lesson, numbersOver, over, TWENTY } from './seeds.ts';

const text = lesson('equal-in-what');
const BLIND = { features: 'blind' } as const;
const LINES = { ...BLIND, rule: 'separate', refusedWhite: 0.13, refusedBlack: 0.2 } as const;

describe('Equal in what?', () => {
  test('with one line none of the five shares is equal, and approving everyone agrees with the banks more often', async () => {
    expect(text).toContain('None of the five shares is equal.');
    const { isApproved, count } = readApplicants(await dataFile('hmda.bin'));
    const yes = isApproved.filter((one) => one === 1).length / count;
    expect(text).toContain(`agree with the banks in ${number(100 * yes)} % of cases`);
    const [all] = await over(threeOfficers, [...FIVE, ...TWENTY], BLIND);
    for (const lit of each(all, 'lampsLit')) expect(lit).toBe(0);
    for (const right of each(all, 'accuracy')) expect(right).toBeLessThan(yes);
  });

  test('two lines make recall equal, and of the banks’ no these data cannot tell', async () => {
    expect(text).toContain('in none of them could these data tell');
    const [all] = await over(threeOfficers, TWENTY, LINES);
    TWENTY.forEach((_, i) => {
      const [low, high] = [each(all, 'fprGapLow')[i] ?? 0, each(all, 'fprGapHigh')[i] ?? 0];
      expect(each(all, 'tprLamp')[i]).toBe(1);
      expect(low).toBeLessThan(-3);
      expect(high).toBeGreaterThan(5);
      expect(Math.round((high - low) / 10)).toBe(2);
    });
  });

  test('what all pairs of lines can do', async () => {
    expect(text).toContain('Fewer than one in ten make even one of the five shares equal.');
    const [all] = await numbersOver<OfficerOutcome>(
      threeOfficers,
      [...FIVE, ...TWENTY],
      {
        pairs: ({ map }) => map.length,
        some: ({ map }) => map.filter((lit) => lit > 0).length / map.length,
        most: ({ map }) => Math.max(...map),
        nobody: ({ map }) => map[0] ?? 0,
      },
      BLIND,
    );
    for (const pairs of each(all, 'pairs')) expect(text).toContain(`${number(pairs)} pairs`);
    for (const some of each(all, 'some')) expect(some).toBeLessThan(0.1);
    for (const most of each(all, 'most')) expect(most).toBe(3);
    for (const lit of each(all, 'nobody')) expect(lit).toBe(3);
  });

  test('what equal precision and equal recall force, counted in a thousand', async () => {
    const { isBlack, isApproved } = readApplicants(await dataFile('hmda.bin'));
    const column = (black: number): number[] => {
      const all = isApproved.filter((_, i) => isBlack[i] === black);
      const yes = (1000 * all.filter((one) => one === 1).length) / all.length;
      const found = 0.95 * yes;
      const wrongly = found / 0.95 - found;
      const share = (100 * wrongly) / (1000 - yes);
      expect(share).toBeCloseTo(100 * forced(yes / 1000, 0.95, 0.05), 9);
      return [yes, found, wrongly, 1000 - yes, share];
    };
    const [white, black] = [column(0), column(1)];
    white.forEach((one, row) => {
      const unit = row === white.length - 1 ? ' %' : '';
      expect(text).toContain(`| ${number(one)}${unit} | ${number(black[row] ?? 0)}${unit} |`);
    });
  });

  test('the question on two groups of pupils', () => {
    expect(100 * forced(0.5, 0.9, 0.1)).toBeCloseTo(10, 9);
    expect(100 * forced(0.8, 0.9, 0.1)).toBeCloseTo(40, 9);
  });
});
