/** When requests arrive: streams of arrival times in milliseconds, each a function of rate and random numbers. */
import type { Random } from './random.ts';

/** How requests arrive: evenly, independently of one another, or in quiet and busy spells. */
export type ArrivalProcess = 'steady' | 'poisson' | 'bursty';

/**
 * The two states of bursty arrivals. Rates are multiples of the mean rate; dwells are mean lengths in mean gaps, so that
 * at 100 a second a quiet spell lasts 2.5 s and a busy one 1 s on average, and every rate sees the same shape. The
 * dwells keep the long-run mean at the stated rate: (2.5 x 0.2 + 1 x 3) / 3.5 = 1.
 */
export const BURSTS = { quietRate: 0.2, busyRate: 3, quietDwell: 250, busyDwell: 100 } as const;

/** The times of `count` arrivals in ms, from 0 on, at `perSecond` on average over the long run. */
export function arrivalTimes(
  process: ArrivalProcess,
  perSecond: number,
  count: number,
  random: Random,
): Float64Array {
  const gap = 1000 / perSecond;
  const times = new Float64Array(count);
  if (process === 'bursty') return bursts(times, gap, random);
  if (process === 'steady') {
    // A product, not a running sum: rounding must not push a request past the end of the service before it.
    for (let i = 0; i < count; i += 1) times[i] = i * gap;
    return times;
  }
  let now = 0;
  for (let i = 0; i < count; i += 1) {
    // `random.exponential` written out: a million calls take a quarter less time.
    now -= gap * Math.log(random.uniform());
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
