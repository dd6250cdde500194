import { describe, expect, it } from 'vitest';
import {
  changed,
  defaults,
  readSettings,
  type AnySettings,
} from '../../../../widgets/kit/contract/params.ts';
import { seeded } from '../../../../widgets/kit/numbers/random.ts';
import { measureAll, type Measured } from '../../../../widgets/kit/contract/widget.ts';
import {
  callsToPass,
  fractionOfMedianPage,
  outcomeOf,
} from '../../../../widgets/experiments/tail-jar/model.ts';
import { params } from '../../../../widgets/experiments/tail-jar/params.ts';
import { ordersAbove, ordersOf } from '../../../../widgets/experiments/tail-jar/customers.ts';
import { tailJar } from '../../../../widgets/experiments/tail-jar/widget.ts';

const start = defaults(params);
const measured = (changes: AnySettings): Measured =>
  measureAll(tailJar, outcomeOf(changed(params, start, changes))).measures;
const LOG = 'queue:maxBatch=8&arrivals=100';

describe('the jar of ten', () => {
  it('has a mean of 390 ms that one request exceeds', () => {
    expect(measured({})['mean']).toBe(390);
    expect(measured({})['slowerThanMean']).toBe(1);
  });

  it('has three p90s: 110, 399 and 3,000', () => {
    expect(measured({ definition: 'nearest' })['p90']).toBe(110);
    expect(measured({ definition: 'linear' })['p90']).toBeCloseTo(399, 9);
    expect(measured({ definition: 'index' })['p90']).toBe(3000);
  });

  it('of equal requests has none that is slower than their mean, whatever rounding makes of it', () => {
    for (const value of ['0.1', '0.3', '0.7', '100.1'])
      for (const count of [3, 6, 7, 10])
        expect(measured({ values: Array(count).fill(value).join() })['slowerThanMean']).toBe(0);
  });

  it('takes values by hand in place of its own', () => {
    const own = measured({ values: '10, 20,30.6' });
    expect(own).toMatchObject({ p50: 20, p99: 30.6, mean: 20.2 });
  });
});

describe('fan-out', () => {
  it('passes the p99 of one call at 69 independent calls and the p95 at 14, in the log itself', () => {
    for (const definition of ['nearest', 'linear', 'index']) {
      const page = (fanOut: number): Measured =>
        measured({ source: 'queue:serviceLaw=exponential&requests=1000000', definition, fanOut });
      const single = page(1);
      const passes = (fanOut: number, name: string): boolean =>
        (page(fanOut)['fanOutMedian'] ?? 0) > (single[name] ?? 0);
      expect([passes(68, 'p99'), passes(69, 'p99')]).toEqual([false, true]);
      expect([passes(13, 'p95'), passes(14, 'p95')]).toEqual([false, true]);
    }
    expect([callsToPass(0.99, 0), callsToPass(0.95, 0), callsToPass(0.9, 0)]).toEqual([69, 14, 7]);
  });

  it('needs more calls the more alike they are, and never passes when half of all pages share one fate', () => {
    expect(callsToPass(0.99, 0.3)).toBeGreaterThan(69);
    expect(callsToPass(0.99, 0.51)).toBeNull();
    expect(callsToPass(0.99, 1)).toBeNull();
    for (const alike of [0.1, 0.3, 0.45]) {
      const calls = callsToPass(0.99, alike) as number;
      expect(fractionOfMedianPage(calls, alike)).toBeGreaterThan(0.99);
      expect(fractionOfMedianPage(calls - 1, alike)).toBeLessThanOrEqual(0.99);
    }
  });

  it('has the median of pages drawn one by one', () => {
    const random = seeded(11, 'test pages');
    for (const [calls, alike] of [
      [1, 0.5],
      [10, 0],
      [20, 0.3],
      [50, 0.7],
    ] as const) {
      const pages = Array.from({ length: 40_000 }, () => {
        if (random.uniform() < alike) return random.uniform();
        let slowest = 0;
        for (let i = 0; i < calls; i += 1) slowest = Math.max(slowest, random.uniform());
        return slowest;
      }).sort((a, b) => a - b);
      const expected = fractionOfMedianPage(calls, alike);
      const below = pages.filter((page) => page <= expected).length / pages.length;
      expect(Math.abs(below - 0.5)).toBeLessThan(0.012);
    }
  });
});

describe('customers by value', () => {
  it('are an assumption: orders rise with the rank of a request, and most customers have placed one', () => {
    const ten = Array.from({ length: 10 }, (_, rank) => ordersOf(rank, 10));
    expect(ten).toEqual([1, 1, 1, 1, 1, 2, 2, 3, 4, 7]);
    // The slowest of ten has placed 7 of 23 orders.
    expect(ordersAbove(Float64Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), 9)).toEqual({
      requests: 1,
      share: 7 / 23,
    });
    const found = measured({ customers: 'byValue' });
    expect(found['ordersAboveP90']).toBeCloseTo(7 / 23, 8);
    expect(measured({})['ordersAboveP90']).toBeNull();
  });

  it('hold, in a long log, the share above p90 that the law gives: a tenth to the power of one third', () => {
    const found = measured({ source: 'queue:serviceLaw=exponential', customers: 'byValue' });
    expect(found['ordersAboveP90']).toBeCloseTo(0.1 ** (1 / 3), 2);
  });
});

describe('source and list', () => {
  it('mean since version 2 what the source says; older links keep what they showed', () => {
    const old = { source: 'queue:arrivals=100', values: '10,20,30' };
    const open = (query: Readonly<Record<string, string>>): Measured =>
      measured(readSettings(params, query).settings);
    expect(open(tailJar.migrate?.(old, 1) ?? {})['mean']).toBe(20);
    expect(open(old)['mean']).not.toBe(20);
    expect(open({ values: '10,20,30' })['mean']).toBe(20);
    expect(tailJar.migrate?.({ fanOut: '3' }, 1)).toEqual({ fanOut: '3' });
  });
});

describe('what can be written', () => {
  it('reads a queue by the settings of the bench and names what it cannot read', () => {
    const read = (source: string): string =>
      readSettings(params, { source }).unreadable[0]?.wanted ??
      readSettings(params, { source }).settings.source;
    expect(read('queue:arrivals=100&maxBatch=8')).toBe(LOG);
    expect(read('queue:maxBatch=900')).toBe('for maxBatch, 128 or another value in its range');
    expect(read('queue:batch=8')).toContain('maxBatch');
    expect(read('jar')).toContain('queue:');
    for (const values of ['1,,2', '1,x', '0,5', '-3', Array(201).fill('1').join(',')]) {
      expect(readSettings(params, { values }).unreadable).toHaveLength(1);
    }
  });
});
