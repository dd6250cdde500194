import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linear, linePath, log, scaleOver } from '../../../widgets/kit/draw/axes.ts';
import { number, plain, quantity, unbroken, withUnit } from '../../../widgets/kit/draw/format.ts';
import { markup } from '../../../widgets/kit/draw/markup.ts';
import { pack, unpack } from '../../../widgets/kit/record/pack.ts';
import { table } from '../../../widgets/kit/draw/run-markup.ts';
import { seeded } from '../../../widgets/kit/numbers/random.ts';
import { measureAll } from '../../../widgets/kit/contract/widget.ts';
import { toy } from './toy.ts';

describe('markup', () => {
  it('escapes text and leaves markup alone', () => {
    const inner = markup`<b>${'<i>&"\''}</b>`;
    expect(markup`${inner}${[inner]}${null}${false}`.markup).toBe(
      '<b>&lt;i&gt;&amp;&quot;&#39;</b><b>&lt;i&gt;&amp;&quot;&#39;</b>',
    );
  });
  it('writes numbers with two decimals at most', () => {
    expect(markup`${1 / 3} ${2}`.markup).toBe('0.33 2');
  });
});

describe('scales', () => {
  it('values from 0 on that spread over powers of ten each have room', () => {
    const values = [0, 1, 2, 5, 10, 20, 50, 100];
    const at = scaleOver(values, [0, 400], { isLog: true, count: 4 });
    expect([at(0), at(100)]).toEqual([0, 400]);
    // log(1 + v) over its largest, by hand for 1: 0.693147 / 4.615121.
    expect(at(1)).toBeCloseTo(60.0761, 3);
    for (let i = 1; i < values.length; i += 1) {
      expect(at(values[i] ?? 0) - at(values[i - 1] ?? 0)).toBeGreaterThan(30);
    }
    for (const value of values) expect(at.invert(at(value))).toBeCloseTo(value, 9);
    expect(at.ticks).toEqual(values);
  });

  it('a linear scale puts the ends of the domain on the ends of the range', () => {
    const at = linear([10, 20], [100, 0]);
    expect([at(10), at(15), at(20)]).toEqual([100, 50, 0]);
  });
  it('a logarithmic scale gives each factor of ten the same room', () => {
    const at = log([1, 1000], [0, 30]);
    expect([at(10), at(100)].map((v) => Number(v.toFixed(9)))).toEqual([10, 20]);
    expect(at.ticks).toEqual([1, 10, 100, 1000]);
  });
  it('a line has a gap where there is no value', () => {
    expect(
      linePath([
        [0, 1],
        [1, null],
        [2, 3],
      ]),
    ).toBe('M0 1M2 3');
  });
});

describe('numbers', () => {
  it('numbers are written as the language writes them, without a sign where they are rounded to nothing', () => {
    const signDisplay = 'negative';
    const significant = new Intl.NumberFormat('en', { maximumSignificantDigits: 4, signDisplay });
    const fixed = [0, 1, 2, 3].map(
      (digits) =>
        new Intl.NumberFormat('en', {
          minimumFractionDigits: digits,
          maximumFractionDigits: digits,
          signDisplay,
        }),
    );
    const decimal = fc
      .tuple(fc.integer({ min: -10_000_000, max: 10_000_000 }), fc.integer({ min: 0, max: 8 }))
      .map(([whole, power]) => whole / 10 ** power);
    const few = [0, -0, 0.5, 1.005, 2.5, 99.95, 999.95, 9999.5, -0.4, 1e21, 1e-9, NaN, -Infinity];
    const check = (value: number): void => {
      expect(plain(value)).toBe(significant.format(value));
      fixed.forEach((format, digits) => expect(number(value, digits)).toBe(format.format(value)));
    };
    few.forEach(check);
    fc.assert(fc.property(fc.oneof(decimal, fc.double()), check), { numRuns: 3000 });
  });
  it('shares become per cent and missing ones say so', () => {
    expect(quantity(0.314, { digits: 0, unit: 'share' })).toBe('31\u00a0%');
    expect(quantity(0.0207, { digits: 2, unit: 'share', isDifference: true })).toBe(
      '2.07\u00a0points',
    );
    expect(quantity(0.01, { digits: 0, unit: 'share', isDifference: true })).toBe('1\u00a0point');
    expect(quantity(1234.5, { digits: 1, unit: 'ms' })).toBe('1,234.5\u00a0ms');
    expect(quantity(10, { digits: 2, unit: '$' })).toBe('$10.00');
    expect(withUnit('1', '$/hour')).toBe('$1/hour');
    expect(quantity(-1500, { digits: 0, unit: '$' })).toBe('-$1,500');
    expect(withUnit('20', '$ million')).toBe('$20 million');
    expect(quantity(null, { digits: 1 })).toBe('no value');
  });
  it('one of a thing is no plural, and ms are no plural of m', () => {
    expect(quantity(1, { digits: 0, unit: 'requests' })).toBe('1\u00a0request');
    expect(quantity(1, { digits: 0, unit: 'requests/s' })).toBe('1\u00a0request/s');
    expect(quantity(1, { digits: 1, unit: 'requests' })).toBe('1.0\u00a0requests');
    expect(quantity(1, { digits: 0, unit: 'ms' })).toBe('1\u00a0ms');
  });
  it('a sentence parts no number from its unit', () => {
    expect(unbroken('p99 17 ms, was 115 ms: 9 % in 3 steps')).toBe(
      'p99 17\u00a0ms, was 115\u00a0ms: 9\u00a0% in 3 steps',
    );
  });
  it('measures keep nine significant digits, or null and the reason', () => {
    expect(measureAll(toy, { y: 100 / 3 }).measures['y']).toBe(33.3333333);
    expect(measureAll(toy, { y: 0 })).toEqual({
      measures: { y: 0, part: null },
      why: { part: 'nothing is there' },
    });
    expect(measureAll(toy, { y: Number.NaN }).why['y']).toContain('finite');
  });
});

describe('the seeded stream', () => {
  const draws = (seed: number, name: string) => {
    const random = seeded(seed, name);
    return Array.from({ length: 20_000 }, () => random.uniform());
  };
  it('repeats itself for the same seed and name, and for no other', () => {
    expect(draws(1, 'a')).toEqual(draws(1, 'a'));
    expect(draws(1, 'a')[0]).not.toBe(draws(1, 'b')[0]);
    expect(draws(1, 'a')[0]).not.toBe(draws(2, 'a')[0]);
  });
  it('is uniform: chi-square over 100 bins stays under the 0.999 quantile for seeds 1 to 5', () => {
    for (let seed = 1; seed <= 5; seed += 1) {
      const bins = new Array<number>(100).fill(0);
      for (const u of draws(seed, '')) bins[Math.floor(u * 100)]! += 1;
      const chi = bins.reduce((sum, n) => sum + (n - 200) ** 2 / 200, 0);
      expect(chi).toBeLessThan(148.2);
    }
  });
  it('has exponential and normal draws with the right mean and variance', () => {
    const random = seeded(1);
    const of = (draw: () => number) => {
      const list = Array.from({ length: 50_000 }, draw);
      const mean = list.reduce((a, b) => a + b) / list.length;
      return { mean, variance: list.reduce((a, b) => a + (b - mean) ** 2, 0) / list.length };
    };
    const exponential = of(() => random.exponential(2));
    expect(exponential.mean).toBeCloseTo(2, 1);
    expect(Math.abs(exponential.variance - 4)).toBeLessThan(0.2);
    const normal = of(() => random.normal());
    expect(Math.abs(normal.mean)).toBeLessThan(0.02);
    expect(Math.abs(normal.variance - 1)).toBeLessThan(0.03);
  });
  it('orders are permutations', () => {
    expect([...seeded(3).order(100)].sort((a, b) => a - b)).toEqual(
      Array.from({ length: 100 }, (_, i) => i),
    );
  });
});

describe('an outcome as text', () => {
  it('comes back with its typed arrays and no script can end in it', () => {
    const outcome = { list: Float32Array.of(0.5, 2), name: '</script>', rows: [[1, null]] };
    expect(pack(outcome)).not.toContain('<');
    expect(unpack(pack(outcome))).toEqual(outcome);
  });
});

describe('comparison and tables', () => {
  it('tables name their rows and show a dash for no value', () => {
    const { markup } = table({ caption: 'c', head: ['', 'n'], rows: [['a', null]] });
    expect(markup).toContain('<th scope="row">a</th><td>–</td>');
  });
});
