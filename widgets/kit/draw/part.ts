/** Parts of a figure: each knows its size, so that what stands beside or below it is placed by adding up. */
import type { Drawing, Step, Still } from './drawing.ts';
import type { Extents } from './extent.ts';
import { svg, type Markup } from './markup.ts';

/** Something drawn from its own upper left corner. */
export interface Part {
  readonly width: number;
  readonly height: number;
  readonly body: Markup;
  /** How much of its height is seen before a prediction: all of it, or nothing where it waits as a whole. */
  readonly early: number;
  /** Attributes of its group. */
  readonly is?: Markup;
  /** What of it may stand for the whole figure where that is seen small. */
  readonly still?: Still | undefined;
  /** The extents that its axes keep from run to run. */
  readonly axes?: Extents | undefined;
}
/** How wide a figure is, in units of its drawing. */
export const WIDTH = { wide: 680, narrow: 320 } as const;
/** How wide the page shows a step. */
export const STEP_WIDTH = 240;

type Parts = readonly (Part | false | null | undefined)[];

/** A part of which all is seen from the start. */
export function part(width: number, height: number, body: Markup): Part {
  return { width, height, body, early: height };
}

/** The same part, which waits for a prediction as a whole. */
export function waiting(one: Part): Part {
  const is = { ...svg`${one.is} class="later"`, waits: true };
  return { ...one, is, early: 0 };
}

interface Corner {
  readonly x: number;
  readonly y: number;
}

/** Parts from their corners on, as one; what is false is not there. */
function together(parts: Parts, corner: (before: Part, one: Part, i: number) => Corner): Part {
  let all = part(0, 0, svg``);
  parts
    .filter((one) => !!one)
    .forEach((one, i) => {
      const { x, y } = corner(all, one, i);
      const move = (x !== 0 || y !== 0) && svg` transform="translate(${x} ${y})"`;
      const { is, body } = one;
      all = {
        width: Math.max(all.width, x + one.width),
        height: Math.max(all.height, y + one.height),
        body: svg`${all.body}${is || move ? svg`<g${is}${move}>${body}</g>` : body}`,
        early: one.early > 0 ? Math.max(all.early, y + one.early) : all.early,
        still: all.still ?? one.still,
        axes: one.axes ? { ...all.axes, ...one.axes } : all.axes,
      };
    });
  return all;
}

/** Parts from left to right, `gap` apart. */
export function beside(gap: number, ...parts: Parts): Part {
  return together(parts, ({ width }, _, i) => ({ x: i && width + gap, y: 0 }));
}

/** Parts from top to bottom, `gap` apart. */
export function below(gap: number, ...parts: Parts): Part {
  return together(parts, ({ height }, _, i) => ({ x: 0, y: i && height + gap }));
}

/** Parts of one size in rows of so many. */
export function grid(
  columns: number,
  [across, down]: readonly [number, number],
  parts: Parts,
): Part {
  return together(parts, (_, { width, height }, i) => ({
    x: (i % columns) * (width + across),
    y: Math.floor(i / columns) * (height + down),
  }));
}

/** The whole figure; what waits for a prediction in `further` waits with it. Its first chart stands for it unless `still` does. */
export function drawing(
  whole: Part,
  label: string,
  still: Still | undefined = whole.still,
  further?: false | { readonly whole: Part; readonly label: string },
): Drawing {
  const { width, body, early, axes } = below(0, whole);
  const height = Math.ceil(whole.height);
  const seen = early < whole.height && { early: Math.ceil(early) };
  const more = further && {
    further: {
      height: Math.ceil(further.whole.height),
      label: further.label,
      body: below(0, further.whole).body,
    },
  };
  return {
    ...{ width, height, label, body },
    ...seen,
    ...(still && { still }),
    ...(axes && { axes }),
    ...more,
  };
}

/** A part as a step; what it shows is the question that brings it, unless its `label` says more. */
export function toStep(
  { width, height, body }: Part,
  words: Pick<Step, 'name' | 'asks' | 'says'> & { readonly label?: string },
): Step {
  return { width, height: Math.ceil(height), body, label: words.asks, ...words };
}
