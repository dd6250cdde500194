/** Bars as one path. */
import { short } from './markup.ts';

/** Places of bars: the left edge of the first, from one to the next, and the air between two. */
export interface BarPlaces {
  readonly left: number;
  readonly step: number;
  readonly gap: number;
}

/** The `d` of bars from `base` to the heights given; none where a height is the base. */
export function barsPath(heights: readonly number[], base: number, places: BarPlaces): string {
  const { left, step, gap } = places;
  return heights
    .map((y, i) => {
      const x = left + i * step + gap / 2;
      return y === base
        ? ''
        : `M${short(x)} ${short(base)}V${short(y)}h${short(step - gap)}V${short(base)}Z`;
    })
    .join('');
}
