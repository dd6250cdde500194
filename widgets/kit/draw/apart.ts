/** Things in a column that must not cover each other. */

/** Something with a height that may be moved up and down. */
interface Movable {
  top: number;
  readonly high: number;
}

/** Moves things until none covers another, in their order from top to bottom, between `ceiling` and `floor` if they fit. */
export function apart(things: readonly Movable[], ceiling = -Infinity, floor = Infinity): void {
  const list = things.toSorted((one, other) => one.top - other.top);
  // Two that meet give way by half each; then down, so that none covers the one above it, and up again from the floor.
  for (const [i, one] of list.entries()) {
    const above = list[i - 1];
    const over = above ? Math.max(0, above.top + above.high - one.top) / 2 : 0;
    if (above) above.top -= over;
    one.top += over;
  }
  for (const [i, one] of list.entries()) {
    const above = list[i - 1];
    one.top = Math.max(one.top, above ? above.top + above.high : ceiling);
  }
  for (const [i, one] of [...list.entries()].reverse()) {
    const below = list[i + 1];
    one.top = Math.min(one.top, (below ? below.top : floor) - one.high);
  }
}
