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

/** A dot to be named. */
export interface NamedDot {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  /** It may stand on what names rather keep off. */
  readonly isBold: boolean;
}

/**
 * Names beside dots, where they meet neither a dot nor what is taken and rather not what is to be kept off; those first in
 * the list choose first, and one without room has none. Right or left of its dot; above, below or askew only where no other
 * dot could be meant.
 */
export function besideDots(
  dots: readonly NamedDot[],
  inside: Box,
  taken: readonly Box[],
  off: readonly Box[],
): readonly (LabelBox | undefined)[] {
  const marks = dots.map(({ x, y }) => boxAround(x, y, 5));
  const full = [...marks, ...taken];
  return dots.map(({ name, x, y, isBold }) => {
    const at = (dx: number, dy: number, anchor: LabelBox['anchor']): LabelBox =>
      labelAt(name, x + dx, y + dy, anchor);
    const middle = [at(0, -12, 'middle'), at(0, 22, 'middle')];
    const askew = [at(4, 22, 'start'), at(4, -12, 'start'), at(-4, -12, 'end')];
    const lonely = ({ left, right, top, bottom }: LabelBox): boolean => {
      const around = { left: left - 8, right: right + 8, top: top - 10, bottom: bottom + 10 };
      return marks.filter((one) => meet(around, one)).length <= 1;
    };
    const level = [at(11, 4, 'start'), at(-11, 4, 'end')];
    const places = [...level, ...[...middle, ...askew].filter(lonely)];
    const free = firstFree(places, inside, [...full, ...off]);
    const place = free ?? (isBold ? firstFree(places, inside, full) : undefined);
    if (place) full.push(place);
    return place;
  });
}
