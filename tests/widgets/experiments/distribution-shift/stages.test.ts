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
import { drawn } from '../../drawn.ts';

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

describe('the bars of right and wrong answers', () => {
  test.each(['wide', 'narrow'] as const)(
    'stay off the counts above and below them at every stage, %s',
    (layout) => {
      expect(stages.length).toBeGreaterThan(10);
      for (const outcome of stages) {
        const picture = drawn(distributionShift, settings(), outcome, layout);
        const bars = [...picture.matchAll(/class="(?:right|wrong)-fill" d="([^"]*)"/g)];
        const ends = bars.flatMap(([, d = '']) =>
          [...d.matchAll(/V([\d.]+)/g)].map((at) => +at[1]!),
        );
        const words = (word: string): number[] =>
          [...picture.matchAll(new RegExp(`y="(\\d+)">[\\d,]+ ${word}<`, 'g'))].map(
            (at) => +at[1]!,
          );
        expect(bars.length).toBe(4);
        // A line of text reaches 12 up from where it stands, and 5 down.
        expect(Math.min(...ends)).toBeGreaterThan(Math.max(...words('right')) + 5);
        expect(Math.max(...ends)).toBeLessThan(Math.min(...words('wrong')) - 12 + 1);
      }
    },
  );
});

describe('the sentence', () => {
  test('says "still sure" of no model that has learned nothing', () => {
    expect(distributionShift.say(settings(), first())).not.toContain('still');
    expect(distributionShift.say(settings(), last())).toContain('it is still');
  });
});
