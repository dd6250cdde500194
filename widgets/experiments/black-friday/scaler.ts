/** The rule that Kubernetes scales by: how many servers there should be, from what was seen in the last 15 seconds. */
import { within } from '#kit/numbers';
import type { FridaySettings } from './params.ts';

/** The scaler looks every so many seconds. */
export const LOOK = 15;
/** Looks whose wishes are remembered when it goes down: 300 s. */
const REMEMBERED = 20;
const TOLERANCE = 0.1;

/** What it sees: servers that are ready, all that are ordered, the busy share of those ready, requests in flight. */
export interface Seen {
  readonly ready: number;
  readonly ordered: number;
  readonly busy: number;
  readonly inFlight: number;
}

const isNear = (ratio: number): boolean => Math.abs(ratio - 1) <= TOLERANCE + 1e-12;
/** As a count goes up: what is a whole number but for rounding stays it. */
const up = (value: number): number => Math.ceil(value - 1e-9);

/** How many servers it would have, before any bounds. */
export function wishOf(
  { signal, target }: Pick<FridaySettings, 'signal' | 'target'>,
  { ready, ordered, busy, inFlight }: Seen,
): number {
  if (signal === 'inFlight')
    return isNear(inFlight / target / ordered) ? ordered : up(inFlight / target);
  const ratio = busy / target;
  if (ratio <= 1 || ready === ordered) return isNear(ratio) ? ordered : up(ready * ratio);
  // Servers that start count as idle when it goes up.
  const all = (ready * ratio) / ordered;
  return isNear(all) || all < 1 ? ordered : up(ready * ratio);
}

/** A scaler whose memory begins with the servers it finds, as that of Kubernetes does: each call is a look, and gives how many there should be. */
export function scaler(
  settings: Pick<FridaySettings, 'signal' | 'target' | 'maxServers'>,
  found: number,
): (seen: Seen, least: number) => number {
  const wishes = [found];
  return (seen, least) => {
    const { ordered } = seen;
    const most = settings.maxServers;
    wishes.push(wishOf(settings, seen));
    if (wishes.length > REMEMBERED) wishes.shift();
    const now = wishes.at(-1) as number;
    const held = now < ordered ? Math.min(ordered, Math.max(...wishes)) : now;
    const limit = Math.max(2 * ordered, ordered + 4);
    return within(Math.min(least, most), Math.min(held, limit), most);
  };
}
