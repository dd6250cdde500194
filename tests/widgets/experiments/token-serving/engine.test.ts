import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { countsOf } from '../../../../scripts/pack-azure.mjs';
import { serve, type Log } from '../../../../widgets/experiments/token-serving/engine.ts';
import {
  params,
  type TokenSettings,
} from '../../../../widgets/experiments/token-serving/params.ts';
import type { Requests } from '../../../../widgets/experiments/token-serving/requests.ts';
import { tokenServing } from '../../../../widgets/experiments/token-serving/widget.ts';
import { defaults } from '../../../../widgets/kit/contract/params.ts';
import { measureAll, type Measured } from '../../../../widgets/kit/contract/widget.ts';
import { seeded } from '../../../../widgets/kit/numbers/random.ts';
import { runOnNode } from '../../../../widgets/run/node.ts';

const start = defaults(params);
const measured = async (change: Partial<TokenSettings>): Promise<Measured> =>
  measureAll(tokenServing, await runOnNode(tokenServing, { ...start, ...change })).measures;

/** What a place holds in the slow machine. */
interface Seat {
  readonly i: number;
  unread: number;
  tokens: number;
  last: number;
}

/** The same machine, written anew from its description: a step at a time, a place at a time. Nothing of the engine is used. */
function slowly(settings: TokenSettings, { arrival, prompt, output }: Requests) {
  const at = arrival.map(() => NaN);
  const [begun, first, end, longest] = [[...at], [...at], [...at], [...at].fill(0)];
  const seats: (Seat | null)[] = Array.from({ length: settings.slots }, () => null);
  const isOver = (seat: Seat): boolean => seat.tokens === output[seat.i];
  let [now, next, made, idle] = [0, 0, 0, 0];
  for (;;) {
    const seated = (): Seat[] => seats.filter((seat) => seat !== null);
    if (settings.policy === 'static') {
      if (seated().every(isOver)) seats.fill(null);
    } else seats.forEach((seat, k) => seat && isOver(seat) && (seats[k] = null));
    if (seated().length === 0) {
      if (next === arrival.length) return { begun, first, end, longest, made, idle };
      now = Math.max(now, arrival[next] as number);
    }
    const mayEnter = settings.policy === 'continuous' || seated().length === 0;
    for (let k = 0; mayEnter && k < seats.length; k += 1) {
      if (seats[k] || next === arrival.length || (arrival[next] as number) > now) continue;
      seats[k] = { i: next, unread: prompt[next] as number, tokens: 0, last: NaN };
      begun[next] = now;
      next += 1;
    }
    const writers = seated().filter(
      ({ unread, tokens, i }) => unread === 0 && tokens < (output[i] as number),
    );
    const kept = seated().filter((seat) => seat.unread === 0 && isOver(seat));
    let budget = Number(settings.chunk) || Infinity;
    let tokensRead = 0;
    const through: Seat[] = [];
    for (const seat of seated()
      .filter(({ unread }) => unread > 0)
      .sort((a, b) => a.i - b.i)) {
      const part = Math.min(seat.unread, budget);
      seat.unread -= part;
      budget -= part;
      tokensRead += part;
      if (seat.unread === 0) through.push(seat);
    }
    now +=
      settings.stepCost +
      settings.writeCost * (writers.length + kept.length) +
      settings.readCost * tokensRead;
    idle += kept.length;
    for (const seat of writers)
      longest[seat.i] = Math.max(longest[seat.i] as number, now - seat.last);
    for (const seat of through) first[seat.i] = now;
    for (const seat of [...writers, ...through]) {
      seat.tokens += 1;
      seat.last = now;
      made += 1;
      if (isOver(seat)) end[seat.i] = now;
    }
  }
}

/** A few requests of all lengths, some at the same time. */
function few(seed: number, count = 60): Requests {
  const random = seeded(seed, 'few');
  let now = 0;
  const arrival = Float64Array.from(
    { length: count },
    () => (now += random.uniform() < 0.3 ? 0 : random.exponential(700)),
  );
  const some = (most: number): Uint16Array =>
    Uint16Array.from({ length: count }, () => 1 + random.whole(random.uniform() < 0.2 ? most : 40));
  return { arrival, prompt: some(5000), output: some(300) };
}

const CASES = [1, 2, 3, 4, 5].flatMap((seed) =>
  (['static', 'continuous'] as const).flatMap((policy) =>
    [1, 2, 5, 32].flatMap((slots) =>
      (['0', '64', '512'] as const).map((chunk) => ({ seed, policy, slots, chunk })),
    ),
  ),
);

describe('the machine', () => {
  it.each(CASES)('does what a slow one does step by step: %o', (change) => {
    const requests = few(change.seed);
    const settings = { ...start, ...change };
    const [fast, slow] = [serve(settings, requests), slowly(settings, requests)];
    const same = (mine: Float64Array, its: readonly number[]): void =>
      its.forEach((time, i) => expect(mine[i]).toBeCloseTo(time, 5));
    same(fast.start, slow.begun);
    same(fast.first, slow.first);
    same(fast.end, slow.end);
    same(fast.longest, slow.longest);
    expect(fast.idle).toBe(slow.idle);
    expect(fast.written + requests.arrival.length).toBe(slow.made);
  });

  it('writes every token once, in order, and never has two in one place', () => {
    for (const { seed, ...change } of CASES) {
      const requests = few(seed, 200);
      const log = serve({ ...start, ...change }, requests);
      const tokens = requests.output.reduce((sum, one) => sum + one, 0);
      expect(log.written).toBe(tokens - requests.output.length);
      requests.arrival.forEach((came, i) => {
        const times = [came, log.start[i], log.first[i], log.end[i], log.until[i]] as number[];
        expect(times).toEqual(times.toSorted((one, other) => one - other));
      });
      expectApart(log, change.slots);
    }
  });

  it('keeps a place until the batch is done, or gives it away at once', () => {
    const requests: Requests = {
      arrival: Float64Array.of(0, 0, 1),
      prompt: Uint16Array.of(100, 100, 100),
      output: Uint16Array.of(2, 5, 1),
    };
    const costs = { ...start, slots: 2 };
    const [batch, free] = (['static', 'continuous'] as const).map((policy) =>
      serve({ ...costs, policy }, requests),
    ) as [Log, Log];
    // Two prompts: 20 + 20 ms. A step of two texts: 20.4 ms; the second text has four.
    expect(batch.first[0]).toBeCloseTo(40, 9);
    expect(batch.until[0]).toBeCloseTo(40 + 4 * 20.4, 9);
    expect(batch.start[2]).toBeCloseTo(40 + 4 * 20.4, 9);
    expect(batch.idle).toBe(3);
    expect(free.start[2]).toBeCloseTo(60.4, 9);
    // One text and one prompt: 20 + 0.2 + 10 ms, which is the longest wait of the second text.
    expect(free.first[2]).toBeCloseTo(90.6, 9);
    expect(free.longest[1]).toBeCloseTo(30.2, 9);
  });
});

function expectApart({ slot, start: from, until }: Log, slots: number): void {
  for (let place = 0; place < slots; place += 1) {
    let over = 0;
    slot.forEach((own, i) => {
      if (own !== place) return;
      expect(from[i] as number).toBeGreaterThanOrEqual(over - 1e-9);
      over = until[i] as number;
    });
  }
}

describe('with one place, one output token and requests at random', () => {
  /** Pollaczek and Khinchine: the mean wait from the first two moments of the time that a request takes. */
  const theory = (services: readonly number[], rate: number): number => {
    const moment = (power: number): number =>
      services.reduce((sum, one) => sum + one ** power, 0) / services.length;
    return (rate * moment(2)) / (2 * (1 - rate * moment(1)));
  };
  const prompts = packedColumn(0);

  test.each([3, 5])(
    'the mean wait is that of an M/G/1 queue, at %s requests a second',
    async (rate) => {
      const change = {
        policy: 'continuous',
        slots: 1,
        outputTokens: 1,
        trace: 'poisson',
        requests: 100_000,
        rate,
      } as const;
      const wanted = theory(
        prompts.map((tokens) => (20 + 0.1 * tokens) / 1000),
        rate,
      );
      const means = await Promise.all(
        [1, 2, 3, 4, 5].map(
          async (seed) => (await measured({ ...change, seed }))['meanWait'] as number,
        ),
      );
      const mean = means.reduce((sum, one) => sum + one, 0) / means.length;
      const error = Math.sqrt(means.reduce((sum, one) => sum + (one - mean) ** 2, 0) / 20);
      // Student's t with four degrees of freedom, 99 %: five runs, each of 100,000 requests.
      expect(Math.abs(mean - wanted)).toBeLessThan(4.604 * error);
      expect(4.604 * error).toBeLessThan(0.1 * wanted);
    },
  );

  it('whole batches of one are the same machine', async () => {
    const one = { slots: 1, outputTokens: 1, trace: 'poisson', rate: 5 } as const;
    const [whole, free] = await Promise.all([
      measured({ ...one, policy: 'static' }),
      measured({ ...one, policy: 'continuous' }),
    ]);
    expect(whole).toEqual(free);
  });

  it('and with longer answers the time of a request is all of its steps', async () => {
    const change = {
      policy: 'continuous',
      slots: 1,
      outputTokens: 20,
      trace: 'poisson',
      requests: 100_000,
      rate: 1,
    } as const;
    const wanted = theory(
      prompts.map((tokens) => (20 + 0.1 * tokens + 19 * 20.2) / 1000),
      1,
    );
    const { meanWait } = await measured(change);
    expect(Math.abs((meanWait as number) / wanted - 1)).toBeLessThan(0.05);
  });
});

/** A column of the packed counts, read here byte by byte. */
function packedColumn(column: number): number[] {
  const bytes = readFileSync('public/data/azure-tokens.bin');
  return Array.from({ length: 4000 }, (_, i) => bytes.readUInt16LE(2 * (4000 * column + i)));
}

describe('the recorded requests', () => {
  it('are packed in the order of their times, prompts before answers', () => {
    const csv =
      'TIMESTAMP,ContextTokens,GeneratedTokens\n2023-11-16 18:00:02.0,30,4\n2023-11-16 18:00:01.0,10,2\n';
    expect([...countsOf(csv)]).toEqual([10, 0, 30, 0, 2, 0, 4, 0]);
  });

  it('have the counts that the trace begins with', () => {
    expect(packedColumn(0).slice(0, 4)).toEqual([374, 396, 879, 91]);
    expect(packedColumn(1).slice(0, 4)).toEqual([44, 109, 55, 16]);
    expect(packedColumn(2).slice(0, 4)).toEqual([4808, 3180, 110, 7433]);
    expect(packedColumn(3).slice(0, 4)).toEqual([10, 8, 27, 14]);
  });
});
