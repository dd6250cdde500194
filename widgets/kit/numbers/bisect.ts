/** Halving an interval until its ends meet. */

/** Where a rising function passes a value, between `low` and `high`, to the last digit; `isBelow` says of a place whether it lies before. */
export function bisect(isBelow: (at: number) => boolean, low: number, high: number): number {
  let [from, to] = [low, high];
  for (let i = 0; i < 80; i += 1) {
    const middle = (from + to) / 2;
    if (isBelow(middle)) from = middle;
    else to = middle;
  }
  return (from + to) / 2;
}
