/** The language model: what it begins with, what it counts, and that a run repeats. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { LanguageOutcome } from '../../../../widgets/experiments/language-model/outcome.ts';
import {
  params,
  type LanguageSettings,
} from '../../../../widgets/experiments/language-model/params.ts';
import { languageModel } from '../../../../widgets/experiments/language-model/widget.ts';
import { defaults } from '../../../../widgets/kit/contract/params.ts';
import { measureAll } from '../../../../widgets/kit/contract/widget.ts';
import { runOnNode } from '../../../../widgets/run/node.ts';

const start = { ...defaults(params), steps: 100 };
const ran = async (change: Partial<LanguageSettings>): Promise<LanguageOutcome> =>
  (await runOnNode(languageModel, { ...start, ...change })) as LanguageOutcome;

describe('a short training', () => {
  let outcome: LanguageOutcome;
  beforeAll(async () => {
    outcome = await ran({ mix: 0.5 });
  });

  it('begins with every letter as likely, and comes below counting pairs', () => {
    const { curve, pairs, counting, end } = outcome;
    expect(curve[0]?.loss).toBeCloseTo(Math.log(27), 6);
    expect(end?.loss).toBeLessThan(pairs);
    expect(counting).toBeLessThan(pairs);
  });

  it('is better with the count than alone after 1,000 steps, and so is the count', async () => {
    const { end, counting } = await ran({ mix: 0.5, steps: 1_000 });
    expect(end?.mixed).toBeLessThan(Math.min(end?.loss ?? 0, counting));
  });

  it('repeats, and does not with another seed', async () => {
    expect(await ran({ mix: 0.5 })).toEqual(outcome);
    expect((await ran({ mix: 0.5, seed: 2 })).end).not.toEqual(outcome.end);
  });

  it('has a name for each measure at its end', () => {
    const { measures } = measureAll(languageModel, outcome);
    expect(Object.values(measures)).not.toContain(null);
    expect(measures['weights']).toBe(26_816);
  });
});

it('writes with the count alone what the count writes, and takes its loss', async () => {
  const { end, counting, countingFound } = await ran({ mix: 1 });
  expect(end?.mixed).toBeCloseTo(counting, 9);
  // Other draws of the same chances: within four standard errors of a share of 1,000.
  const { learned } = countingFound ?? { learned: 0 };
  expect(Math.abs((end?.found?.learned ?? 0) - learned)).toBeLessThan(
    4 * Math.sqrt((2 * 0.25) / 1_000),
  );
});

it('loses by few bits, and hardly by eight', async () => {
  const [two, eight] = [await ran({ bits: '2' }), await ran({ bits: '8' })];
  expect(two.end?.added).toBeGreaterThan(0.1);
  expect(Math.abs(eight.end?.added ?? 1)).toBeLessThan(0.005);
});

it('writes one name at temperature 0, always the same', async () => {
  const { written } = await ran({ temperature: 0 });
  expect(new Set(written.map(({ text }) => text)).size).toBe(1);
});

it('answers the same when the training is still at hand as when it is not', async () => {
  const warm = await ran({ temperature: 0.5, bits: '4' });
  for (const layers of [0, 1, 2, 3]) await ran({ layers, seed: 2 });
  expect(await ran({ temperature: 0.5, bits: '4' })).toEqual(warm);
});

describe('of plays', () => {
  it('it begins with every character as likely, is held against the count, and looks nothing up', async () => {
    const outcome = await ran({ text: 'plays', mix: 0.5 });
    const { curve, pairs, counting, end } = outcome;
    expect(curve[0]?.loss).toBeCloseTo(Math.log(63), 6);
    expect(counting).toBeLessThan(pairs);
    expect(end?.mixed).toBeLessThan(end?.loss ?? 0);
    const { measures, why } = measureAll(languageModel, outcome);
    expect(measures['knownShare']).toBeNull();
    expect(why['knownShare']).toBe('only names are looked up in a list');
  });
});
