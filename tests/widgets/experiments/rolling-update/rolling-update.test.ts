import { describe, expect, it } from 'vitest';
import { partOf, serve } from '../../../../widgets/experiments/rolling-update/model.ts';
import { params } from '../../../../widgets/experiments/rolling-update/params.ts';
import { rollingUpdate } from '../../../../widgets/experiments/rolling-update/widget.ts';
import { defaults } from '../../../../widgets/kit/contract/params.ts';
import { ranBy } from '../../../ran.ts';

const start = defaults(params);
const ran = ranBy(rollingUpdate);
const SEEDS = [1, 2, 3, 4, 5];

/** The share that has to wait before so many servers that are offered so much work (Erlang 1917), summed term by term. */
function erlangC(servers: number, work: number): number {
  let [term, sum] = [1, 1];
  for (let i = 1; i < servers; i += 1) {
    term = (term * work) / i;
    sum += term;
  }
  const last = ((term * work) / servers) * (servers / (servers - work));
  return last / (sum + last);
}

describe('the queue', () => {
  it('is held against the right formula', () => {
    // The published values for 2 servers at 1.6 and 10 at 8.
    expect(erlangC(2, 1.6)).toBeCloseTo(0.711, 3);
    expect(erlangC(10, 8)).toBeCloseTo(0.409, 3);
  });

  it.each([
    [10, false, 80],
    [9, true, 70],
    [9, true, 60],
  ])(
    'with %d machines in service (update: %s) at %d a second waits as Erlang says',
    (servers, hasUpdate, load) => {
      const work = load / 10;
      const waits = erlangC(servers, work);
      const meanWait = (waits * 100) / (servers - work);
      const [from, to] = [0, 20 * 60_000];
      const parts = SEEDS.map((seed) =>
        partOf(serve({ ...start, load, seed }, hasUpdate), from, to),
      );
      const mean = (of: (part: (typeof parts)[number]) => number): number =>
        parts.reduce((sum, part) => sum + of(part), 0) / parts.length;
      expect(Math.abs(mean(({ came, atOnce }) => 1 - atOnce / came) - waits)).toBeLessThan(0.012);
      expect(mean(({ meanWait: its }) => its) / meanWait).toBeGreaterThan(0.92);
      expect(mean(({ meanWait: its }) => its) / meanWait).toBeLessThan(1.08);
      expect(mean(({ came }) => came) / (1200 * load)).toBeCloseTo(1, 1);
    },
  );

  it('answers nobody while all are out, and everybody before', async () => {
    const { during, before, minutes, mixed } = await ran({ atOnce: 10 });
    // The last second before the end of the two minutes is waited out, as far as the machines are free then.
    expect(during.refused / during.came).toBeGreaterThan(0.98);
    expect(before.refused).toBe(0);
    expect([minutes, mixed]).toEqual([2, 0]);
  });
});

describe('the update', () => {
  it.each([
    [1, 20, 16],
    [2, 10, 6],
    [3, 8, 4],
    [5, 4, 0],
    [10, 2, 0],
  ])('of %d at a time takes %d minutes, %d of them mixed', async (atOnce, minutes, mixed) => {
    const outcome = await ran({ atOnce });
    expect([outcome.minutes, outcome.mixed]).toEqual([minutes, mixed]);
    expect(outcome.out).toHaveLength(10);
    for (let minute = 0.5; minute < minutes; minute += 1) {
      const away = outcome.out.filter(([leaves, back]) => minute > leaves && minute < back).length;
      expect(away).toBeGreaterThan(0);
      expect(away).toBeLessThanOrEqual(atOnce);
    }
  });
});
