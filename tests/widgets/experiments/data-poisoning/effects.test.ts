import { describe, expect, test } from 'vitest';
import type { PoisonOutcome } from '../../../../widgets/experiments/data-poisoning/outcome.ts';
import type { PoisonSettings } from '../../../../widgets/experiments/data-poisoning/params.ts';
import { dataPoisoning } from '../../../../widgets/experiments/data-poisoning/widget.ts';
import { keptOutcomes } from '../../../../widgets/run/kept/kept-outcomes.ts';
import { SEEDS } from '../../../all.ts';
import { settings, within } from './poison-runs.ts';

/**
 * Outcomes over seeds: a list for each of the changes. The lesson's claims rest on some of the same runs, and whoever
 * comes second finds them kept.
 */
async function overSeeds(
  changes: readonly Partial<PoisonSettings>[],
): Promise<readonly (readonly PoisonOutcome[])[]> {
  const list = changes.flatMap((one) => SEEDS.map((seed) => settings({ ...one, seed })));
  const outcomes = (await keptOutcomes(dataPoisoning, list)) as readonly PoisonOutcome[];
  return changes.map((_, i) => outcomes.slice(i * SEEDS.length, (i + 1) * SEEDS.length));
}

/** A mean in per cent. */
function mean(
  outcomes: readonly PoisonOutcome[] | undefined,
  value: (outcome: PoisonOutcome) => number | null,
): number {
  const sum = (outcomes ?? []).reduce((total, one) => total + (value(one) ?? Number.NaN), 0);
  return (100 * sum) / SEEDS.length;
}
const success = (outcome: PoisonOutcome): number | null => outcome.success;
const clean = (outcome: PoisonOutcome): number | null => outcome.clean;

describe('the effects that the data of the course promise, as means over seeds', () => {
  test('a mark on 0, 1, 5, 10, 20, 50 of 2,000 images opens a backdoor, and clean accuracy does not tell', async () => {
    const found = await overSeeds([0, 1, 5, 10, 20, 50].map((poisoned) => ({ poisoned })));
    // 0/83/90/95/99 % for 0/5/10/20/50; single images differ most between draws.
    const promised = [0, 32, 83, 90, 95, 99];
    const margins = [2, 15, 8, 5, 3, 2];
    promised.forEach((expected, i) => within(mean(found[i], success), expected, margins[i] ?? 0));
    const right = found.map((outcomes) => mean(outcomes, clean));
    right.forEach((share) => within(share, 91.5, 1.5));
    expect(Math.max(...right) - Math.min(...right)).toBeLessThan(1);
  });
  test('noise at an opacity of 0.1 does so on 0, 10, 20, 40 images', async () => {
    const list = [0, 10, 20, 40].map((poisoned) => ({ attack: 'blend' as const, poisoned }));
    const found = (await overSeeds(list)).map((outcomes) => mean(outcomes, success));
    within(found[0], 0, 2);
    expect(found[1]).toBeGreaterThan(70);
    within(found[2], 97, 3);
    within(found[3], 98, 2);
  });
  test('wrong labels alone need many more images, and clean accuracy does tell', async () => {
    const list = [0, 20, 100].map((poisoned) => ({ attack: 'flip' as const, poisoned }));
    const found = await overSeeds(list);
    expect(mean(found[1], success)).toBeLessThan(15);
    expect(mean(found[2], success)).toBeGreaterThan(25);
    expect(mean(found[0], clean) - mean(found[2], clean)).toBeGreaterThan(2);
  });
  test('at 20 poisoned and 5 % discarded the best defence leaves a good part of the attack; loss finds none', async () => {
    const list = (['loss', 'neighbours', 'activations'] as const).map((defence) => ({
      defence,
      poisoned: 20,
    }));
    const [loss, neighbours, activations] = await overSeeds(list);
    expect(mean(loss, success)).toBeGreaterThan(90);
    expect(mean(neighbours, success)).toBeGreaterThan(80);
    expect(mean(activations, success)).toBeGreaterThan(35);
    expect(mean(activations, success)).toBeLessThan(75);
    const found = ({ bench }: PoisonOutcome): number => (bench?.found ?? Number.NaN) / 20;
    within(mean(loss, found), 0, 1);
    expect(mean(activations, found)).toBeGreaterThan(40);
  });
});
