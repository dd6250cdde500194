/** Runs of the experiment for its tests: settings by what differs, one after the other or side by side. */
import { expect } from 'vitest';
import { sweepDataPoisoning } from '../../../../widgets/experiments/data-poisoning/learner/learner.ts';
import type { PoisonOutcome } from '../../../../widgets/experiments/data-poisoning/outcome.ts';
import {
  params,
  type PoisonSettings,
} from '../../../../widgets/experiments/data-poisoning/params.ts';
import { dataPoisoning } from '../../../../widgets/experiments/data-poisoning/widget.ts';
import { defaults } from '../../../../widgets/kit/contract/params.ts';
import type { Env } from '../../../../widgets/kit/contract/widget.ts';
import { nodeEnv } from '../../../../widgets/run/lab/node.ts';
import { ranBy } from '../../../ran.ts';

/** Settings that differ from the defaults. */
export function settings(changes: Partial<PoisonSettings> = {}): PoisonSettings {
  return { ...defaults(params), ...changes };
}

/** The last outcomes of a sweep. */
export async function sweep(
  list: readonly Partial<PoisonSettings>[],
  env?: Env,
): Promise<readonly PoisonOutcome[]> {
  let last: readonly PoisonOutcome[] = [];
  const keep = (outcomes: readonly PoisonOutcome[]): Promise<void> => {
    last = outcomes;
    return Promise.resolve();
  };
  await sweepDataPoisoning(list.map(settings), keep, env ?? (await nodeEnv('wasm')));
  return last;
}

export const run = ranBy(dataPoisoning);

/** Expects a number to be near another one. */
export function within(value: number | undefined, expected: number, margin: number): void {
  expect(
    Math.abs((value ?? Number.NaN) - expected),
    `${value} against ${expected}`,
  ).toBeLessThanOrEqual(margin);
}
