/** Names at the ends of lines, pushed apart where two would overlap. */
import type { Scale } from './axes.ts';
import { svg, type Markup } from './markup.ts';
import { signAt } from './symbols.ts';
import { apart } from './apart.ts';
import { widthOf } from './text-width.ts';
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

/** Height of a row, and how wide one may be. */
const ROW = 15;
const WIDEST = { wide: 160, narrow: 84 } as const;

function rows(name: string, layout: Layout): readonly string[] {
  const list: string[] = [];
  for (const word of name.split(' ')) {
    const last = list.at(-1);
    const joined = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && widthOf(joined) <= WIDEST[layout]) list[list.length - 1] = joined;
    else list.push(word);
  }
  return list;
}

function room(ends: readonly LineEnd[], of: Layout): number {
  return Math.max(...ends.flatMap(({ name }) => rows(name, of).map((row) => widthOf(row)))) + 22;
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
  apart(list, 4, bottom);
  return svg`${list.map(
    ({ words, at, top, sign, isNow }) =>
      svg`${sign !== undefined && svg`<path class="cat-${sign}" d="${signAt(sign, at + 4, top + 9)}"/>`}<text class="${isNow ? 'run' : 'soft'}" x="${at}" y="${top + 13}">${words.map((word, row) => svg`<tspan x="${sign === undefined ? at : at + 12}"${row > 0 && svg` dy="${ROW}"`}>${word}</tspan>`)}</text>`,
  )}`;
}

/** The room that names need beside a plot, in the drawing's units; and the names themselves. */
export const lineNames = { room, draw };
