/** What is said of queues in every experiment that has one. */
import { number } from '#kit/draw';
import type { Estimate } from './summary.ts';

/** So many a second: one decimal under 10, where it has any. */
function rate(value: number): string {
  return number(value, value < 10 && Math.abs(value - Math.round(value)) >= 0.05 ? 1 : 0);
}

/** How much comes and how much can be served in a second, as the beginning of a sentence. */
export function overrun(queue: Readonly<Record<'arrivals' | 'capacity', number>>): string {
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
