/**
 * How long users wait for one server: random arrivals, random service times, first come first served (the queue M/M/1).
 * There the time from asking to answer is exponential, so every percentile has a closed form.
 */

/** What the front page's sentence says. Times are milliseconds. */
export interface Wait {
  /** The server can keep up: less than one request's work arrives in the time of one. */
  readonly keepsUp: boolean;
  /** Requests that join the queue each second and never catch up with it, if it cannot. */
  readonly growth: number;
  /** The time within which the given share of users has an answer. */
  readonly within: (share: number) => number;
}

/** Of a server that needs `service` milliseconds for a request on average and is asked `arrivals` times a second. */
export function wait(service: number, arrivals: number): Wait {
  const spare = 1000 / service - arrivals;
  const keepsUp = spare > 1e-9;
  return {
    keepsUp,
    growth: Math.max(0, -spare),
    within: (share) => (keepsUp ? (-Math.log(1 - share) * 1000) / spare : Number.POSITIVE_INFINITY),
  };
}

/** Milliseconds as a reader says them: `35 ms`, `1.2 s`, `never`. */
export function spoken(milliseconds: number): string {
  if (!Number.isFinite(milliseconds)) return 'never';
  if (milliseconds < 999.5) return `${milliseconds.toFixed(milliseconds < 9.95 ? 1 : 0)} ms`;
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/** The comb: one line for each of a hundred requests, the quickest on top, as long as its user waited. */
export interface Comb {
  readonly width: number;
  /** Milliseconds at the right edge. */
  readonly longest: number;
  /** From line to line; 2 where nothing is said. */
  readonly pitch?: number;
}
export const PITCH = 2;
/** Into so many parts of equal time the axis is divided: whole seconds, or three. */
export const PARTS = 5;

/** Milliseconds on the axis. It holds from 0 to the last stop, so that a longer wait is a longer line; it grows when it must. */
export function longestOf(now: Wait): number {
  return now.within(0.99) > PARTS * 1000 ? PARTS * 3000 : PARTS * 1000;
}
/** The lines that the sentence speaks of: half of the users, one in a hundred. */
export const MARKED: readonly number[] = [50, 99];
const LINES = 100;

/** The `d` of the lines whose rank `belongs`. */
export function comb(
  from: Wait,
  { width, longest, pitch = PITCH }: Comb,
  belongs: (rank: number) => boolean,
): string {
  let path = '';
  for (let rank = 1; rank <= LINES; rank += 1) {
    if (!belongs(rank)) continue;
    const end = lineEnd(from.within(shareOf(rank)), { width, longest });
    path += `M0 ${rank * pitch}H${Math.round(end * 10) / 10}`;
  }
  return path;
}

/** What stands on the axis at a share of its length: seconds, after the first with their unit. */
export function tick(longest: number, share: number): string {
  const seconds = (longest * share) / 1000;
  return seconds === 0 ? '0' : `${seconds} s`;
}

/** The share of users that a line stands for: the two that the sentence names exactly, any other the middle of its per cent. */
export function shareOf(rank: number): number {
  return (MARKED.includes(rank) ? rank : rank - 0.5) / LINES;
}

/** Where a line ends; lines that are too long leave the paper. */
export function lineEnd(milliseconds: number, { width, longest }: Comb): number {
  return Math.min(width + 20, (milliseconds / longest) * width);
}
