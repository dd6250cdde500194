import { beforeAll, describe, expect, test } from 'vitest';
import { syntheticShifts } from '../../widgets/experiments/synthetic-shifts/widget.ts';
import type { Measured } from '../../widgets/kit/contract/widget.ts';
import { seeded } from '../../widgets/kit/numbers/random.ts';
import { questionsOf, TWENTY, each, lesson, mean, over, percent } from './seeds.ts';

const CHANGES = {
  home: {},
  dimmed: { shift: 'dim', amount: 50 },
  moved: { shift: 'move', amount: 50 },
  inverted: { shift: 'invert', amount: 100 },
  few: { digits: 50 },
  only: { shift: 'arrivals', amount: 100 },
  swapped: { shift: 'labels', amount: 100 },
} as const;
type Name = keyof typeof CHANGES;

describe('fool the alarm', () => {
  const text = lesson('fool-the-alarm');
  const questions = questionsOf('practise-research-and-production');
  const of: Partial<Record<Name, readonly Measured[]>> = {};

  // Seed by seed: all runs of a seed ask for the same model, and only four are kept.
  beforeAll(async () => {
    for (const seed of TWENTY) {
      const found = await over(syntheticShifts, [seed], ...Object.values(CHANGES));
      for (const [i, name] of (Object.keys(CHANGES) as Name[]).entries())
        of[name] = [...(of[name] ?? []), ...(found[i] ?? [])];
    }
  });

  test('half the ink takes off confidence what two pixels take off the digits; negatives leave it sure', () => {
    const at = mean(each(of.home, 'confidence'));
    const points = (share: number): string => (100 * share).toFixed(0);
    expect(points(at - mean(each(of.dimmed, 'confidence')))).toBe('10');
    expect(points(mean(each(of.dimmed, 'cost')))).toBe('2');
    expect(points(at - mean(each(of.moved, 'confidence')))).toBe('16');
    expect(points(mean(each(of.moved, 'cost')))).toBe('73');
    expect(text).toContain(
      '20 draws, on average: half the ink took ten points off the confidence and two off the accuracy. A move of two pixels took off 16 and 73.',
    );
    expect(mean(each(of.inverted, 'accuracy'))).toBeLessThan(0.02);
    expect(percent(Math.max(...each(of.inverted, 'accuracy')))).toBe('8');
    expect(Math.min(...each(of.inverted, 'confidence'))).toBeGreaterThan(0.8);
    expect(text).toContain(
      'Of negatives, the model read fewer than two in a hundred on average, and eight, as here, at most. Its mean confidence was above 80 % every time.',
    );
  });

  test('PSI over 0.2 rings on about half of all ordinary days of 50 digits and on none of 500', () => {
    expect(mean(each(of.few, 'falseAlarms')).toFixed(2)).toBe('0.48');
    expect(Math.max(...each(of.home, 'falseAlarms'))).toBe(0);
    expect(text).toContain(
      'with 50 digits a day the rule rang on 48 of 100 ordinary days on average, with 500 on none.',
    );
    // The formula of the text, for samples large enough.
    expect(mean(each(of.home, 'ordinaryPsi')) / (9 * (1 / 500 + 1 / 1000))).toBeCloseTo(1, 1);
  });

  test('by 20 bins, about three ordinary weeks in ten lie above 0.2', () => {
    const random = seeded(1, 'weeks');
    const draw = (size: number): number[] => Array.from({ length: size }, () => random.uniform());
    const weeks = 1000;
    let above = 0;
    for (let week = 0; week < weeks; week += 1) {
      const reference = draw(600).toSorted((a, b) => a - b);
      const counts = new Array<number>(20).fill(0);
      for (const value of draw(150)) {
        const bin = Math.min(19, Math.floor(reference.filter((one) => one < value).length / 30));
        counts[bin] = (counts[bin] ?? 0) + 1;
      }
      const shares = counts.map((count) => Math.max(count, 0.5) / 150);
      const psi = shares.map((one) => (one - 0.05) * Math.log(one / 0.05));
      above += Number(psi.reduce((sum, one) => sum + one, 0) > 0.2);
    }
    expect((above / weeks).toFixed(1)).toBe('0.3');
    expect(questions).toContain('about three ordinary ones in ten lie above it');
  });

  test('only 0s and 6s are read no worse, and swapped meanings leave PSI as it is to the last digit', () => {
    expect(Math.max(...each(of.only, 'cost'))).toBeLessThan(0);
    expect(Math.min(...each(of.only, 'ringing'))).toBe(1);
    expect(each(of.swapped, 'psi')).toEqual(each(of.home, 'ordinaryPsi'));
    expect(text).toContain('brightness shows it, and yet nothing is lost');
    expect(text).toContain('the same to the last digit');
  });
});
