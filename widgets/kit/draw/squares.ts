/** Fields of squares: a hundred or a thousand of anything, by what became of them. */
import { legend, type LegendEntry } from './legend.ts';
import { short, svg, type Markup } from './markup.ts';
import { panel } from './panel.ts';
import { below, part, type Part } from './part.ts';
import { percent } from './shares.ts';
import type { Missing } from '../contract/values.ts';
import { DRAW_WORDS } from '#words/widgets/kit/words/draw-words';

/** Looks of squares: an alarm is narrower than the others, so that colour is not all that tells them apart. */
export type SquareLook = 'cell-right' | 'cell-wrong' | 'cell-alarm' | 'cell-quiet';

/** How squares are laid: so many in a row, and so far from one to the next. */
export interface Lay {
  readonly columns: number;
  readonly pitch: number;
}

/** Something for each look, in the order in which the looks are seen. */
export type ByLook<Value> = Readonly<Partial<Record<SquareLook, Value>>>;

/** So many squares of each look one after the other, from the square with the number `first` on. */
export function squares(lay: Lay, counts: ByLook<number>, first = 0): Part {
  let from = first;
  // A path for each look; its dashes are the squares, so that a thousand of them cost one line a row.
  const paths = entries(counts).map(([look, count]) => {
    const start = from;
    from += count;
    return count > 0 && dashed(look, lay.pitch * 0.8, rows(lay, start, count), lay.pitch);
  });
  const { columns, pitch } = lay;
  return part(columns * pitch, Math.ceil(from / columns) * pitch, svg`${paths}`);
}

/** The line between the first so many squares and the others: how far another run came. */
export function squaresEdge({ columns, pitch }: Lay, count: number): string {
  const row = Math.floor(count / columns);
  const at = (squares: number): string => short((squares - 0.1) * pitch);
  const step =
    count % columns > 0 ? `M0 ${at(row + 1)}H${at(count % columns)}V${at(row)}` : `M0 ${at(row)}`;
  return `${step}H${short(columns * pitch)}`;
}

function dashed(look: SquareLook, size: number, path: string, pitch?: number): Markup {
  const dashes = pitch !== undefined && `${short(size)} ${short(pitch - size)}`;
  return svg`<path class="${look}" stroke-width="${look === 'cell-alarm' ? size * 0.55 : size}"${dashes && svg` stroke-dasharray="${dashes}"`} d="${path}"/>`;
}

function rows({ columns, pitch }: Lay, start: number, count: number): string {
  let path = '';
  for (let at = start; at < start + count;) {
    const column = at % columns;
    const length = Math.min(columns - column, start + count - at);
    const middle = (Math.floor(at / columns) + 0.4) * pitch;
    path += `M${short(column * pitch)} ${short(middle)}h${short((length - 0.2) * pitch)}`;
    at += length;
  }
  return path;
}

function entries<Value>(byLook: ByLook<Value>): [SquareLook, Value][] {
  return Object.entries(byLook) as [SquareLook, Value][];
}

/** What the looks stand for, one to a line. */
export function squaresLegend(words: ByLook<string>): Part {
  return legend(
    entries(words).map(([look, said]): LegendEntry => ({
      words: said,
      swatch: (x, y) => dashed(look, 9, `M${short(x - 5)} ${short(y)}h9`),
    })),
  );
}

const HUNDRED: Lay = { columns: 20, pitch: 7 };

/** What a hundred squares are: their name, the measure, and words for those that are as they should be and those that are not. */
export interface Hundred {
  readonly of: string;
  readonly measure: string;
  readonly right: string;
  readonly other: string;
  /** How the others look. */
  readonly look: 'cell-wrong' | 'cell-alarm';
}

/** A share of a hundred as squares under its words; an empty field where there is none. */
export function hundred(
  { of, measure, right, other, look }: Hundred,
  share: number | Missing,
): Part {
  const title = DRAW_WORDS.ofHundred(of);
  const { columns, pitch } = HUNDRED;
  const room = part(columns * pitch, (100 / columns) * pitch, svg``);
  if (typeof share !== 'number') return panel({ title, note: DRAW_WORDS.none }, room);
  const count = Math.round(100 * share);
  const field = squares(HUNDRED, { 'cell-right': count, [look]: 100 - count });
  // Some are, though not one of 100: none would be untrue.
  const isUnderOne = count === 0 && share > 0;
  const key = squaresLegend({
    'cell-right': `${isUnderOne ? 'under 1' : count} ${right}`,
    [look]: `${isUnderOne ? 'over 99' : 100 - count} ${other}`,
  });
  const note = `${measure} ${isUnderOne ? percent(share) : `${count} %`}`;
  return panel({ title, note }, below(4, field, key));
}
