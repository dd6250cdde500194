/** An update of ten machines, some at a time, while requests come: first come, first served, event by event. */
import { range } from 'd3-array';
import type { Run } from '#kit/contract';
import { atPlace, nearestRank, seeded } from '#kit/numbers';
import { arrivalTimes } from '../../shared/queue/arrivals.ts';
import { comeBy } from '../../shared/queue/slice.ts';
import { MACHINES, type params, type RollingSettings } from './params.ts';

/** Milliseconds: of a request on average, that a request would wait at most, and that a machine is out of service. */
const SERVICE = 100;
const PATIENCE = 1000;
const MINUTE = 60_000;
const OUT = 2 * MINUTE;
/** Minutes that are seen, from the beginning of the update on; before them the queue warms up. */
export const SEEN = [-2, 22] as const;
const WARM = 2 * MINUTE;
/** Stretches that latencies are looked at in. */
const STRETCH = MINUTE / 2;
export const STRETCHES = ((SEEN[1] - SEEN[0]) * MINUTE) / STRETCH;

/** Requests of some minutes. */
export interface Part {
  readonly came: number;
  readonly refused: number;
  /** Of those that came, how many were answered at once. */
  readonly atOnce: number;
  readonly meanWait: number;
  /** 99 of 100 answers take no longer, in ms; `null` where there are fewer than a hundred. */
  readonly p99: number | null;
}

/** What a run yields. */
export interface RollingOutcome {
  /** Minutes that the update takes. */
  readonly minutes: number;
  /** Minutes in which old and new answers come mixed. */
  readonly mixed: number;
  /** By machines: the minutes between which it is out of service. */
  readonly out: readonly (readonly [number, number])[];
  /** By half minutes: 99 of 100 answers take no longer, and the share of requests refused. */
  readonly p99s: readonly (number | null)[];
  readonly refused: readonly number[];
  readonly before: Part;
  readonly during: Part;
}

/** When a machine is out of service, in ms from the beginning of the update. */
function outOf(machine: number, atOnce: number): readonly [number, number] {
  const round = Math.floor(machine / atOnce);
  return [round * OUT, (round + 1) * OUT];
}

/** What became of requests, in the order in which they came: when they came, in ms, and how long they waited and took; -1: refused. */
interface Log {
  readonly came: Float64Array;
  readonly wait: Float64Array;
  readonly took: Float64Array;
}

/** Serves them: each goes to the machine that is the first to be free and in service, unless it would wait too long. */
export function serve({ atOnce, load, seed }: RollingSettings, hasUpdate = true): Log {
  const from = SEEN[0] * MINUTE - WARM;
  const length = SEEN[1] * MINUTE - from;
  // More than can come, so that the end is not drawn short: five standard deviations.
  const mean = (length * load) / 1000;
  const most = Math.ceil(mean + 5 * Math.sqrt(mean));
  const came = arrivalTimes('poisson', load, most, seeded(seed, 'arrivals'))
    .map((time) => time + from)
    .filter((time) => time < SEEN[1] * MINUTE);
  const service = seeded(seed, 'service');
  const leaves = new Float64Array(MACHINES).fill(Infinity);
  const back = new Float64Array(MACHINES).fill(Infinity);
  for (let machine = 0; hasUpdate && machine < MACHINES; machine += 1)
    [leaves[machine], back[machine]] = outOf(machine, atOnce);
  const freeAt = new Float64Array(MACHINES).fill(from);
  const wait = new Float64Array(came.length);
  const took = new Float64Array(came.length);
  for (let i = 0; i < came.length; i += 1) {
    const now = came[i] as number;
    const takes = service.exponential(SERVICE);
    let best = 0;
    let start = Infinity;
    for (let machine = 0; machine < MACHINES; machine += 1) {
      const free = Math.max(now, freeAt[machine] as number);
      const isOut = free >= (leaves[machine] as number) && free < (back[machine] as number);
      const begins = isOut ? (back[machine] as number) : free;
      if (begins >= start) continue;
      best = machine;
      start = begins;
    }
    wait[i] = start - now > PATIENCE ? -1 : start - now;
    if (start - now > PATIENCE) continue;
    freeAt[best] = start + takes;
    took[i] = start - now + takes;
  }
  return { came, wait, took };
}

/** What became of the requests between two moments, in ms. */
export function partOf({ came, wait, took }: Log, from: number, to: number): Part {
  const answers: number[] = [];
  let [all, refused, atOnce, waited] = [0, 0, 0, 0];
  const end = comeBy(came, to);
  for (let i = comeBy(came, from); i < end; i += 1) {
    all += 1;
    const its = wait[i] as number;
    if (its < 0) {
      refused += 1;
      continue;
    }
    if (its === 0) atOnce += 1;
    waited += its;
    answers.push(took[i] as number);
  }
  const count = answers.length;
  const p99 =
    count < 100 ? null : atPlace(Float64Array.from(answers), nearestRank(count, 0.99) - 1);
  return { came: all, refused, atOnce, meanWait: count > 0 ? waited / count : 0, p99 };
}

function outcomeOf(settings: RollingSettings): RollingOutcome {
  const log = serve(settings);
  const rounds = Math.ceil(MACHINES / settings.atOnce);
  const end = rounds * OUT;
  const starts = range(STRETCHES).map((i) => SEEN[0] * MINUTE + i * STRETCH);
  const parts = starts.map((from) => partOf(log, from, from + STRETCH));
  return {
    minutes: end / MINUTE,
    // From the first machine's return until the last old one leaves.
    mixed: Math.max(0, (end - 2 * OUT) / MINUTE),
    out: range(MACHINES).map((machine) => {
      const [leaves, back] = outOf(machine, settings.atOnce);
      return [leaves / MINUTE, back / MINUTE] as const;
    }),
    p99s: parts.map(({ p99 }) => p99),
    refused: parts.map(({ came, refused }) => (came > 0 ? refused / came : 0)),
    before: partOf(log, SEEN[0] * MINUTE, 0),
    during: partOf(log, 0, end),
  };
}

/** The run behind the widget. */
export const runRollingUpdate: Run<typeof params, RollingOutcome> = async (settings, show) => {
  await show(outcomeOf(settings), 1);
};
