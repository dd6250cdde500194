/** What a filter's scores are worth, held against independent counts. */
import { describe, expect, test } from 'vitest';
import { defaults } from '../../../../widgets/kit/contract/params.ts';
import { measureAll } from '../../../../widgets/kit/contract/widget.ts';
import { seeded } from '../../../../widgets/kit/numbers/random.ts';
import * as metrics from '../../../../widgets/experiments/class-imbalance/metrics.ts';
import type { HeldOutScores } from '../../../../widgets/experiments/class-imbalance/metrics.ts';
import {
  params,
  type ImbalanceSettings,
} from '../../../../widgets/experiments/class-imbalance/params.ts';
import { classImbalance } from '../../../../widgets/experiments/class-imbalance/widget.ts';
import { ranBy } from '../../../ran.ts';

const PLACE = { share: 0.2, costs: { miss: 4, alarm: 1 } };

function settings(changes: Partial<ImbalanceSettings> = {}): ImbalanceSettings {
  return { ...defaults(params), ...changes };
}
const run = ranBy(classImbalance);

/** Scores of random messages, with many ties. */
function randomHeld(seed: number): HeldOutScores {
  const random = seeded(seed, 'held');
  const draw = (count: number, shift: number): number[] =>
    Array.from({ length: count }, () => Math.round(4 * random.normal()) + shift).sort(
      (a, b) => a - b,
    );
  return { spam: draw(1 + random.whole(12), 3), genuine: draw(1 + random.whole(40), 0) };
}

describe('the measures', () => {
  test('equal an independent count on random confusion tables', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const random = seeded(seed, 'tables');
      const held = randomHeld(seed);
      const share = 0.0001 + 0.4999 * random.uniform();
      const cut = random.whole(14) - 4;
      // Message by message, each with its weight.
      let [tp, fn, fp, tn] = [0, 0, 0, 0];
      for (const score of held.spam) {
        if (score >= cut) tp += share / held.spam.length;
        else fn += share / held.spam.length;
      }
      for (const score of held.genuine) {
        if (score >= cut) fp += (1 - share) / held.genuine.length;
        else tn += (1 - share) / held.genuine.length;
      }
      const found = metrics.standingAt(held, cut, { share, costs: { miss: 7, alarm: 3 } });
      expect(found.caught).toBeCloseTo(tp, 12);
      expect(found.missed).toBeCloseTo(fn, 12);
      expect(found.falseAlarms).toBeCloseTo(fp, 12);
      expect(found.passed).toBeCloseTo(tn, 12);
      expect(found.accuracy).toBeCloseTo((tp + tn) / (tp + tn + fp + fn), 12);
      expect(found.recall).toBeCloseTo(tp / (tp + fn), 12);
      if (tp + fp > 0) expect(found.precision).toBeCloseTo(tp / (tp + fp), 12);
      else expect(found.precision).toBeNull();
      const harmonic = tp > 0 ? 2 / ((tp + fp) / tp + (tp + fn) / tp) : 0;
      expect(found.f1).toBeCloseTo(harmonic, 12);
      expect(found.cost).toBeCloseTo(1000 * (7 * fn + 3 * fp), 9);
    }
  });
  test('the area under the ROC curve is the rank statistic of Mann and Whitney, ties counted half', () => {
    for (let seed = 1; seed <= 100; seed += 1) {
      const held = randomHeld(seed);
      let wins = 0;
      for (const spam of held.spam) {
        for (const genuine of held.genuine) {
          wins += spam > genuine ? 1 : spam === genuine ? 0.5 : 0;
        }
      }
      expect(metrics.rocAuc(metrics.curve(held, PLACE))).toBeCloseTo(
        wins / (held.spam.length * held.genuine.length),
        12,
      );
    }
  });
  test('the area under the precision-recall curve sums precision over the steps of recall', () => {
    for (let seed = 1; seed <= 100; seed += 1) {
      const held = randomHeld(seed);
      const share = seeded(seed, 'share').uniform() / 2;
      const cuts = [...new Set([...held.spam, ...held.genuine])].sort((a, b) => b - a);
      let [area, before] = [0, 0];
      for (const cut of cuts) {
        const caught = held.spam.filter((score) => score >= cut).length / held.spam.length;
        const alarms = held.genuine.filter((score) => score >= cut).length / held.genuine.length;
        if (caught > before) {
          area += ((caught - before) * share * caught) / (share * caught + (1 - share) * alarms);
        }
        before = caught;
      }
      expect(metrics.prAuc(metrics.curve(held, { ...PLACE, share }))).toBeCloseTo(area, 12);
    }
  });
  test('what is caught at so many false alarms is the best that any threshold gives within them', () => {
    for (let seed = 1; seed <= 100; seed += 1) {
      const held = randomHeld(seed);
      let best = 0;
      for (let cut = -40; cut <= 40; cut += 1) {
        const alarms = held.genuine.filter((score) => score >= cut).length / held.genuine.length;
        const caught = held.spam.filter((score) => score >= cut).length / held.spam.length;
        if (alarms <= 0.1) best = Math.max(best, caught);
      }
      expect(metrics.recallAt(metrics.curve(held, PLACE), 0.1)).toBe(best);
    }
  });
  test('never raising an alarm has no precision, and the closed forms of its accuracy and cost', async () => {
    const outcome = await run();
    for (const deployedShare of [0.0001, 0.002, 0.03, 0.5]) {
      const used = settings({ threshold: 1, deployedShare, missCost: 17, alarmCost: 5 });
      const silent = classImbalance.reuse?.(used, { settings: settings(), outcome });
      const { measures, why } = measureAll(classImbalance, silent);
      expect(measures['accuracy']).toBeCloseTo(1 - deployedShare, 9);
      expect(measures['baselineAccuracy']).toBeCloseTo(1 - deployedShare, 9);
      expect(measures['recall']).toBe(0);
      expect(measures['f1']).toBe(0);
      expect(measures['precision']).toBeNull();
      expect(why['precision']).toMatch(/no alarm/);
      expect(measures['costPerThousand']).toBeCloseTo(17_000 * deployedShare, 6);
      expect(measures['baselineCostPerThousand']).toBeCloseTo(17_000 * deployedShare, 6);
    }
  });
  test('a threshold for so many false alarms is the lowest that keeps to them; one for cost has no cheaper neighbour', () => {
    for (let seed = 1; seed <= 100; seed += 1) {
      const held = randomHeld(seed);
      const cut = metrics.cutForAlarms(held, 0.1);
      const rate = (at: number): number =>
        held.genuine.filter((score) => score >= at).length / held.genuine.length;
      expect(rate(cut)).toBeLessThanOrEqual(0.1);
      expect(rate(cut - 1)).toBeGreaterThan(0.1);
      const cost = (at: number): number => metrics.standingAt(held, at, PLACE).cost;
      const best = cost(metrics.cutForCost(held, PLACE));
      for (let at = -30; at <= 30; at += 1) expect(best).toBeLessThanOrEqual(cost(at) + 1e-9);
    }
  });
});
