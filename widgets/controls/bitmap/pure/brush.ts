/** A soft brush: darkest in the middle, as ink from a pen is when an image is made small. */
import type { BitmapShape } from './bitmap.ts';

/** A cell by its place in its row and in its column, from 0. */
export interface Cell {
  readonly x: number;
  readonly y: number;
}

/** The image after one touch of the brush; where it wipes, it takes away what it would have put there. */
export function touched(
  { columns, rows, levels }: BitmapShape,
  image: Uint8Array,
  { x, y }: Cell,
  wipes: boolean,
): Uint8Array {
  const next = image.slice();
  const radius = Math.max(1, columns / 14);
  const reach = Math.ceil(radius);
  for (let row = Math.max(0, y - reach); row <= Math.min(rows - 1, y + reach); row += 1) {
    for (
      let column = Math.max(0, x - reach);
      column <= Math.min(columns - 1, x + reach);
      column += 1
    ) {
      const share = Math.min(1, Math.max(0, 1.25 - Math.hypot(column - x, row - y) / radius));
      const ink = Math.round(share * (levels - 1));
      const at = row * columns + column;
      const before = next[at] ?? 0;
      next[at] = wipes ? Math.min(before, levels - 1 - ink) : Math.max(before, ink);
    }
  }
  return next;
}

/** The cells from one to another, both in it, with none left out between: a fast pointer draws no dots. */
export function between(from: Cell, to: Cell): readonly Cell[] {
  const steps = Math.max(Math.abs(to.x - from.x), Math.abs(to.y - from.y));
  return Array.from({ length: steps + 1 }, (_, i) => {
    const share = steps === 0 ? 0 : i / steps;
    return {
      x: Math.round(from.x + (to.x - from.x) * share),
      y: Math.round(from.y + (to.y - from.y) * share),
    };
  });
}
