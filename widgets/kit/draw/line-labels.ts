/** Names at the ends of lines, pushed apart where two would overlap. */
import type { Scale } from './axes.ts';
import { svg, type Markup } from './markup.ts';
import { signAt } from './symbols.ts';
import type { Layout } from '../contract/widget.ts';

/** The right end of a line and its name; an empty name: it goes without saying. */
export interface LineEnd {
  readonly name: string;
  /** The last point that has a value, in the units of the axes. */
  readonly end: readonly [number, number | null] | undefined;
  /** The sign that the line's points carry. */
  readonly sign?: number;
  readonly isNow?: boolean;
}
interface PlotBounds {
  readonly x: Scale;
  readonly y: Scale;
  readonly layout: Layout;
  /** The lowest place for a name. */
  readonly bottom: number;
}

/** Height of a row, mean width of a letter, and how many letters a row takes. */
const ROW = 15;
const LETTER = 6.6;
const LETTERS = { wide: 24, narrow: 12 } as const;

function rows(name: string, layout: Layout): readonly string[] {
  const list: string[] = [];
  for (const word of name.split(' ')) {
    const last = list.at(-1);
    const joined = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && joined.length <= LETTERS[layout]) list[list.length - 1] = joined;
    else list.push(word);
  }
  return list;
}

function room(ends: readonly LineEnd[], of: Layout): number {
  const letters = Math.max(...ends.flatMap(({ name }) => rows(name, of).map((row) => row.length)));
  return Math.min(letters * LETTER, of === 'wide' ? 170 : 92) + 22;
}

function draw(ends: readonly LineEnd[], { x, y, layout: of, bottom }: PlotBounds): Markup {
  const list = ends.flatMap((one) => {
    const value = one.end?.[1] ?? null;
    if (!one.end || value === null) return [];
    const words = rows(one.name, of);
    const high = words.length * ROW;
    return [{ ...one, words, high, at: x(one.end[0]) + 8, top: y(value) - high / 2 }];
  });
  list.sort((a, b) => a.top - b.top);
  // Down, so that none covers the one above it; then up again from the floor.
  for (const [i, one] of list.entries()) {
    const above = list[i - 1];
    one.top = Math.max(one.top, above ? above.top + above.high : 4);
  }
  for (const [i, one] of [...list.entries()].reverse()) {
    const below = list[i + 1];
    one.top = Math.min(one.top, (below ? below.top : bottom) - one.high);
  }
  return svg`${list.map(
    ({ words, at, top, sign, isNow }) =>
      svg`${sign !== undefined && svg`<path class="cat-${sign}" d="${signAt(sign, at + 4, top + 9)}"/>`}<text class="${isNow ? 'run' : 'soft'}" x="${at}" y="${top + 13}">${words.map((word, row) => svg`<tspan x="${sign === undefined ? at : at + 12}"${row > 0 && svg` dy="${ROW}"`}>${word}</tspan>`)}</text>`,
  )}`;
}

/** The room that names need beside a plot, in the drawing's units; and the names themselves. */
export const lineNames = { room, draw };
