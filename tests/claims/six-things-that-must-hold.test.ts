import { describe, expect, test } from 'vitest';
import { standing } from '../../widgets/experiments/pattern-hunt/luck.ts';
import type { HuntOutcome } from '../../widgets/experiments/pattern-hunt/model.ts';
import { patternHunt } from '../../widgets/experiments/pattern-hunt/widget.ts';
import { defaults, type AnySettings } from '../../widgets/kit/contract/params.ts';
import { keptOutcomes } from '../../widgets/run/kept/kept-outcomes.ts';
import { TWENTY, each, lesson, mean, over, percent } from './seeds.ts';

const text = lesson('six-things-that-must-hold');

/** How often, of twenty, the learner is better than the commonest, worse, or alike. */
async function standings(change: AnySettings): Promise<Record<string, number>> {
  const list = TWENTY.map((seed) => ({ ...defaults(patternHunt.params), ...change, seed }));
  const outcomes = (await keptOutcomes(patternHunt, list)) as HuntOutcome[];
  const found: Record<string, number> = { better: 0, worse: 0, alike: 0 };
  for (const outcome of outcomes) found[standing(outcome)] = (found[standing(outcome)] ?? 0) + 1;
  return found;
}

describe('six things that must hold', () => {
  test('the code in the log is six digits of generator A, as the figure starts it', async () => {
    const list = [{ ...defaults(patternHunt.params), source: 'generator' }];
    const [run] = (await keptOutcomes(patternHunt, list)) as HuntOutcome[];
    const [, code = 'no code'] = /code sent: (\d{6})`/.exec(text) ?? [];
    expect(run?.drawn).toContain(code);
  });

  test('digits of B are odd and even by turns, so a code has five to the sixth', async () => {
    const list = TWENTY.map((seed) => ({
      ...defaults(patternHunt.params),
      source: 'weakGenerator',
      seed,
    }));
    for (const { drawn } of (await keptOutcomes(patternHunt, list)) as HuntOutcome[])
      expect(/[02468]{2}|[13579]{2}/.test(drawn)).toBe(false);
    expect(text).toContain('one chance in 15,625');
    expect(5 ** 6).toBe(15_625);
  });

  test('four letters against two, on a thousand letters and on twenty thousand', async () => {
    const letters = { source: 'letters' };
    const many = { ...letters, symbols: 20_000 };
    const [two, four, twoOfMany, fourOfMany] = (
      await over(
        patternHunt,
        TWENTY,
        { ...letters, memory: 2 },
        { ...letters, memory: 4 },
        { ...many, memory: 2 },
        { ...many, memory: 4 },
      )
    ).map((all) => each(all, 'accuracy'));
    if (!two || !four || !twoOfMany || !fourOfMany) throw new Error('a run is missing');
    expect(text).toContain(
      `${percent(mean(two))} of 100 with two letters, ${percent(mean(four))} with four, which never did better.`,
    );
    four.forEach((share, i) => expect(share).toBeLessThanOrEqual(two[i] ?? 0));
    expect(text).toContain('looking further back pays');
    fourOfMany.forEach((share, i) => expect(share).toBeGreaterThan(twoOfMany[i] ?? 1));
  });

  test('a thousand letters show most of their fours only once', async () => {
    const list = TWENTY.map((seed) => ({
      ...defaults(patternHunt.params),
      source: 'letters',
      seed,
    }));
    for (const { drawn } of (await keptOutcomes(patternHunt, list)) as HuntOutcome[]) {
      const seen = new Map<string, number>();
      for (let i = 4; i <= drawn.length; i += 1) {
        const four = drawn.slice(i - 4, i);
        seen.set(four, (seen.get(four) ?? 0) + 1);
      }
      const once = [...seen.values()].filter((count) => count === 1).length;
      expect(once / seen.size).toBeGreaterThan(0.5);
    }
    expect(27 ** 4).toBeGreaterThan(500_000);
    expect(27 ** 4).toBeLessThan(550_000);
  });

  test('the learner finds B’s pattern and that of the die that never repeats, and none elsewhere', async () => {
    expect(await standings({ source: 'weakGenerator' })).toMatchObject({ better: 20 });
    expect(await standings({ source: 'avoiding', symbols: 10_000 })).toMatchObject({ better: 20 });
    for (const source of ['fair', 'loaded', 'generator'])
      expect(await standings({ source })).toMatchObject({ better: 0 });
    expect(await standings({ source: 'generator', symbols: 20_000, memory: 2 })).toMatchObject({
      better: 0,
      worse: 0,
    });
  });
});
