/** When requests arrive: streams of arrival times in milliseconds, each a function of rate and random numbers. */
import type { Random } from '#kit/numbers';
import type { Env } from '#kit/contract';

/** How requests arrive: evenly, independently of one another, in quiet and busy spells, or as a real service saw them. */
export type ArrivalProcess = 'steady' | 'poisson' | 'bursty' | 'azure' | 'azure-code';

const TRACES: Readonly<Record<string, string>> = {
  azure: 'azure-conversation.bin',
  'azure-code': 'azure-code.bin',
};

/** The gaps in ms of the real trace that a process replays; nothing where it needs none. Rejects as `env.readData` does. */
export async function traceFor(process: string, env: Env): Promise<Float32Array | undefined> {
  const name = TRACES[process];
  if (!name) return undefined;
  const bytes = await env.readData(name);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float32Array.from({ length: bytes.length / 4 }, (_, i) => view.getFloat32(i * 4, true));
}

/**
 * The two states of bursty arrivals. Rates are multiples of the mean rate; dwells are mean lengths in mean gaps, so that
 * at 100 a second a quiet spell lasts 2.5 s and a busy one 1 s on average, and every rate sees the same shape. The
 * dwells keep the long-run mean at the stated rate: (2.5 x 0.2 + 1 x 3) / 3.5 = 1.
 */
export const BURSTS = { quietRate: 0.2, busyRate: 3, quietDwell: 250, busyDwell: 100 } as const;

/**
 * The times of `count` arrivals in ms, from 0 on, at `perSecond` on average over the long run. A real trace is stretched to
 * that rate, begins at a random place and starts over where it ends.
 */
export function arrivalTimes(
  process: ArrivalProcess,
  perSecond: number,
  count: number,
  random: Random,
  trace?: Float32Array,
): Float64Array {
  const gap = 1000 / perSecond;
  const times = new Float64Array(count);
  if (trace) return replayed(times, gap, random, trace);
  if (process in TRACES) throw new RangeError(`the arrivals "${process}" need their trace`);
  if (process === 'bursty') return bursts(times, gap, random);
  if (process === 'steady') {
    // A product, not a running sum: rounding must not push a request past the end of the service before it.
    for (let i = 0; i < count; i += 1) times[i] = i * gap;
    return times;
  }
  // Draws first, then times, `random.exponential` written out: short loops let an engine keep its numbers in registers.
  for (let i = 0; i < count; i += 1) times[i] = random.uniform();
  let now = 0;
  for (let i = 0; i < count; i += 1) {
    now -= gap * Math.log(times[i] as number);
    times[i] = now;
  }
  return times;
}

function bursts(times: Float64Array, gap: number, random: Random): Float64Array {
  const { quietRate, busyRate, quietDwell, busyDwell } = BURSTS;
  let busy = random.uniform() < busyDwell / (busyDwell + quietDwell);
  let now = 0;
  let turn = random.exponential((busy ? busyDwell : quietDwell) * gap);
  for (let i = 0; i < times.length; i += 1) {
    let next = now + random.exponential(gap / (busy ? busyRate : quietRate));
    while (next > turn) {
      // Exponential gaps have no memory, so the gap may start afresh where the rate changes.
      now = turn;
      busy = !busy;
      turn += random.exponential((busy ? busyDwell : quietDwell) * gap);
      next = now + random.exponential(gap / (busy ? busyRate : quietRate));
    }
    now = next;
    times[i] = now;
  }
  return times;
}

function replayed(
  times: Float64Array,
  gap: number,
  random: Random,
  trace: Float32Array,
): Float64Array {
  const stretch = (gap * trace.length) / trace.reduce((sum, one) => sum + one, 0);
  let place = random.whole(trace.length);
  let now = 0;
  for (let i = 0; i < times.length; i += 1) {
    times[i] = now;
    now += (trace[place] as number) * stretch;
    place = place + 1 === trace.length ? 0 : place + 1;
  }
  return times;
}
