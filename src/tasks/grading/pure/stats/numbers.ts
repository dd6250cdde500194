/** The few statistics that items need, each with its 95 % interval. */

/** A value and the ends of its 95 % interval; nothing where it has no meaning. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const Z = 1.959963984540054;

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, one) => sum + one, 0) / values.length;

/** A mean of values from 0 to 1 with Wilson’s interval: exact for right and wrong, a little wide where there is partial credit. */
export function wilson(values: readonly number[]): Estimate | undefined {
  const n = values.length;
  if (n === 0) return undefined;
  const p = mean(values);
  const denominator = 1 + Z ** 2 / n;
  const middle = (p + Z ** 2 / (2 * n)) / denominator;
  const half = (Z * Math.sqrt((p * (1 - p)) / n + Z ** 2 / (4 * n ** 2))) / denominator;
  // At the ends the interval ends there, too, but for the last place of a float.
  return { value: p, low: p === 0 ? 0 : middle - half, high: p === 1 ? 1 : middle + half };
}

/** Pearson’s correlation with Fisher’s interval; nothing for fewer than four pairs, or where one side does not vary. */
export function correlation(xs: readonly number[], ys: readonly number[]): Estimate | undefined {
  const n = xs.length;
  if (n < 4) return undefined;
  const [mx, my] = [mean(xs), mean(ys)];
  let [xx, yy, xy] = [0, 0, 0];
  for (let i = 0; i < n; i += 1) {
    const [dx, dy] = [(xs[i] ?? 0) - mx, (ys[i] ?? 0) - my];
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  // What differs only in the last places of a float does not vary.
  const flat = 1e-12 * n;
  if (xx < flat || yy < flat) return undefined;
  const value = Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
  if (Math.abs(value) === 1) return { value, low: value, high: value };
  const half = Z / Math.sqrt(n - 3);
  return {
    value,
    low: Math.tanh(Math.atanh(value) - half),
    high: Math.tanh(Math.atanh(value) + half),
  };
}

/** The chance of at least so many hits in `n` draws of which each hits with probability `p`. */
export function atLeast(hits: number, n: number, p: number): number {
  if (hits <= 0) return 1;
  if (p <= 0 || hits > n) return 0;
  if (p >= 1) return 1;
  const factorials = [0];
  for (let i = 1; i <= n; i += 1) factorials.push((factorials[i - 1] ?? 0) + Math.log(i));
  const of = (i: number): number => factorials[i] ?? 0;
  let sum = 0;
  for (let k = hits; k <= n; k += 1) {
    sum += Math.exp(of(n) - of(k) - of(n - k) + k * Math.log(p) + (n - k) * Math.log(1 - p));
  }
  return Math.min(1, sum);
}
