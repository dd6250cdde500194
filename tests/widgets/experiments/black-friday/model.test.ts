import { describe, expect, it } from 'vitest';
import { DAY, loadAt } from '../../../../widgets/experiments/black-friday/demand.ts';
import { Fleet } from '../../../../widgets/experiments/black-friday/fleet.ts';
import {
  outcomeOf,
  type FridayOutcome,
} from '../../../../widgets/experiments/black-friday/model.ts';
import {
  params,
  type FridaySettings,
} from '../../../../widgets/experiments/black-friday/params.ts';
import { scaler, wishOf } from '../../../../widgets/experiments/black-friday/scaler.ts';
import { defaults } from '../../../../widgets/kit/contract/params.ts';

const start = defaults(params);
const SEEDS = [1, 2, 3, 4, 5];
const ran = (change: Partial<FridaySettings>): FridayOutcome => outcomeOf({ ...start, ...change });

/** Erlang's formula for the share that has to wait, by its recursion for the share that is blocked. */
function erlangC(servers: number, load: number): number {
  let blocked = 1;
  for (let n = 1; n <= servers; n += 1) blocked = (load * blocked) / (n + load * blocked);
  return blocked / (1 - (load / servers) * (1 - blocked));
}

describe('with a constant load and servers that stand', () => {
  it.each([
    [2, 1.6, 0.711],
    [10, 8, 0.409],
    [100, 80, 0.0196],
    [110, 100, 0.237],
  ])('%i servers with work for %f let wait as many as Erlang says', (servers, load, published) => {
    expect(erlangC(servers, load)).toBeCloseTo(published, published < 0.1 ? 4 : 3);
    const fixed = { minServers: servers, maxServers: servers, load, coldStart: 0, patience: 3600 };
    const { waited, all, left, serverHours } = ran({ ...fixed, scenario: 'constant' });
    expect(Math.abs(waited / all[0] / published - 1)).toBeLessThan(servers === 2 ? 0.04 : 0.025);
    // As many come as are said to, nobody leaves, and the bill is plain.
    expect(Math.abs(all[0] / ((load / 2) * DAY) - 1)).toBeLessThan(0.02);
    expect(left).toBe(0);
    expect(serverHours).toBeCloseTo(24 * servers, 6);
  });

  it('the late are those who wait a second: Erlang’s share times the exponential of what is free', () => {
    const [servers, load] = [10, 8];
    const fixed = { minServers: servers, maxServers: servers, load, patience: 3600 };
    const { all } = ran({ ...fixed, scenario: 'constant' });
    const expected = erlangC(servers, load) * Math.exp(-(servers - load) / 2);
    expect(Math.abs(all[1] / all[0] / expected - 1)).toBeLessThan(0.05);
  });
});

describe('the rule of Kubernetes', () => {
  const busy = (target: number, ready: number, share: number, ordered = ready): number =>
    wishOf({ signal: 'busy', target }, { ready, ordered, busy: share, inFlight: 0 });

  it('makes 60 of 50 that are 90 % busy where 75 % are aimed at', () => {
    expect(busy(0.75, 50, 0.9)).toBe(60);
  });

  it('does nothing within a tenth, so that at 91 % and above it never grows', () => {
    for (const target of [0.91, 0.95, 0.98]) expect(busy(target, 10, 1)).toBe(10);
    expect(busy(0.9, 10, 1)).toBe(12);
    for (const seed of SEEDS)
      for (const target of [0.91, 0.95]) {
        const { minutesToEnough, peakServers } = ran({ target, seed });
        expect(minutesToEnough).toBeNull();
        expect(peakServers).toBeLessThan(12);
      }
  });

  it('counts those that start as idle, so that it does not order twice', () => {
    expect(busy(0.7, 10, 1)).toBe(15);
    expect(busy(0.7, 10, 1, 15)).toBe(15);
    expect(busy(0.7, 10, 1, 12)).toBe(15);
  });

  it('at most doubles or adds four, and keeps within its bounds', () => {
    const look = scaler({ signal: 'inFlight', target: 0.7, maxServers: 50 }, 2);
    const seen = { ready: 2, ordered: 2, busy: 1, inFlight: 500 };
    expect(look(seen, 1)).toBe(6);
    expect(look({ ...seen, ready: 20, ordered: 20 }, 1)).toBe(40);
    expect(look({ ...seen, ready: 40, ordered: 40 }, 1)).toBe(50);
    expect(look({ ...seen, inFlight: 0.1 }, 30)).toBe(30);
  });

  it('goes down only to the highest wish of the last 300 seconds', () => {
    const look = scaler({ signal: 'busy', target: 0.5, maxServers: 200 }, 80);
    const idle = { ready: 100, ordered: 100, busy: 0.1, inFlight: 0 };
    // What it found at first counts as wanted.
    expect(scaler({ signal: 'busy', target: 0.5, maxServers: 200 }, 100)(idle, 1)).toBe(100);
    expect(look({ ...idle, busy: 0.4 }, 1)).toBe(80);
    const after = Array.from({ length: 21 }, () => look({ ...idle, ready: 80, ordered: 80 }, 1));
    expect(after.slice(0, 19)).toEqual(Array.from({ length: 19 }, () => 80));
    expect(after.slice(19)).toEqual([16, 16]);
  });
});

describe('a sale', () => {
  it.each([
    [0.7, 120],
    [0.5, 120],
    [0.8, 60],
    [0.9, 120],
  ])(
    'at an aim of %f grows round by round, each as large as the rule allows',
    (target, coldStart) => {
      for (const seed of SEEDS) {
        const { bricks, minutesToEnough } = ran({ target, coldStart, seed });
        const end = 43_200 + 60 * (minutesToEnough as number);
        const orders = bricks.filter(([from, to]) => from >= 43_260 && to <= end);
        // Each order is whole when its servers are ready: those ready then, divided by the aim, rounded up.
        let ready = orders[0]?.[2] as number;
        let rounds = 0;
        while (ready < 70 / target) {
          const wanted = Math.ceil(ready / target - 1e-9);
          const opened = orders.filter(([, , low, high]) => low >= ready && high <= wanted);
          if (opened.at(-1)?.[3] !== wanted) break;
          ready = wanted;
          rounds += 1;
        }
        expect(rounds).toBeGreaterThan(target === 0.5 ? 1 : 3);
        // Every round but what chance spares takes a start and two looks at most.
        const all = Math.log(70 / target / 10) / Math.log(1 / target);
        expect(minutesToEnough).toBeLessThan(((Math.ceil(all) + 1) * (coldStart + 30)) / 60);
        expect(minutesToEnough).toBeGreaterThan(((Math.floor(all) - 2) * coldStart) / 60);
      }
    },
  );

  it('is the same customers whatever the servers do, and each is counted once', () => {
    const [few, many] = [ran({}), ran({ minServers: 150 })];
    expect(few.all[0]).toBe(many.all[0]);
    expect(many.all[1]).toBe(0);
    expect(few.left).toBeLessThanOrEqual(few.all[1]);
    expect(few.all[1]).toBeLessThanOrEqual(few.waited);
    expect(few.all[0]).toBeGreaterThan(520_000);
  });

  it('is what the load says, hour by hour', () => {
    const load = loadAt(start);
    expect([0, 43_199, 43_230, 43_260, 50_000, 50_430, 50_460].map(load)).toEqual([
      7, 7, 38.5, 70, 70, 38.5, 7,
    ]);
    const drawn = loadAt({ ...start, scenario: 'drawn' });
    expect([0, 39_600, 40_500, 41_400, 42_000, 46_800, 80_000].map(drawn)).toEqual([
      7, 7, 8, 12, 16, 70, 7,
    ]);
  });
});

describe('the bill', () => {
  it('is counted by hand', () => {
    const fleet = new Fleet(2, 60);
    fleet.setTo(5, 100);
    expect([fleet.ready, fleet.ordered, fleet.next]).toEqual([2, 5, 160]);
    fleet.open();
    fleet.setTo(8, 200);
    // Called off before it has started: the last ordered go first.
    fleet.setTo(4, 210);
    expect([fleet.ready, fleet.ordered]).toEqual([4, 4]);
    fleet.setTo(4, 300);
    expect(fleet.paid).toBe(2 * 100 + 5 * 100 + 8 * 10 + 4 * 90);
    expect(fleet.bricks).toEqual([
      [100, 160, 2, 5],
      [200, 210, 5, 8],
    ]);
    expect(fleet.peak).toBe(8);
  });
});
