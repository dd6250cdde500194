import { describe, expect, test } from 'vitest';
import {
  expected,
  expectedBlind,
  itemsToTell,
} from '../../widgets/experiments/leaderboard/exact.ts';
import { meansOf, outcomeOf, type Won } from '../../widgets/experiments/leaderboard/model.ts';
import { params, type BoardSettings } from '../../widgets/experiments/leaderboard/params.ts';
import { defaults } from '../../widgets/kit/contract/params.ts';
import { TWENTY, lesson, mean } from './seeds.ts';

const text = lesson('the-winner-was-lucky');
const start = defaults(params);
const ran = (change: Partial<BoardSettings>) => outcomeOf({ ...start, ...change });
const share = (won: readonly Won[], is: (one: Won) => boolean): number =>
  won.filter(is).length / won.length;

describe('the winner was lucky', () => {
  test('Halima’s contest is the one that stands on the page', () => {
    const board = ran({}).boards.at(-1);
    expect(text).toContain('Team 28 tied with Team 4 at 92.4 %, and won by lot');
    expect(text).toContain('Team 28 is right on 88.9 % of the photos');
    expect(board?.winner).toBe(27);
    expect([board?.first[27], board?.next[27]]).toEqual([924, 889]);
    expect(board?.first.filter((right) => right === 924)).toHaveLength(2);
    expect(board?.first[3]).toBe(924);
    const right = board?.first ?? [];
    expect([Math.min(...right), Math.max(...right)]).toEqual([872, 924]);
    expect(text).toContain('their scores went from 87.2 to 92.4 %');
  });

  test('the winner of fifty equal teams falls to what all of them are worth, and is first again as often as by lot', () => {
    expect(text).toContain('about as often as a team picked by lot');
    const all = TWENTY.map((seed) => ran({ seed }));
    const again = all.map(({ won }) => share(won, ({ place }) => place === 1));
    expect(Math.abs(mean(again) - 0.02)).toBeLessThan(0.005);
    for (const one of again) expect(one).toBeLessThan(0.05);
    for (const one of all) expect(Math.abs(meansOf(one).next - 0.9)).toBeLessThan(0.0025);
  });

  test('a hundred times the items make the loss about ten times smaller, and four times halve it', () => {
    expect(text).toContain('about ten times smaller');
    const gap = (items: number): number => expected({ ...start, items }).gap;
    for (const items of [200, 500, 1000]) {
      expect(gap(items) / gap(100 * items)).toBeGreaterThan(9);
      expect(gap(items) / gap(100 * items)).toBeLessThan(10.5);
      expect(Math.abs(gap(items) / gap(4 * items) - 2)).toBeLessThan(0.1);
    }
  });

  test('where skills differ the winner loses less, and is the best in fewer than half of the contests', () => {
    expect(text).toContain('wins in about 31 %');
    const best = TWENTY.map((seed) => share(ran({ spread: 1, seed }).won, ({ isBest }) => isBest));
    expect(Math.abs(mean(best) - 0.31)).toBeLessThan(0.02);
    const loss = (spread: number): number => expected({ ...start, spread }).gap;
    expect(loss(1)).toBeLessThan(0.7 * loss(0));
    for (const seed of TWENTY) {
      expect(share(ran({ spread: 1, seed }).won, ({ isBest }) => isBest)).toBeLessThan(0.5);
      const many = ran({ spread: 1, items: 100_000, seed }).won;
      expect(share(many, ({ isBest }) => isBest)).toBeGreaterThan(0.8);
    }
  });

  test('a board finds a good model more reliably than the best one', () => {
    expect(text).toContain('in the upper half nearly nine times in ten');
    expect(text).toContain('first again in under a quarter');
    const won = TWENTY.flatMap((seed) => ran({ spread: 1, seed }).won);
    // On new items the winner is nearly always in the upper half, and seldom first.
    expect(share(won, ({ place }) => place <= 25)).toBeGreaterThan(0.85);
    expect(share(won, ({ place }) => place === 1)).toBeLessThan(0.25);
  });

  test('500 blind submissions are shown with about 66 %', () => {
    expect(text).toContain('about 66 %');
    for (const seed of TWENTY) {
      const { first, next } = meansOf(ran({ attack: 'blind', seed }));
      expect(Math.abs(first - 0.66)).toBeLessThan(0.0075);
      expect(Math.abs(first - expectedBlind(start))).toBeLessThan(0.005);
      expect(Math.abs(next - 0.5)).toBeLessThan(0.0075);
    }
  });

  test('the questions’ numbers', () => {
    // 202 submissions for 60 %, in proportion 141, and 100 gain 7.1 points.
    expect(Math.abs(expectedBlind({ ...start, attempts: 202 }) - 0.6)).toBeLessThan(0.0005);
    const hundred = expectedBlind({ ...start, attempts: 100 }) - 0.5;
    expect(hundred).toBeCloseTo(0.071, 3);
    expect(Math.round((100 * 0.1) / hundred)).toBe(141);
    // The budget: 0.56 with 20 submissions, hardly less by the Ladder; one needs about 18,000, up to five do.
    const gap = (change: Partial<BoardSettings>): number =>
      expected({ ...start, items: 30_000, ...change }).gap;
    expect(gap({ submissions: 20 }).toFixed(4)).toBe('0.0056');
    expect(gap({ submissions: 20 }) - gap({ submissions: 20, rule: 'ladder' })).toBeLessThan(
      0.0002,
    );
    expect(gap({ items: 17_800 })).toBeGreaterThan(0.005);
    expect(gap({ items: 18_200 })).toBeLessThan(0.005);
    expect(gap({ submissions: 5 })).toBeLessThan(0.005);
    const independent = itemsToTell(start);
    expect(Math.abs(independent - 56_500)).toBeLessThan(50);
    expect(Math.abs((independent * 4) / 18 - 12_560)).toBeLessThan(10);
  });
});
