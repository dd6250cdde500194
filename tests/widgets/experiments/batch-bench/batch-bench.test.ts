import { describe, expect, it } from 'vitest';
import { outcomeOf, type BenchOutcome } from '../../../../widgets/experiments/batch-bench/model.ts';
import { params, presets } from '../../../../widgets/experiments/batch-bench/params.ts';
import { batchBench } from '../../../../widgets/experiments/batch-bench/widget.ts';
import { changed, defaults, type AnySettings } from '../../../../widgets/kit/contract/params.ts';
import { atRanks, nearestRank } from '../../../../widgets/kit/numbers/percentiles.ts';
import { simulate } from '../../../../widgets/shared/queue/queue.ts';
import { measureAll } from '../../../../widgets/kit/contract/widget.ts';
import { citation } from '../../../../widgets/kit/record/citation.ts';
import { resultOf } from '../../../../widgets/kit/record/run-record.ts';

const start = defaults(params);
const ran = (changes: AnySettings): BenchOutcome => outcomeOf(changed(params, start, changes));
const measured = (changes: AnySettings): Readonly<Record<string, number | null>> =>
  measureAll(batchBench, ran(changes)).measures;
const preset = (id: string): AnySettings => presets.find((one) => one.id === id)?.settings ?? {};

describe('the bench', () => {
  it('shows the four worked numbers of the note as capacities, and what waiting adds', () => {
    const capacity = (id: string): number | null | undefined => measured(preset(id))['capacity'];
    expect(['one-in-10', 'one-in-100', 'ten-in-10', 'hundred-in-50'].map(capacity)).toEqual([
      100, 10, 1000, 2000,
    ]);
    expect(measured(preset('one-in-10'))['meanLatency']).toBeCloseTo(10, 6);
    expect(measured(preset('one-in-100'))['meanLatency']).toBeCloseTo(100, 6);
    expect(measured(preset('ten-in-10'))['meanLatency']).toBeCloseTo(14.5, 1);
    expect(measured(preset('hundred-in-50'))['meanLatency']).toBeCloseTo(75, 1);
  });

  it('makes even arrivals wait when they are batched: 500 a second, ten in 10 ms, wait 4 ms on average', () => {
    const even = {
      arrivalProcess: 'steady',
      arrivals: 500,
      maxBatch: 10,
      fixedCost: 10,
      itemCost: 0,
    };
    expect(measured(even)['meanWait']).toBeCloseTo(4, 2);
  });

  it('forms static batches of 32 at 500 a second in 31 ms on average and 77 ms at p99', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const settings = changed(params, start, { ...preset('static-32'), seed });
      const log = simulate(settings);
      const waits = log.latency.map((latency) => Math.max(0, latency - 16));
      const p99 = atRanks(waits, [nearestRank(waits.length, 0.99)])[0] as number;
      expect(log.meanWait / 31).toBeCloseTo(1, 1);
      expect(Math.abs(log.meanWait - 31)).toBeLessThan(0.5);
      expect(Math.abs(p99 - 77)).toBeLessThan(2);
    }
  });
});

describe('a queue without end', () => {
  it('is cited in plain words, its many requests with their thousands set apart', () => {
    const settings = changed(params, start, { arrivals: 130, requests: 200_000 });
    const run = resultOf(batchBench, settings, outcomeOf(settings));
    const text = citation(batchBench, run, { title: 'A bench', address: 'https://example.org/' });
    expect(text).toContain('Requests 200,000;');
    expect(text).toContain('Keeps up with arrivals no;');
    expect(text).toContain('requests=200000');
  });
});
