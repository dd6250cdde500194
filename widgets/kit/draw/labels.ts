/** Room for words in a drawing: where they meet no mark and no other words. */
import { svg, type Markup } from './markup.ts';
import { widthOf } from './text-width.ts';

/** A part of the drawing that is taken, in its units. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Words, where they could stand, and what they would cover. */
export interface LabelBox extends Box {
  readonly words: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end' | 'middle';
}

/** Words at a place, leaning as their anchor says. */
export function labelAt(
  words: string,
  x: number,
  y: number,
  anchor: LabelBox['anchor'] = 'start',
): LabelBox {
  const width = widthOf(words);
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { words, x, y, anchor, left, right: left + width, top: y - 12.4, bottom: y + 3 };
}

/** Words as they stand at their place, in a look of the style sheets. */
export function labelled({ words, x, y, anchor }: LabelBox, look: string): Markup {
  return svg`<text class="${look}" x="${x}" y="${y}" text-anchor="${anchor}">${words}</text>`;
}

/** A box of so much around a place. */
export function boxAround(x: number, y: number, across: number, up = across): Box {
  return { left: x - across, right: x + across, top: y - up, bottom: y + up };
}

/** True when two boxes overlap, or nearly touch side by side. */
export function meet(a: Box, b: Box): boolean {
  return a.left < b.right + 4 && b.left < a.right + 4 && a.top < b.bottom && b.top < a.bottom;
}

/** The first of the places that lies inside and meets nothing that is taken. */
export function firstFree<One extends Box>(
  places: readonly One[],
  inside: Box,
  taken: readonly Box[],
): One | undefined {
  return places.find(
    (place) =>
      place.left >= inside.left &&
      place.right <= inside.right &&
      place.top >= inside.top &&
      place.bottom <= inside.bottom &&
      !taken.some((other) => meet(place, other)),
  );
}
