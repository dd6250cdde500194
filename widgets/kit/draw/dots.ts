/** Dots as one path: a hundred marks cost the page one node. */
import { tenth } from './markup.ts';

/** The `d` of filled dots of radius `r` at the given places. */
export function dotsPath(places: readonly (readonly [number, number])[], r: number): string {
  const arc = `a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
  return places.map(([x, y]) => `M${tenth(x - r)} ${tenth(y)}${arc}`).join('');
}

/** Stacks dots over a base line, each in the column nearest to its value; tall stacks overlap rather than leave the plot. */
export function stacked(
  xs: readonly number[],
  how: { readonly r: number; readonly base: number; readonly height: number },
): (readonly [number, number])[] {
  const width = 2 * how.r + 1;
  const columns = xs.map((x) => Math.round(x / width));
  const heights = new Map<number, number>();
  for (const column of columns) heights.set(column, (heights.get(column) ?? 0) + 1);
  const tallest = Math.max(1, ...heights.values());
  const step = Math.min(width, (how.height - 2 * how.r) / Math.max(1, tallest - 1));
  const risen = new Map<number, number>();
  return columns.map((column) => {
    const below = risen.get(column) ?? 0;
    risen.set(column, below + 1);
    return [column * width, how.base - how.r - 1 - below * step] as const;
  });
}
