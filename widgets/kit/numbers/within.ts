/** The value, or the end of the range that it lies beyond. */
export function within(low: number, value: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
