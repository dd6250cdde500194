import { beforeAll, describe, expect, test } from 'vitest';
import { learnDataPoisoning } from '../../../../widgets/experiments/data-poisoning/learner/learner.ts';
import type { PoisonOutcome } from '../../../../widgets/experiments/data-poisoning/outcome.ts';
import { dataPoisoning } from '../../../../widgets/experiments/data-poisoning/widget.ts';
import { measureAll, type Env } from '../../../../widgets/kit/contract/widget.ts';
import { nodeEnv } from '../../../../widgets/run/lab/node.ts';
import { run, settings, sweep } from './poison-runs.ts';

let env: Env;
beforeAll(async () => {
  env = await nodeEnv('wasm');
});

describe('a sweep', () => {
  test('holds the discards of a defence apart from each other', async () => {
    const base = { poisoned: 20, defence: 'activations' } as const;
    const [few, many, undefended] = await sweep([
      { ...base, discard: 20 },
      { ...base, discard: 200 },
      { poisoned: 20 },
    ]);
    expect(few?.bench?.discarded).toBe(20);
    expect(many?.bench?.discarded).toBe(200);
    expect(many?.bench?.suspects.slice(0, 20)).toEqual(few?.bench?.suspects.slice(0, 20));
    expect(undefended?.bench).toBeNull();
    expect(few?.bench?.before.success).toBe(undefended?.success);
  });
});

describe('a run', () => {
  test('shows nothing before it has looked at its model', async () => {
    const shown: PoisonOutcome[] = [];
    const keep = (outcome: PoisonOutcome): Promise<void> =>
      Promise.resolve(void shown.push(outcome));
    await learnDataPoisoning(settings(), keep, env);
    expect(shown[0]?.clean).toBeTypeOf('number');
  });
  test('without poison is the same run, whatever the attack would have been', async () => {
    const outcomes = await Promise.all(
      ([{ attack: 'none' }, { poisoned: 0 }] as const).map((one) => run(one)),
    );
    expect(outcomes[0]?.clean).toBe(outcomes[1]?.clean);
  });
  test('says why a measure has no value', async () => {
    const { measures, why } = measureAll(dataPoisoning, await run({ attack: 'none' }));
    expect(measures['attackSuccess']).toBeNull();
    expect(why['attackSuccess']).toBe('nobody attacks');
    expect(why['discardedPoison']).toBe('nothing is discarded without a defence');
    const same = measureAll(dataPoisoning, await run({ source: '1' }));
    expect(same.why['attackSuccess']).toContain('the digit that is there');
    const clean = measureAll(
      dataPoisoning,
      await run({ poisoned: 0, defence: 'loss', discard: 50 }),
    );
    expect(clean.why['discardedPoison']).toBe('no image is poisoned');
    expect(clean.measures['discardedClean']).toBe(0.025);
  });
});
