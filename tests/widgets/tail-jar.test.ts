import { describe, expect, it } from 'vitest';
import { changed, defaults, readSettings, type AnySettings } from '../../widgets/kit/params.ts';
import { seeded } from '../../widgets/kit/random.ts';
import { measureAll, type Measured } from '../../widgets/kit/widget.ts';
import { callsToPass, fractionOfMedianPage, outcomeOf } from '../../widgets/tail-jar/model.ts';
import { params, presets } from '../../widgets/tail-jar/params.ts';
import { tailJar } from '../../widgets/tail-jar/widget.ts';

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

  it('is the median of one call when a page needs one', () => {
    const found = measured({ source: LOG });
    expect(found['fanOutMedian']).toBe(found['p50']);
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
    expect(read('queue:arrivals=2000')).toContain('faster');
    expect(read('jar')).toContain('queue:');
    for (const values of ['1,,2', '1,x', '0,5', '-3', Array(201).fill('1').join(',')]) {
      expect(readSettings(params, { values }).unreadable).toHaveLength(1);
    }
  });

  it('has the measures that the headless runs promise, and presets that can be read', () => {
    expect(Object.keys(tailJar.measures).join()).toBe(
      'mean,p50,p90,p95,p99,slowerThanMean,fanOutMedian',
    );
    for (const one of presets) {
      const query = Object.fromEntries(
        Object.entries(one.settings).map(([k, v]) => [k, String(v)]),
      );
      expect(readSettings(params, query)).toMatchObject({ clamped: {}, unreadable: [] });
    }
  });

  it('says what changed and draws few nodes in both rooms', () => {
    const linear = changed(params, start, { definition: 'linear' });
    expect(tailJar.say(linear, outcomeOf(linear), outcomeOf(start))).toMatch(
      /^p90 399 ms, was 110\. /,
    );
    const page = changed(params, start, { source: LOG, fanOut: 69, correlation: 0.2 });
    const one = changed(params, start, { values: '7' });
    for (const settings of [start, linear, page, one]) {
      for (const room of ['wide', 'narrow'] as const) {
        const { markup } = tailJar.draw(settings, outcomeOf(settings), room);
        expect(markup.match(/<[a-z]/g)?.length).toBeLessThan(120);
        expect(markup).not.toMatch(/NaN|undefined|Infinity/);
      }
    }
  });
});
