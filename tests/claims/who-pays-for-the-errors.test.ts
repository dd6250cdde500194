import { describe, expect, test } from 'vitest';
import { readApplicants } from '../../widgets/experiments/three-officers/applicants.ts';
import { scoresOf } from '../../widgets/experiments/three-officers/scores.ts';
import { threeOfficers } from '../../widgets/experiments/three-officers/widget.ts';
import { dataFile } from '../../widgets/run/data/data-file.ts';
import { chance } from '../../widgets/kit/numbers/logistic.ts';
import { number } from '../../widgets/kit/draw/format.ts';
import { each, FIVE, lesson, over, TWENTY } from './seeds.ts';

const text = lesson('who-pays-for-the-errors');
const BLIND = { features: 'blind' } as const;
const ends = (values: readonly number[]): string =>
  `${number(Math.min(...values), 1)} to ${number(Math.max(...values), 1)}`;

describe('Who pays for the errors', () => {
  test('how many were refused, of each group', async () => {
    const { isBlack, isApproved, count } = readApplicants(await dataFile('hmda.bin'));
    const refused = (black: number): number => {
      const all = isApproved.filter((_, i) => isBlack[i] === black);
      return (100 * all.filter((one) => one === 0).length) / all.length;
    };
    expect(text).toContain(`In 1990, ${number(count)} people`);
    expect(text).toContain(`refused ${isApproved.filter((one) => one === 0).length} of them`);
    expect(text).toContain(`${number(refused(0))} of 100 white applicants`);
    expect(text).toContain(`${number(refused(1))} of 100 Black ones`);
  });

  test('the gaps of the two models over twenty splits, and why it is wider than the banks’', async () => {
    const [blind, told] = await over(threeOfficers, TWENTY, BLIND, { features: 'all' });
    const gaps = each(blind, 'approvalGap');
    expect(text).toContain(`${ends(gaps)} points without race.`);
    expect(text).toContain(`told the race has a gap of ${ends(each(told, 'approvalGap'))}.`);
    TWENTY.forEach((_, i) => {
      expect(gaps[i]).toBeGreaterThan(19.1);
      // Before a line is drawn, the chances differ by less than the banks' decisions.
      expect(each(blind, 'chanceGap')[i]).toBeLessThan(13);
      // Told the race, they differ by about as much: 19.1 points.
      expect(Math.abs((each(told, 'chanceGap')[i] ?? 0) - 19.1)).toBeLessThan(1);
      // Of those whom the line refuses, the banks had approved more than half.
      expect(each(blind, 'deniedApproved')[i]).toBeGreaterThan(0.5);
    });
  });

  test('without three facts the gap narrows, race can still be guessed, and fewer of the banks’ no are found', async () => {
    const seeds = [...FIVE, ...TWENTY];
    const [blind, fewer, even] = await over(
      threeOfficers,
      seeds,
      BLIND,
      { features: 'noProxies' },
      { features: 'reweighed' },
    );
    seeds.forEach((_, i) => {
      const of = (all: typeof blind, name: string): number => each(all, name)[i] ?? Number.NaN;
      expect(of(fewer, 'approvalGap')).toBeGreaterThan(12);
      expect(of(fewer, 'approvalGap')).toBeLessThan(19);
      expect(of(fewer, 'raceGuessed')).toBeGreaterThan(0.65);
      expect(of(fewer, 'deniedApproved')).toBeGreaterThan(of(blind, 'deniedApproved'));
      expect(of(even, 'approvalGap')).toBeLessThan(of(blind, 'approvalGap'));
      expect(of(even, 'chanceGap')).toBeLessThan(of(blind, 'chanceGap'));
      // The line makes more of a difference in scores.
      expect(of(even, 'approvalGap')).toBeGreaterThan(1.5 * of(even, 'chanceGap'));
    });
  });

  test('one refused file, asked again with one answer changed', async () => {
    const applicants = readApplicants(await dataFile('hmda.bin'));
    const FILE = 1981;
    const [DEBTS, HISTORY] = ['payments to income', 'consumer credit history'] as const;
    const answer = (name: string): number =>
      applicants.facts.find((fact) => fact.name === name)?.values[FILE] ?? Number.NaN;
    expect(applicants.isApproved[FILE]).toBe(0);
    expect([answer(DEBTS), answer(HISTORY)]).toEqual([0.46, 4]);
    const scored = (seed: number, name?: string, value = 0): Float64Array => {
      const facts = applicants.facts.map((fact) =>
        fact.name === name ? { name, values: fact.values.with(FILE, value) } : fact,
      );
      return scoresOf({ ...applicants, facts }, 'blind', seed).map(chance);
    };
    const asked = (seed: number): number[] => {
      const scores = scored(seed);
      const [own = Number.NaN, debts = Number.NaN, history = Number.NaN] = [
        scores,
        scored(seed, DEBTS, 0.36),
        scored(seed, HISTORY, 0),
      ].map((all) => all[FILE]);
      return [scores.toSorted()[285] ?? Number.NaN, own, debts, history];
    };
    expect(asked(1).map((share) => Math.round(100 * share))).toEqual([76, 54, 70, 80]);
    expect(text).toContain(
      'score is 54 of 100, and its line is at 76. With debts at 36 % it would be 70',
    );
    expect(text).toContain('With the debts unchanged and a first-grade history it would be 80.');
    for (const seed of TWENTY) {
      const [line = 0, own = 0, debts = 0, history = 0] = asked(seed);
      expect(own).toBeLessThan(line);
      expect(debts).toBeLessThan(line);
      expect(history).toBeGreaterThan(line);
    }
    expect(text).toContain(
      'with the lower debts never above the line, with the better history always',
    );
  });
});
