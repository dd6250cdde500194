/** Room for words on the chart: a name goes where it meets no mark and no other name. */
import type { Scale } from '../../kit/draw/axes.ts';
import type { Layout } from '../../kit/contract/widget.ts';
import type { ShownDataSet } from './model.ts';

/** Where the chart lies in its drawing. */
export interface Plot {
  readonly layout: Layout;
  readonly x: Scale;
  readonly y: Scale;
  readonly width: number;
}

/** A part of the drawing that is taken, in its units. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What is taken: by the marks of the sets, by the line, and by words. */
export interface Taken {
  readonly marks: readonly Box[];
  readonly line: readonly Box[];
  readonly words: Box[];
}

/** Where words could stand, and what they would cover. */
export interface LabelBox {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end' | 'middle';
  readonly box: Box;
}

// The mean width of a letter of the sans in each layout, rounded up.
const LETTER = { wide: 6.8, narrow: 6.5 };

/** Words at a place, leaning as their anchor says. */
export function placed(
  words: string,
  x: number,
  y: number,
  anchor: LabelBox['anchor'],
  { layout }: Plot,
): LabelBox {
  const width = words.length * LETTER[layout];
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { x, y, anchor, box: { left, right: left + width, top: y - 11, bottom: y + 3 } };
}

/** What the marks of the sets cover. */
export function placesOf(shown: readonly ShownDataSet[], plot: Plot): Box[] {
  return shown.map((set) => {
    const [x, y] = [plot.x(set.year), plot.y(set.size)];
    return { left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 };
  });
}

/** True when words fit into the chart and meet nothing that is taken. */
export function fits(box: Box, taken: readonly Box[], { x, y, width }: Plot): boolean {
  const inside =
    box.left >= x.range[0] + 2 &&
    box.right <= width &&
    box.top >= y.range[1] - 4 &&
    box.bottom <= y.range[0] - 3;
  return inside && !taken.some((other) => meet(box, other));
}

/** True when two boxes overlap, or nearly touch side by side. */
export function meet(a: Box, b: Box): boolean {
  return a.left < b.right + 4 && b.left < a.right + 4 && a.top < b.bottom && b.top < a.bottom;
}
