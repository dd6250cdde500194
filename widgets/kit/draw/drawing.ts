/** A figure as a value: it knows its size, what it is called, what of it is seen before a prediction, and what stands for it small. */
import type { Extents } from './extent.ts';
import { unbroken } from './format.ts';
import { forEyes, svg, type Markup } from './markup.ts';

/** What stands for a figure on the contents page: marks without words, which would answer what a lesson asks the reader to predict. */
export interface Still {
  readonly body: Markup;
  /** The part of `body` in view, in its own units; from the left edge and as wide as the figure unless it says otherwise. */
  readonly x?: number;
  readonly y: number;
  readonly width?: number;
  readonly height: number;
}

/** A picture as wide as its figure. */
interface Picture {
  readonly height: number;
  /** What there is to see, for who cannot; no number that a prediction asks for. */
  readonly label: string;
  readonly body: Markup;
}

/** One more picture of a run, which comes when the reader asks for it. */
export interface Step extends Picture {
  readonly width: number;
  /** What an author calls it who has it wait for a prediction. */
  readonly name?: string;
  /** The question that brings it. */
  readonly asks: string;
  /** What to see in it, of this run. */
  readonly says: string;
}

/** One complete picture in one layout. */
export interface Drawing extends Picture {
  readonly width: number;
  /** What else there is to see of a run: it stands below the controls, and waits for a prediction as a whole. */
  readonly further?: Picture;
  /** Pictures that are asked for one after the other, below what stands there at once; as many at every run. */
  readonly steps?: readonly Step[];
  /** How much of the height holds all that is seen before a prediction; the rest has no room till then. Absent: all of it. */
  readonly early?: number;
  readonly still?: Still;
  /** The extents of those axes that are kept from run to run, by names of the widget's own; `view.axes` brings them back. */
  readonly axes?: Extents;
  /** One more class of the whole, such as `stale`. */
  readonly look?: string;
}

/** A drawing as an element. */
export function figureOf({ width, height, label, body, look }: Drawing): Markup {
  const named = svg`role="img" aria-label="${label}"`;
  // What is in a picture has no name for ears, and a group's name is told by none who reads on: so handles stand beside the picture.
  const isHeld = body.markup.includes('data-handle');
  const inside = isHeld
    ? svg`<rect ${named} width="${width}" height="${height}" fill="none"/>${forEyes(body)}`
    : svg`<g aria-hidden="true">${body}</g>`;
  return svg`<svg viewBox="0 0 ${width} ${height}" class="figure${look && ` ${look}`}" ${isHeld ? svg`role="group"` : named}>${inside}</svg>`;
}

/** Its further panels as an element; nothing where there are none. */
export function furtherOf({ further, ...drawing }: Drawing): Markup {
  return further ? figureOf({ ...drawing, ...further }) : svg``;
}

/** One of its steps as an element, with its sentence. */
export function stepOf({ steps = [] }: Drawing, i: number): Markup {
  const step = steps[i];
  return step ? svg`${figureOf(step)}<p>${unbroken(step.says)}</p>` : svg``;
}

/** What stands for a drawing, as an element. */
export function stillOf(drawing: Drawing): Markup | undefined {
  const { still } = drawing;
  if (!still) return undefined;
  const { x = 0, y, width = drawing.width, height, body } = still;
  return svg`<svg viewBox="${x} ${y} ${width} ${height}" class="figure" role="img" aria-label="${drawing.label}">${body}</svg>`;
}
