import { describe, expect, it } from 'vitest';
import {
  outcomeOf,
  runBatchBench,
  type BenchOutcome,
} from '../../../../widgets/experiments/batch-bench/model.ts';
import { params, presets } from '../../../../widgets/experiments/batch-bench/params.ts';
import { batchBench } from '../../../../widgets/experiments/batch-bench/widget.ts';
import {
  changed,
  defaults,
  readSettings,
  type AnySettings,
} from '../../../../widgets/kit/contract/params.ts';
import { atRanks, nearestRank } from '../../../../widgets/kit/numbers/percentiles.ts';
import { simulate } from '../../../../widgets/shared/queue/queue.ts';
import { measureAll } from '../../../../widgets/kit/contract/widget.ts';
import type { Extents } from '../../../../widgets/kit/draw/extent.ts';
import { citation } from '../../../../widgets/kit/record/citation.ts';
import { resultOf } from '../../../../widgets/kit/record/run-record.ts';
import { drawn as picture } from '../../drawn.ts';

const start = defaults(params);
const ran = (changes: AnySettings): BenchOutcome => outcomeOf(changed(params, start, changes));
const measured = (changes: AnySettings): Readonly<Record<string, number | null>> =>
  measureAll(batchBench, ran(changes)).measures;
const preset = (id: string): AnySettings => presets.find((one) => one.id === id)?.settings ?? {};

describe('the bench', () => {
  it('lets p99 fall from over 95 ms to about 17 when eight may go together, for seeds 1 to 5', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      expect(measured({ seed })['p99']).toBeGreaterThan(95);
      expect(measured({ seed })['p99']).toBeLessThan(130);
      expect(measured({ seed, maxBatch: 8 })['p99']).toBeCloseTo(16.8, 0);
      expect(measured({ seed, maxBatch: 32, maxWait: 50 })['p99']).toBeCloseTo(60.5, 0);
    }
  });

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

  it('keeps throughput at the arrivals under capacity and at capacity above it', () => {
    expect((measured({})['throughput'] ?? 0) / 100).toBeCloseTo(1, 1);
    const over = measured({ arrivals: 500 });
    expect((over['throughput'] ?? 0) / (over['capacity'] ?? 1)).toBeCloseTo(1, 2);
    expect(over['utilisation']).toBeCloseTo(1, 3);
  });

  it('refuses latencies of a queue without end, with a reason, and says so', () => {
    const settings = changed(params, start, { arrivals: 200 });
    const outcome = outcomeOf(settings);
    const { measures, why } = measureAll(batchBench, outcome);
    expect(measures['stable']).toBe(0);
    for (const name of ['meanLatency', 'meanWait', 'p50', 'p90', 'p95', 'p99', 'withinLevel']) {
      expect(measures[name]).toBeNull();
      expect(why[name]).toContain('grows');
    }
    expect(batchBench.say(settings, outcome)).toContain('grows without end');
  });

  it('says in words what a run cannot know, what takes no time, and one of anything', () => {
    const said = (changes: AnySettings): string => {
      const settings = changed(params, start, changes);
      return batchBench.say(settings, outcomeOf(settings));
    };
    expect(said({ arrivals: 118, requests: 20_000 })).toMatch(
      /too short to trust.* from \d+ to \d+ ms\. /,
    );
    expect(said({})).not.toContain('trust');
    expect(said(preset('one-in-10'))).toMatch(/ within 10 ms\. Nobody waits: .* 10 ms of work\.$/);
    expect(said(preset('one-in-100'))).toMatch(
      / within 100 ms\. Nobody waits: .* 100 ms of work\.$/,
    );
    expect(said(preset('ten-in-10'))).toMatch(/ waits 4\.5 ms .* and is served in 10 ms\.$/);
    expect(said(preset('hundred-in-50'))).toMatch(/ waits 25 ms .* and is served in 50 ms\.$/);
    expect(said({ ...preset('one-in-10'), serviceLaw: 'exponential' })).toContain('too short');
    expect(said({ fixedCost: 0, itemCost: 0 })).toContain(
      'A batch takes no time, so nobody waits.',
    );
    expect(said({ fixedCost: 0, itemCost: 0 })).not.toContain('0.0');
    expect(said({ ...preset('static-32'), fixedCost: 0, itemCost: 0 })).toMatch(
      /A batch takes no time; on average a request waits 31 ms for it to fill\.$/,
    );
    expect(said({ arrivals: 1, fixedCost: 1000 })).toMatch(/^1 request a second comes/);
  });

  it('costs what its replicas cost', () => {
    const found = measured({ replicas: 2, replicaPrice: 3.6 });
    expect(found['costPerThousand']).toBeCloseTo(2 / (found['throughput'] ?? 1), 9);
  });

  it('has the settings and measures that the headless runs promise', () => {
    expect(Object.keys(params).toSorted()).toEqual(
      'arrivalProcess,arrivals,fixedCost,itemCost,maxBatch,maxWait,replicaPrice,replicas,requests,seed,segment,serviceLaw,serviceLevel'.split(
        ',',
      ),
    );
    expect(Object.keys(batchBench.measures).join()).toBe(
      'throughput,capacity,stable,utilisation,meanLatency,meanWait,p50,p90,p95,p99,withinLevel,costPerThousand',
    );
    for (const one of presets) {
      const query = Object.fromEntries(
        Object.entries(one.settings).map(([k, v]) => [k, String(v)]),
      );
      expect(readSettings(params, query)).toMatchObject({ clamped: {}, unreadable: [] });
      expect(ran(one.settings).stable).toBe(true);
    }
  });

  it('says what changed, draws few nodes in both layouts, and posts little', async () => {
    const eight = changed(params, start, { maxBatch: 8 });
    const before = outcomeOf(start);
    expect(batchBench.say(eight, outcomeOf(eight), before)).toMatch(/^p99 17 ms, was 1\d\d\. /);
    const busy = changed(params, start, { maxBatch: 128, arrivals: 5000, replicas: 8 });
    for (const settings of [start, eight, busy, changed(params, start, { arrivals: 200 })]) {
      const shown: BenchOutcome[] = [];
      await runBatchBench(settings, async (outcome) => void shown.push(outcome), {
        readData: () => Promise.reject(new Error('no data')),
        backend: 'none',
        clock: () => 0,
        keep: (model) => model.free(),
        model: () => Promise.reject(new Error('no model')),
      });
      const outcome = shown[0] as BenchOutcome;
      expect(JSON.stringify(outcome).length).toBeLessThan(60_000);
      for (const room of ['wide', 'narrow'] as const) {
        const markup = picture(batchBench, settings, outcome, room);
        expect(markup.match(/<[a-z]/g)?.length).toBeLessThan(130);
        expect(markup).not.toMatch(/NaN|undefined|Infinity/);
      }
    }
  });
});

describe('a queue without end', () => {
  it('tells how long the first five waited on average and the latest five, as counted here', () => {
    const settings = changed(params, start, { arrivals: 130 });
    const outcome = outcomeOf(settings);
    const { requests, batches, to } = outcome.story.own;
    const waits = requests
      .map(({ arrival, batch }) => [arrival, batches[batch]?.start ?? Infinity] as const)
      .filter(([, start]) => start <= to)
      .map(([arrival, start]) => start - arrival);
    const mean = (few: readonly number[]): number => few.reduce((sum, one) => sum + one, 0) / 5;
    const [first, last] = [mean(waits.slice(0, 5)), mean(waits.slice(-5))];
    expect(last).toBeGreaterThan(5 * first);
    expect(picture(batchBench, settings, outcome, 'wide')).toContain(
      `From the start, the first five waited ${first.toFixed(1)} ms on average, the latest five ${last.toFixed(0)} ms`,
    );
  });

  it('is cited in plain words, its many requests with their thousands set apart', () => {
    const settings = changed(params, start, { arrivals: 130, requests: 200_000 });
    const run = resultOf(batchBench, settings, outcomeOf(settings));
    const text = citation(batchBench, run, { title: 'A bench', address: 'https://example.org/' });
    expect(text).toContain('Requests 200,000;');
    expect(text).toContain('Keeps up with arrivals no;');
    expect(text).toContain('requests=200000');
  });
});

describe('another run beside it', () => {
  const runOf = (changes: AnySettings): { settings: typeof start; outcome: BenchOutcome } => {
    const settings = changed(params, start, changes);
    return { settings, outcome: outcomeOf(settings) };
  };
  const axesOf = ({ settings, outcome }: ReturnType<typeof runOf>, axes?: Extents) =>
    batchBench.draw(settings, outcome, { layout: 'wide', axes }).axes;
  const end = (markup: string): string | undefined =>
    /.*data-axis="x" data-from="0" data-to="([^"]+)"/s.exec(markup)?.[1];

  it('lends its axis to a run that fits in it, and not to one that would be pressed flat', () => {
    const first = runOf({});
    const axes = axesOf(first);
    const own = picture(batchBench, first.settings, first.outcome, 'wide');
    const near = runOf({ arrivals: 85 });
    const kept = picture(batchBench, near.settings, near.outcome, 'wide', { axes });
    expect(end(kept)).toBe(end(own));
    expect(end(picture(batchBench, near.settings, near.outcome, 'wide'))).not.toBe(end(own));
    const far = runOf({ maxBatch: 8 });
    const alone = picture(batchBench, far.settings, far.outcome, 'wide');
    const long = { latency: [0, 2000] } as const;
    expect(picture(batchBench, far.settings, far.outcome, 'wide', { axes: long })).toBe(alone);
    // A longer one fits in no shorter axis.
    const { settings, outcome } = first;
    const back = picture(batchBench, settings, outcome, 'wide', { axes: axesOf(near) });
    expect(back).toBe(own);
  });

  it('says which axes it stands on, to be lent to the next', () => {
    const axes = axesOf(runOf({}));
    expect(axesOf(runOf({ arrivals: 85 }), axes)).toEqual(axes);
    expect(axesOf(runOf({ maxBatch: 8 }), axes)).toEqual(axes);
    expect(axesOf(runOf({ maxBatch: 8 }))).not.toEqual(axes);
  });

  it('stands behind it as dots that lie on the same axis', () => {
    const { settings, outcome } = runOf({});
    const ghost = runOf({ arrivals: 85 });
    const both = picture(batchBench, settings, outcome, 'narrow', { ghost });
    // Its dots, and what tells them apart.
    expect(both.match(/class="ghost"/g)).toHaveLength(2);
    expect(both).toContain('grey: before');
    expect(both.replaceAll(/<g class="ghost".*?<\/g>/gs, '')).toBe(
      picture(batchBench, settings, outcome, 'narrow'),
    );
    // Under its own dots nothing of it is seen, and nothing is said of it; a pinned run has rings around them.
    const same = runOf({ serviceLevel: 1000 });
    const under = { ghost: same };
    expect(picture(batchBench, settings, outcome, 'narrow', under)).not.toContain('class="key"');
    const pinned = { ghost: { ...same, isPinned: true } };
    expect(picture(batchBench, settings, outcome, 'narrow', pinned)).toContain('blue: pinned');
    // Nothing of it leaves the figure.
    const far = picture(batchBench, ghost.settings, runOf({ maxBatch: 8 }).outcome, 'narrow', {
      ghost: { settings, outcome },
    });
    const xs = [...(/class="ghost".*?d="([^"]*)"/s.exec(far)?.[1] ?? '').matchAll(/M([\d.]+)/g)];
    expect(xs).toHaveLength(100);
    expect(Math.max(...xs.map(([, x]) => Number(x)))).toBeLessThanOrEqual(320);
  });
});
