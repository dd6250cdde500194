/** What is drawn and said of a model that is still learning, and of one run after another. */
import { beforeAll, describe, expect, test } from 'vitest';
import { learnDistributionShift } from '../../../../widgets/experiments/distribution-shift/learner/learner.ts';
import type { ShiftOutcome } from '../../../../widgets/experiments/distribution-shift/outcome.ts';
import {
  params,
  type ShiftSettings,
} from '../../../../widgets/experiments/distribution-shift/params.ts';
import { distributionShift } from '../../../../widgets/experiments/distribution-shift/widget.ts';
import { defaults } from '../../../../widgets/kit/contract/params.ts';
import { nodeEnv } from '../../../../widgets/run/lab/node.ts';

const settings = (changes: Partial<ShiftSettings> = {}): ShiftSettings => ({
  ...defaults(params),
  ...changes,
});
const stages: ShiftOutcome[] = [];
beforeAll(async () => {
  const show = (outcome: ShiftOutcome): Promise<void> => {
    stages.push(outcome);
    return Promise.resolve();
  };
  await learnDistributionShift(settings(), show, await nodeEnv('wasm'));
});
const [first, last] = [() => stages[0] as ShiftOutcome, () => stages.at(-1) as ShiftOutcome];

describe('the sentence', () => {
  test('says "still sure" of no model that has learned nothing', () => {
    expect(distributionShift.say(settings(), first())).not.toContain('still');
    expect(distributionShift.say(settings(), last())).toContain('it is still');
  });
});
