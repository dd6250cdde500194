import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { gapsOf, packed } from '../../../../scripts/pack-azure.mjs';
import { arrivalTimes, BURSTS } from '../../../../widgets/shared/queue/arrivals.ts';
import { defaults } from '../../../../widgets/kit/contract/params.ts';
import { atFraction, atRanks, nearestRank } from '../../../../widgets/kit/numbers/percentiles.ts';
import { QUEUE_PARAMS, type QueueSettings } from '../../../../widgets/shared/queue/params.ts';
import { latenciesOf, type Latencies } from '../../../../widgets/shared/queue/summary.ts';
import { simulate, type Batches } from '../../../../widgets/shared/queue/queue.ts';
import { seeded } from '../../../../widgets/kit/numbers/random.ts';
import { ALL, SEEDS } from '../../../all.ts';

const MILLION = 1_000_000;
const SERVICE = 10;

/** One million requests, each served alone in 10 ms on average, at this load. */
function run(load: number, seed: number, changes: Partial<QueueSettings> = {}): Latencies {
  const replicas = changes.replicas ?? 1;
  const arrivals = (1000 * load * replicas) / SERVICE;
  const base = { fixedCost: SERVICE, itemCost: 0, requests: MILLION, arrivals, seed };
  return latenciesOf(simulate({ ...defaults(QUEUE_PARAMS), ...base, ...changes }), 100);
}

interface Theory {
  readonly mean: number;
  readonly p99: number;
}

/** The t at which a falling tail reaches one in a hundred. */
function solve(tail: (t: number) => number): number {
  let [low, high] = [0, 1e5];
  for (let i = 0; i < 100; i += 1) {
    const middle = (low + high) / 2;
    if (tail(middle) > 0.01) low = middle;
    else high = middle;
  }
  return high;
}

/** Erlang C and the tail of wait plus exponential service; one replica gives M/M/1. */
function exponentialTheory(load: number, replicas: number): Theory {
  const offered = load * replicas;
  let term = 1;
  let sum = 0;
  for (let k = 0; k < replicas; k += 1) {
    sum += term;
    term *= offered / (k + 1);
  }
  const waits = term / (1 - load) / (sum + term / (1 - load));
  const rate = 1 / SERVICE;
  const clearing = replicas * rate * (1 - load);
  const tail = (t: number): number => {
    const apart = clearing - rate;
    const both =
      Math.abs(apart) < 1e-12
        ? t * Math.exp(-rate * t)
        : (Math.exp(-rate * t) - Math.exp(-clearing * t)) / apart;
    return Math.exp(-rate * t) + waits * rate * both;
  };
  return { mean: waits / clearing + SERVICE, p99: solve(tail) };
}

/** Pollaczek and Khinchine for the mean; for the tail the series of Erlang for constant service. */
function fixedTheory(load: number): Theory {
  const within = (wait: number): number => {
    let sum = 0;
    for (let k = 0; k * SERVICE <= wait; k += 1) {
      const z = (load / SERVICE) * (k * SERVICE - wait);
      let power = 1;
      for (let j = 1; j <= k; j += 1) power *= z / j;
      sum += power * Math.exp(-z);
    }
    return (1 - load) * sum;
  };
  const mean = SERVICE + (load * SERVICE) / (2 * (1 - load));
  // Beyond 15 services the alternating series loses its digits; there the tail is exponential to many places.
  const decay = solveDecay(load);
  const factor = (1 - load) / (load * Math.exp(decay) - 1);
  const tail = (t: number): number => {
    const wait = t - SERVICE;
    if (wait < 0) return 1;
    return wait > 15 * SERVICE ? factor * Math.exp((-decay * wait) / SERVICE) : 1 - within(wait);
  };
  return { mean, p99: solve(tail) };
}

/** The positive root of load (e^x - 1) = x. */
function solveDecay(load: number): number {
  let [low, high] = [1e-6, 20];
  for (let i = 0; i < 100; i += 1) {
    const middle = (low + high) / 2;
    if (load * Math.expm1(middle) < middle) low = middle;
    else high = middle;
  }
  return low;
}

const QUEUES: readonly [string, Partial<QueueSettings>, (load: number) => Theory][] = [
  ['M/M/1', { serviceLaw: 'exponential' }, (load) => exponentialTheory(load, 1)],
  ['M/D/1', {}, fixedTheory],
  ['M/M/4', { serviceLaw: 'exponential', replicas: 4 }, (load) => exponentialTheory(load, 4)],
];

describe('the queue against theory', () => {
  for (const [name, changes, theory] of QUEUES) {
    it(`agrees with ${name} within 2 % of the mean and 5 % of p99 at loads up to 0.7`, () => {
      for (const load of [0.3, 0.7]) {
        const truth = theory(load);
        for (const seed of SEEDS) {
          const found = run(load, seed, changes);
          expect(Math.abs(found.mean.value / truth.mean - 1)).toBeLessThan(0.02);
          expect(Math.abs(found.p99.value / truth.p99 - 1)).toBeLessThan(0.05);
        }
      }
    });

    it(`holds ${name} inside its own interval for at least four of five seeds at loads 0.9 and 0.95`, () => {
      for (const load of [0.9, 0.95]) {
        const truth = theory(load);
        const runs = Array.from({ length: ALL ? 20 : 10 }, (_, i) => run(load, i + 1, changes));
        const held = (of: 'mean' | 'p99'): number =>
          runs.filter((r) => r[of].low <= truth[of] && truth[of] <= r[of].high).length;
        expect(held('mean')).toBeGreaterThanOrEqual(0.8 * runs.length);
        expect(held('p99')).toBeGreaterThanOrEqual(0.8 * runs.length);
      }
    });
  }

  it('lets nobody wait when requests come evenly, one at a time, under capacity', () => {
    for (const load of [0.1, 0.5, 0.825, 0.99, 0.9999]) {
      const found = run(load, 1, { arrivalProcess: 'steady', requests: 50_000 });
      expect(found.meanWait).toBeLessThan(1e-6);
      expect(found.p99.value).toBeCloseTo(SERVICE, 6);
    }
  });
});

/** The first request of each batch, and behind the last one the end of all. */
function firstOf({ count, size }: Batches): readonly number[] {
  const first = [0];
  for (let i = 0; i < count; i += 1) first.push((first[i] as number) + (size[i] as number));
  return first;
}

describe('batches', () => {
  const settings = { ...defaults(QUEUE_PARAMS), requests: 20_000 };

  it('never hold more than allowed, start in order and keep first come, first served', () => {
    const log = simulate({ ...settings, maxBatch: 8, arrivals: 900, replicas: 3, maxWait: 5 });
    const { batches, arrival } = log;
    const firsts = firstOf(batches);
    for (let i = 0; i < batches.count; i += 1) {
      const first = firsts[i] as number;
      const next = firsts[i + 1] as number;
      const start = batches.start[i] as number;
      expect(next - first).toBeGreaterThanOrEqual(1);
      expect(next - first).toBeLessThanOrEqual(8);
      expect(arrival[next - 1] as number).toBeLessThanOrEqual(start);
      if (i > 0) expect(start).toBeGreaterThanOrEqual(batches.start[i - 1] as number);
      expect(batches.finish[i] as number).toBeCloseTo(start + 8 + 0.25 * (next - first), 9);
    }
    expect(firsts[batches.count]).toBe(arrival.length);
  });

  it('start no later than the longest wait when a replica is free', () => {
    const log = simulate({ ...settings, maxBatch: 32, maxWait: 50, arrivals: 20 });
    const { batches, arrival } = log;
    const firsts = firstOf(batches);
    for (let i = 0; i < batches.count; i += 1) {
      const wait = (batches.start[i] as number) - (arrival[firsts[i] as number] as number);
      const busyUntil = i > 0 ? (batches.finish[i - 1] as number) : 0;
      if (busyUntil < (batches.start[i] as number)) expect(wait).toBeLessThanOrEqual(50 + 1e-9);
    }
  });
});

describe('arrivals', () => {
  it('come at the stated rate in the long run, whatever the process', () => {
    for (const process of ['steady', 'poisson', 'bursty'] as const) {
      for (const seed of [1, 2, 3, 4, 5]) {
        const times = arrivalTimes(process, 100, MILLION, seeded(seed, 'rate'));
        expect((1000 * MILLION) / (times.at(-1) as number) / 100).toBeCloseTo(1, 1);
      }
    }
  });

  it('come in bursts whose two rates and dwells keep the mean at one', () => {
    const { quietRate, busyRate, quietDwell, busyDwell } = BURSTS;
    expect((quietRate * quietDwell + busyRate * busyDwell) / (quietDwell + busyDwell)).toBeCloseTo(
      1,
      12,
    );
    // Independent arrivals have gaps of squared variation 1.
    const times = arrivalTimes('bursty', 100, MILLION, seeded(1, 'spread'));
    const gaps = times.map((time, i) => time - (i > 0 ? (times[i - 1] as number) : 0));
    const mean = gaps.reduce((a, b) => a + b, 0) / MILLION;
    const square = gaps.reduce((a, b) => a + (b - mean) ** 2, 0) / MILLION / mean ** 2;
    expect(square).toBeGreaterThan(2);
  });

  it('differ from one stretch of traffic to the next and repeat with the seed', () => {
    const base = { ...defaults(QUEUE_PARAMS), requests: 5000 };
    expect(simulate(base).arrival).toEqual(simulate(base).arrival);
    expect(simulate({ ...base, segment: 1 }).arrival).not.toEqual(simulate(base).arrival);
  });
});

describe('ranks without sorting', () => {
  it('equal the ranks of the sorted list, for spread, equal and zero values', () => {
    const random = seeded(7, 'ranks');
    const lists = [
      Float64Array.from({ length: 10_007 }, () => random.exponential(30)),
      new Float64Array(5000).fill(8.25),
      Float64Array.from({ length: 9999 }, () => random.whole(4)),
    ];
    for (const list of lists) {
      const sorted = list.toSorted();
      const ranks = [0, 0.001, 0.5, 0.9, 0.95, 0.99, 1].map((f) => nearestRank(list.length, f));
      expect(atRanks(list, ranks)).toEqual(ranks.map((rank) => sorted[rank - 1]));
      expect(atRanks(list.subarray(100, 2100), [1980])[0]).toBe(list.slice(100, 2100).sort()[1979]);
    }
  });

  it('follow each definition as written down independently, on random lists', () => {
    const random = seeded(3, 'definitions');
    for (let round = 0; round < 200; round += 1) {
      const n = 1 + random.whole(150);
      const list = Array.from({ length: n }, () => random.exponential(100)).sort((a, b) => a - b);
      for (const percent of [1, 29, 50, 57, 90, 95, 99]) {
        // Nearest rank by counting: the first value with enough values at or below it.
        const nearest = list.find((v) => list.filter((w) => w <= v).length * 100 >= percent * n);
        expect(atFraction(list, percent / 100, 'nearest')).toBe(nearest);
        const whole = Math.floor((percent * n) / 100);
        expect(atFraction(list, percent / 100, 'index')).toBe(list[whole]);
        // Linear interpolation with whole numbers: place percent (n - 1) / 100, rest in hundredths.
        const place = percent * (n - 1);
        const low = Math.floor(place / 100);
        const rest = (place % 100) / 100;
        const linear = (list[low] ?? 0) * (1 - rest) + (list[low + 1] ?? 0) * rest;
        expect(atFraction(list, percent / 100, 'linear')).toBeCloseTo(linear, 9);
      }
    }
  });
});

describe('arrivals of a real service', () => {
  const replay = (name: string, seed: number, count: number, perSecond = 100) => {
    const bytes = readFileSync(`public/data/${name}`);
    const gaps = Float32Array.from({ length: bytes.length / 4 }, (_, i) =>
      bytes.readFloatLE(i * 4),
    );
    return { gaps, times: arrivalTimes('azure', perSecond, count, seeded(seed), gaps) };
  };

  it('keep the order and shape of the trace, stretched to the rate, and start over', () => {
    const { gaps, times } = replay('azure-conversation.bin', 1, 19_365 + 1, 250);
    // Once round the trace takes as long as evenly spaced arrivals would.
    expect(times.at(-1)).toBeCloseTo(19_365 * 4, 3);
    const place = seeded(1).whole(gaps.length);
    const ratio = (i: number): number =>
      (times[i + 1]! - times[i]!) / gaps[(place + i) % gaps.length]!;
    const longest = [...gaps.keys()].toSorted((a, b) => gaps[b]! - gaps[a]!).slice(0, 50);
    for (const at of longest) {
      const i = (at - place + gaps.length) % gaps.length;
      expect(ratio(i)).toBeCloseTo(
        ratio(0 + ((longest[0]! - place + gaps.length) % gaps.length)),
        3,
      );
    }
  });

  it('begin elsewhere for another seed', () => {
    const [one, two] = [1, 2].map((seed) => replay('azure-code.bin', seed, 50).times);
    expect(one).not.toEqual(two);
  });

  it('are far burstier for code than for conversation', () => {
    const variation = (name: string): number => {
      const { gaps } = replay(name, 1, 1);
      const mean = gaps.reduce((a, b) => a + b) / gaps.length;
      return Math.sqrt(gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length) / mean;
    };
    // The gaps of a Poisson process vary as much as their mean.
    expect(variation('azure-conversation.bin')).toBeGreaterThan(0.9);
    expect(variation('azure-code.bin')).toBeGreaterThan(2 * variation('azure-conversation.bin'));
  });

  it('are packed as gaps in ms, requests that came out of order put in order first', () => {
    const csv = [
      'TIMESTAMP,ContextTokens,GeneratedTokens',
      '2023-11-16 18:59:59.9990000,374,44',
      '2023-11-16 19:00:00.0012345,396,109',
      '2023-11-16 19:00:00.0000000,879,55',
    ].join('\r\n');
    expect(gapsOf(csv)).toEqual([1, 1.2345]);
    expect([...packed([1, 0.5])]).toEqual([0, 0, 128, 63, 0, 0, 0, 63]);
    expect(() => gapsOf('TIMESTAMP\nnoon')).toThrow('"noon" is no time');
  });

  it('cannot be had without their trace', () => {
    expect(() => arrivalTimes('azure', 100, 10, seeded(1))).toThrow('need their trace');
  });
});
