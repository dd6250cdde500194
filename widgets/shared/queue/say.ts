/** What is said of queues in every experiment that has one. */
import type { Estimate } from './summary.ts';

/** How much comes and how much can be served, as the beginning of a sentence; `rate` writes so many a second. */
export function overrun(
  queue: { readonly arrivals: number; readonly capacity: number },
  rate: (perSecond: number) => string,
): string {
  const arrivals = rate(queue.arrivals);
  const come = arrivals === '1' ? '1 request a second comes' : `${arrivals} requests a second come`;
  return `${come} and at most ${rate(queue.capacity)} can be served`;
}

/** That a run or its log is too short for its p99 to be trusted; `ms` writes a time. */
export function untrusted(
  what: 'run' | 'log',
  { value, low, high }: Estimate,
  ms: (time: number) => string,
): string {
  return `p99 is ${ms(value)} here, but so close to its limit this ${what} is too short to trust: judged by its own parts, p99 may be anything from ${ms(low).replace(' ms', '')} to ${ms(high)}.`;
}
