/**
 * Who was waiting, by assumption: a customer has placed the more orders the slower the request. Among n requests, the
 * customer behind the k-th slowest has placed ((k - 1/2) / n)^(-2/3) orders, rounded: one for most, seven for the slowest
 * of ten, thirty-four for the slowest of a hundred.
 */
const STEEPNESS = 2 / 3;

/** The orders placed by the customer of one request, `rank` counted from 0 for the fastest of `count`. */
export function ordersOf(rank: number, count: number): number {
  return Math.round(((count - rank - 0.5) / count) ** -STEEPNESS);
}

/** How many requests take longer than a latency, and which share of all orders their customers have placed. */
export interface Orders {
  readonly requests: number;
  readonly share: number;
}

/** Requests above a latency among ascending ones, and the share of all orders (0 to 1) behind them. */
export function ordersAbove(sorted: Float64Array, latency: number): Orders {
  let [requests, above, all] = [0, 0, 0];
  sorted.forEach((value, rank) => {
    const orders = ordersOf(rank, sorted.length);
    all += orders;
    if (value <= latency) return;
    above += orders;
    requests += 1;
  });
  return { requests, share: above / all };
}
