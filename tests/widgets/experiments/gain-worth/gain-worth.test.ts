import { describe, expect, it } from 'vitest';
import { edgeOf, fieldOf } from '../../../../widgets/experiments/gain-worth/edge.ts';
import { type WorthOutcome } from '../../../../widgets/experiments/gain-worth/model.ts';
import { params, type WorthSettings } from '../../../../widgets/experiments/gain-worth/params.ts';
import { gainWorth } from '../../../../widgets/experiments/gain-worth/widget.ts';
import { defaults } from '../../../../widgets/kit/contract/params.ts';
import { measureAll } from '../../../../widgets/kit/contract/widget.ts';
import { seeded } from '../../../../widgets/kit/numbers/random.ts';
import { ranBy } from '../../../ran.ts';

const start = defaults(params);
const ran = ranBy(gainWorth);
const BUREAU = { spend: 6, gain: 0.5, paidFor: 'errors' } as const;

const PAID_FOR = ['all', 'errors', 'nothing'] as const;

/** Settings by chance, over the whole range of each control. */
function someSettings(seed: number): WorthSettings {
  const random = seeded(seed, 'worth');
  const between = (low: number, high: number): number => low * (high / low) ** random.uniform();
  return {
    spend: between(0.1, 10_000),
    gain: between(0.01, 5),
    paidFor: PAID_FOR[random.whole(3)] ?? 'all',
    accuracy: 50 + 49.9 * random.uniform(),
    build: 50_000 * random.whole(100),
    run: 10_000 * random.whole(200),
    years: 1 + random.whole(10),
  };
}

describe('the sum', () => {
  it('is that of a cash book, kept bill by bill over the years in use', async () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const settings = { ...someSettings(seed), paidFor: 'all' } as const;
      const { left } = await ran(settings);
      let cash = -settings.build;
      for (let month = 0; month < 12 * settings.years; month += 1) {
        const bill = (settings.spend * 1e6) / 12;
        cash += bill - bill * (1 - settings.gain / 100) - settings.run / 12;
      }
      expect(left * settings.years).toBeCloseTo(cash, 0);
    }
  });

  it('counts errors one by one where the money pays for them', async () => {
    // A year of 100,000 words at 95 %: 5,000 corrections are paid with $6 million, $1,200 each; at 95.5 % there are 4,500.
    const words = Array.from({ length: 100_000 }, (_, i) => i % 1000);
    const wrong = (accuracy: number): number =>
      words.filter((word) => word >= 10 * accuracy).length;
    const each = 6e6 / wrong(95);
    const { saved, shareSaved } = await ran(BUREAU);
    expect(saved).toBeCloseTo(each * (wrong(95) - wrong(95.5)), 6);
    expect(shareSaved).toBeCloseTo(0.1, 12);
  });

  it('leaves nothing at the spend and at the gain from which it pays, and something beyond', async () => {
    let met = 0;
    for (let seed = 1; seed <= 200; seed += 1) {
      const settings = someSettings(seed);
      const { breakEvenSpend, breakEvenGain, cost } = await ran(settings);
      if (breakEvenSpend === null || breakEvenGain === null || cost === 0) continue;
      met += 1;
      const near = 1e-6 * cost;
      const at = (change: Partial<WorthSettings>): Promise<WorthOutcome> =>
        ran({ ...settings, ...change });
      expect(Math.abs((await at({ spend: breakEvenSpend / 1e6 })).left)).toBeLessThan(near);
      expect(Math.abs((await at({ gain: breakEvenGain })).left)).toBeLessThan(near);
      expect((await at({ spend: (1.01 * breakEvenSpend) / 1e6 })).left).toBeGreaterThan(0);
      expect((await at({ spend: (0.99 * breakEvenSpend) / 1e6 })).left).toBeLessThan(0);
    }
    expect(met).toBeGreaterThan(50);
  });

  it('never saves more than is paid, and nothing where nobody pays', async () => {
    const { saved, shareSaved } = await ran({ ...BUREAU, accuracy: 99.5, gain: 5 });
    expect([saved, shareSaved]).toEqual([6e6, 1]);
    const none = await ran({ paidFor: 'nothing', gain: 5, spend: 10_000 });
    expect(none).toMatchObject({ saved: 0, breakEvenSpend: null, breakEvenGain: null });
    expect(none.left).toBe(-none.cost);
  });

  it('has paid for the building after as many months as a purse that starts empty needs', async () => {
    const { paybackMonths } = await ran({ spend: 1000 });
    let [months, purse] = [0, 0];
    while (purse < start.build) [months, purse] = [months + 1, purse + (1e6 - start.run) / 12];
    expect(Math.ceil(paybackMonths as number)).toBe(months);
    expect(measureAll(gainWorth, await ran()).why['paybackMonths']).toMatch(/costs as much/);
  });
});

describe('the line in the figure', () => {
  it('parts what pays from what does not, wherever it lies', async () => {
    let [inside, outside] = [0, 0];
    for (let seed = 1; seed <= 400; seed += 1) {
      const settings = someSettings(seed);
      const outcome = await ran(settings);
      if (Math.abs(outcome.left) < 1e-6 * outcome.cost) continue;
      const field = fieldOf(edgeOf(outcome));
      const pays = isWithin([settings.spend, settings.gain], field);
      expect([seed, pays]).toEqual([seed, outcome.left > 0]);
      if (pays) inside += 1;
      else outside += 1;
    }
    expect(Math.min(inside, outside)).toBeGreaterThan(50);
  });
});

/** Whether a place lies in a polygon whose sides are straight on logarithmic axes: by the sides that a ray crosses. */
function isWithin(
  [spend, gain]: readonly [number, number],
  corners: readonly (readonly [number, number])[],
): boolean {
  const [px, py] = [Math.log(spend), Math.log(gain)];
  const places = corners.map(([x, y]) => [Math.log(x), Math.log(y)] as const);
  return places.reduce((within, [x, y], i) => {
    const [toX, toY] = places[(i + 1) % places.length] as readonly [number, number];
    const crosses = y > py !== toY > py && px < x + ((py - y) / (toY - y)) * (toX - x);
    return crosses ? !within : within;
  }, false);
}
