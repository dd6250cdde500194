import { describe, expect, test } from 'vitest';
import { outcomeOf, type ShipOutcome } from '../../widgets/experiments/ship-it/model.ts';
import {
  DEPLOYED,
  params,
  TOLD,
  TRAINED,
  type ShipSettings,
} from '../../widgets/experiments/ship-it/params.ts';
import { projectOf } from '../../widgets/experiments/ship-it/project.ts';
import { defaults } from '../../widgets/kit/contract/params.ts';
import { TWENTY, lesson, mean } from './seeds.ts';

const text = lesson('twelve-moves');
const start = defaults(params);
const EARLY = 'TDBWOSNTDLRTD';
/** All runs, seed by seed: what one world has trained serves its other trails. */
const TRAILS: readonly (readonly [project: number, moves: string])[] = [
  ...[TRAINED, DEPLOYED, TOLD, EARLY, 'TD', 'RTD', 'SNOTD', 'RSOTD', 'RNOTD', 'RSNTD'].map(
    (moves) => [268, moves] as const,
  ),
  ...[34, 21].flatMap((project) => [TOLD, 'RSNOTD'].map((moves) => [project, moves] as const)),
];
const known = new Map(
  TWENTY.flatMap((seed) =>
    TRAILS.map(([project, moves]) => [
      `${project} ${moves} ${seed}`,
      outcomeOf({ ...start, project, moves, seed }),
    ]),
  ),
);
const over = ({ project = 268, moves = TRAINED }: Partial<ShipSettings>): ShipOutcome[] =>
  TWENTY.flatMap((seed) => known.get(`${project} ${moves} ${seed}`) ?? []);
const shareOf = ({ revenue, best }: ShipOutcome): number => revenue / best.revenue;
const endOf = (moves: string): number[] => over({ moves }).map(({ last }) => last.perDay);

describe('twelve moves', () => {
  test('on phones, one ad in seven is labelled wrongly', () => {
    expect(text).toContain('on phones, one ad in seven had been taken for seen, or for clicked');
    expect(1 / projectOf(268).wrong).toBeCloseTo(7, 0);
  });

  test('the story’s days: trained by 28, deployed by 29, and done by 34; the early model is out by 21', () => {
    expect(text).toContain('the evening of day 28');
    expect(outcomeOf({ ...start, moves: TRAINED }).day).toBe(28);
    expect(outcomeOf({ ...start, moves: DEPLOYED }).day).toBe(29);
    expect(text).toContain('34 of the 60 days are gone');
    expect(outcomeOf({ ...start, moves: TOLD }).day).toBe(34);
    expect(text).toContain('on day 21 instead of day 34');
    const { steps } = outcomeOf({ ...start, moves: EARLY });
    expect(steps.filter(({ letter }) => letter === 'D').map(({ to }) => to)).toEqual([2, 21, 32]);
    expect(steps.find(({ letter }) => letter === 'W')?.to).toBe(4);
  });

  test('every test of the story is better than the one before', () => {
    expect(text).toContain('the test has never been better');
    for (const { steps } of over({ moves: TRAINED })) {
      const tests = steps.flatMap(({ test: one }) => one ?? []);
      expect(tests).toHaveLength(4);
      tests.slice(1).forEach((one, i) => expect(one).toBeGreaterThan(tests[i] as number));
    }
  });

  test('the deployed model brings less than the old rule and less than its places cost, the last one several times as much', () => {
    expect(text).toContain('anything under 10 % does not pay for the place');
    for (const { last, rule } of over({ moves: DEPLOYED })) {
      expect(last.perDay).toBeLessThan(0);
      expect(last.clicked).toBeLessThan(0.1);
      expect(rule.clicked).toBeGreaterThan(0.1);
    }
    for (const { last, rule } of over({ moves: TOLD }))
      expect(last.perDay).toBeGreaterThan(3 * rule.perDay);
    // The first model, with all flaws, loses money, so that the early team has a reason to take it back.
    for (const { last } of over({ moves: 'TD' })) expect(last.perDay).toBeLessThan(0);
  });

  test('the looks find labels, then rare ads, then old data, and the test at hand does well when yesterday’s does not', () => {
    expect(text).toContain('more from wrong labels than from anything else');
    for (const { steps } of over({ moves: TRAINED })) {
      const looks = steps.flatMap(({ causes }) => causes ?? []);
      const { labels = 0, rare = 0, old = 0 } = looks[0] ?? {};
      expect(labels).toBeGreaterThan(rare + old);
      expect(labels).toBeGreaterThan(8);
      expect(looks[1]?.labels).toBe(0);
      expect(looks[1]?.rare).toBeGreaterThan(3);
      expect(looks[2]?.old).toBeGreaterThan(20);
      const [atHand = 0, yesterday = 0] = steps.findLast(({ tests }) => tests)?.tests ?? [];
      expect(atHand).toBeGreaterThan(yesterday + 0.15);
    }
    // The model after relabelling shows nothing worth speaking of.
    for (const { last } of over({ moves: 'RTD' })) expect(last.shown).toBeLessThan(0.01);
  });

  test('one flaw left in: labels cost least in this project, then old data, then rare ads, then the objective', () => {
    expect(text).toContain('cost least in this project');
    const [labels, old, rare, goal] = ['SNOTD', 'RSOTD', 'RNOTD', 'RSNTD'].map(endOf);
    TWENTY.forEach((_, i) => {
      expect(labels?.[i]).toBeGreaterThan(old?.[i] as number);
      expect(goal?.[i]).toBeLessThan(rare?.[i] as number);
    });
    TWENTY.forEach((_, i) => expect(old?.[i]).toBeGreaterThan((rare?.[i] as number) + 100));
  });

  test('the early team earns more than the story in every one of them', () => {
    expect(text).toContain('Shipping early can pay where a bad model can be taken back');
    const [early, told] = [over({ moves: EARLY }), over({ moves: TOLD })];
    early.forEach((one, i) =>
      expect(shareOf(one)).toBeGreaterThan(shareOf(told[i] as ShipOutcome) + 0.05),
    );
  });

  test('in the goals’ projects, mending everything takes too long', () => {
    expect(text).toContain('Mending everything, one after the other, takes too long');
    for (const project of [34, 21]) {
      for (const one of over({ project, moves: TOLD })) expect(shareOf(one)).toBeLessThan(0.8);
      expect(outcomeOf({ ...start, project }).flaws).toHaveLength(2);
      expect(mean(over({ project, moves: 'RSNOTD' }).map(shareOf))).toBeLessThan(0.8);
    }
  });

  test('the question on waiting adds up', () => {
    expect(12 * 400 + 48 * 2400 - (22 * 400 + 38 * 2600)).toBe(12_400);
  });
});
