/** What an entry is marked with: its time, and an id of its own. */
import { LAST } from './pure/time.ts';

/**
 * Now, or a millisecond after `newest` where that is later: a file from a clock that runs ahead must not make older what is
 * done after it was loaded.
 */
export function stamp(now: Date, newest: string): string {
  const next = Math.max(now.getTime(), newest === '' ? 0 : Date.parse(newest) + 1);
  return new Date(Math.min(next, Date.parse(LAST))).toISOString();
}

/** An id that no other entry has, on any device. */
export function newId(): string {
  // `crypto.randomUUID` is missing on plain http in a local network; this is not.
  return Array.from(crypto.getRandomValues(new Uint8Array(9)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
