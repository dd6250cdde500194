import { describe, expect, it } from 'vitest';
import {
  HALT,
  params,
  type TokenSettings,
} from '../../../../widgets/experiments/token-serving/params.ts';
import { tokenServing } from '../../../../widgets/experiments/token-serving/widget.ts';
import { defaults } from '../../../../widgets/kit/contract/params.ts';
import { measureAll, type Measured } from '../../../../widgets/kit/contract/widget.ts';
import { drawn } from '../../drawn.ts';
import { ranBy } from '../../../ran.ts';

const start = defaults(params);
const ran = ranBy(tokenServing);
const measured = async (change: Partial<TokenSettings>): Promise<Measured> =>
  measureAll(tokenServing, await ran(change)).measures;

describe('a run', () => {
  const free = { policy: 'continuous' } as const;

  it('has what was found in the prototype, for seeds 1 to 5', async () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const [whole, taken, pieces] = await Promise.all([
        measured({ seed }),
        measured({ ...free, seed }),
        measured({ ...free, chunk: '256', seed }),
      ]);
      expect(whole['ttftP50']).toBeGreaterThan(10);
      expect(taken['ttftP50']).toBeLessThan(0.2);
      expect(whole['wastedShare']).toBeGreaterThan(0.45);
      expect(taken['wastedShare']).toBe(0);
      expect(taken['haltedShare']).toBeGreaterThan(0.35);
      expect(taken['lateShare']).toBeLessThan(0.01);
      expect(pieces['haltedShare']).toBe(0);
      expect(pieces['ttftP50']).toBeGreaterThan(1.4 * (taken['ttftP50'] as number));
    }
  });

  it('has no times to the first token where more come than can be served, and says why', async () => {
    const outcome = await ran({ rate: 2 });
    const { measures, why } = measureAll(tokenServing, outcome);
    expect(measures['ttftP50']).toBeNull();
    expect(why['ttftP50']).toContain('grows');
    expect(measures['stable']).toBe(0);
    expect(tokenServing.say({ ...start, rate: 2 }, outcome)).toContain('without end');
    // What it can do at most is what it does.
    expect(
      Math.abs(
        (measures['tokensPerSecond'] as number) / ((measures['capacity'] as number) * 253.7) - 1,
      ),
    ).toBeLessThan(0.05);
  });

  it('has no time per token where every answer is one', async () => {
    const { measures, why } = measureAll(tokenServing, await ran({ outputTokens: 1 }));
    expect(measures['perTokenP50']).toBeNull();
    expect(why['perTokenP50']).toContain('single');
    expect(measures['haltedShare']).toBe(0);
  });

  it('counts as halts what is longer than a quarter of a second, of texts that are being written', async () => {
    const { halts, longest, halted } = await ran({ ...free, seed: 2 });
    for (const [from, to] of halts) expect(to - from).toBeGreaterThan(HALT);
    const dots = longest?.dots ?? [];
    expect(Math.abs(dots.filter((time) => time > HALT).length / 100 - halted)).toBeLessThan(0.02);
  });

  it('is the same again, and another one with another seed', async () => {
    expect(await ran(free)).toEqual(await ran(free));
    expect(await ran({ ...free, seed: 2 })).not.toEqual(await ran(free));
  });
});

describe('what is shown', () => {
  it('says, tabulates and measures the same', async () => {
    const outcome = await ran({});
    const { measures } = measureAll(tokenServing, outcome);
    const said = tokenServing.say(start, outcome, undefined);
    expect(said).toContain(`within ${(measures['ttftP50'] as number).toFixed(2)} s`);
    expect(said).toContain(`${Math.round(100 * (measures['wastedShare'] as number))} %`);
    const { rows } = tokenServing.tabulate(start, outcome);
    expect(rows[0]?.slice(2)).toEqual(
      [measures['ttftP50'], measures['ttftP99']].map(
        (one) => expect.closeTo(one as number, 6) as unknown,
      ),
    );
  });

  it('plays half a minute, and its last moment is the picture on paper', async () => {
    const outcome = await ran({});
    const at = (moment?: number): string =>
      drawn(tokenServing, start, outcome, 'wide', moment === undefined ? {} : { moment });
    expect(at(150)).toBe(at());
    expect(at(40)).not.toBe(at());
    expect(at(40)).toContain('so far');
  });

  it('moves the edge of the places by hand and by key', async () => {
    const outcome = await ran({});
    const { edit } = tokenServing;
    const to = (y: number): string | undefined =>
      edit?.move(start, 'slots', { x: 650, y }, { layout: 'wide', outcome });
    const step = edit?.step?.(start, 'wide') ?? 0;
    const edge = 26 + 5 + 16 * step;
    expect(to(edge)).toBeUndefined();
    expect(to(edge + step)).toBe('17');
    expect(to(-100)).toBe('1');
    expect(to(1000)).toBe('32');
  });
});
