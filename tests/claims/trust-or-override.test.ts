import { describe, expect, test } from 'vitest';
import type { TrustOutcome } from '../../widgets/experiments/trust-or-override/outcome.ts';
import { trustOrOverride } from '../../widgets/experiments/trust-or-override/widget.ts';
import { defaults, type AnySettings } from '../../widgets/kit/contract/params.ts';
import { keptOutcomes } from '../../widgets/run/kept/kept-outcomes.ts';
import { questionsOf, each, FIVE, lesson, mean, over, range, TWENTY } from './seeds.ts';

const text = lesson('trust-or-override');
const questions = questionsOf('practise-research-and-production');

/** Chances of 0 to `count` right decisions, each with chance `p`: by adding one decision after the other. */
function chances(count: number, p: number): number[] {
  let list = [1];
  for (let i = 0; i < count; i += 1) {
    const [before, next] = [
      [...list, 0],
      [0, ...list],
    ];
    list = before.map((one, k) => one * (1 - p) + (next[k] ?? 0) * p);
  }
  return list;
}

describe('Trust or override', () => {
  test('what is flagged in twenty other draws, before and after the mark is gone', async () => {
    const [all, html, five, fifty] = await over(
      trustOrOverride,
      TWENTY,
      {},
      { without: 'html' },
      { without: 'five' },
      { newsletters: 50 },
    );
    const [least, most] = range(each(all, 'newslettersFlagged'));
    expect(text).toContain(`${least} to ${most} % of the newsletters`);
    const flagged = [all, html, five, fifty].map((one) => each(one, 'newslettersFlagged'));
    TWENTY.forEach((_, i) => {
      // Named is not repaired; mail of the kind that was missing helps.
      expect(flagged[1]?.[i]).toBeGreaterThan(0.5);
      expect(flagged[2]?.[i]).toBeGreaterThan(0.5);
      expect(flagged[3]?.[i]).toBeLessThan(0.4);
    });
    const later = [all, fifty].map((one) => each(one, 'laterSpamCaught'));
    TWENTY.forEach((_, i) => expect(later[1]?.[i]).toBeLessThan(later[0]?.[i] ?? 0));
    for (const right of each(all, 'homeAccuracy')) expect(right).toBeGreaterThan(0.97);
  });

  test('the mark of HTML is the heaviest in each draw, and cheap to lose at home', async () => {
    const outcomes = (await keptOutcomes(
      trustOrOverride,
      [...FIVE, ...TWENTY].map(
        (seed) => ({ ...defaults(trustOrOverride.params), seed }) as AnySettings,
      ),
    )) as TrustOutcome[];
    for (const { heavy } of outcomes) {
      expect(heavy[0]?.word).toBe('_html_');
      expect(heavy[0]?.cost).toBeLessThan(0.025);
    }
    expect(text).toContain('In twenty other draws of the emails it was the heaviest, too.');
  });

  test('shuffling the mark costs more than deleting it, in each of twenty draws', async () => {
    const [all, html] = await over(trustOrOverride, TWENTY, {}, { without: 'html' });
    const [shuffled, deleted] = [
      each(all, 'shuffledCost'),
      each(all, 'homeAccuracy').map((right, i) => right - (each(html, 'homeAccuracy')[i] ?? 0)),
    ];
    shuffled.forEach((cost, i) => expect(cost).toBeGreaterThan(deleted[i] ?? 1));
    const [more, less] = [shuffled, deleted].map((one) => (100 * mean(one)).toFixed(1));
    expect(text).toContain(
      `20 draws: shuffling lost ${more} of 100 emails on average and deleting ${less}, and in each draw shuffling lost more.`,
    );
  });

  test('rules of thumb reach little, and the rule of HTML does harm at home', async () => {
    const [all] = await over(trustOrOverride, TWENTY, {});
    for (const rule of ['htmlRule', 'threeWordsRule']) {
      const [least, most] = [Math.min(...each(all, rule)), Math.max(...each(all, rule))];
      expect([least > 0.5, most < 0.67]).toEqual([true, true]);
    }
    const home = each(all, 'htmlRuleAtHome');
    each(all, 'acceptAtHome').forEach((accept, i) => {
      expect(accept).toBeGreaterThan(0.9);
      expect(home[i]).toBeLessThan(0.6);
    });
    expect(mean(each(all, 'secondFilter'))).toBeGreaterThan(0.75);
  });

  test('how much of twenty decisions is luck', () => {
    const all = chances(20, 0.6);
    const inside = all.slice(8, 17).reduce((sum, one) => sum + one, 0);
    expect(inside).toBeGreaterThan(0.95);
    expect(text).toContain('luck alone gives anything from eight to sixteen');
  });

  test('the goal is met in ten draws that nobody had looked at, and its start misses it', async () => {
    const [found, start] = await over(
      trustOrOverride,
      TWENTY.slice(0, 10),
      { newsletters: 100, threshold: -1.25 },
      { without: 'html' },
    );
    for (const one of each(found, 'newslettersFlagged')) expect(one).toBeLessThanOrEqual(0.4);
    for (const one of each(start, 'newslettersFlagged')) expect(one).toBeGreaterThan(0.4);
    expect(mean(each(found, 'laterSpamCaught'))).toBeGreaterThan(0.88);
    expect(mean(each(found, 'homeAccuracy'))).toBeGreaterThan(0.97);
  });

  test('what the question on a doctor and a model says', () => {
    expect(90 * 0.95 + 10 * 0.15).toBe(87);
    expect(questions).toContain('Together 87');
  });
});
