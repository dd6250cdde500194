/** Rows, each with a name, a bar from 0 and what it comes to: the name above its bar, or in a column at its left. */
import { ghost, later, short, svg, type Ghost, type Markup } from './markup.ts';
import { part, type Part } from './part.ts';

/** One row. */
export interface BarRow {
  readonly name: string | Markup;
  /** Lengths one behind the other, each with its look; in units of the axis. */
  readonly bars: readonly (readonly [length: number, look: string])[];
  /** What it comes to, in words. */
  readonly told?: string | Markup;
  /** The classes of these words. */
  readonly say?: string;
  /** A stretch behind the bar, with an edge where it begins or ends: what is asked for, what is allowed. */
  readonly band?: readonly [from: number, to: number];
  /** A mark across the bar. */
  readonly at?: number | undefined;
  /** How far the same bar of another run comes. */
  readonly was?: number | undefined;
  readonly waits?: boolean;
}

/** How rows are laid: the length at the right end, and the room of names where they stand at the left. */
export interface BarLay {
  readonly width: number;
  readonly most: number;
  /** From one row to the next, and how high a bar is. */
  readonly pitch: number;
  readonly bar?: number;
  /** Width of the names' column; absent: names stand above the bars. */
  readonly left?: number;
  /** Room at the right of the longest bar. */
  readonly right?: number;
  /** What is told stands at the bar's end; else at the right edge. */
  readonly isAtEnd?: boolean;
}

/** The rows as a part; `behind` is the run that their `was` are of. */
export function barRows(rows: readonly BarRow[], lay: BarLay, behind?: Ghost): Part {
  const { width, pitch } = lay;
  const drawn = rows.map((row, i) => {
    const one = rowOf(row, i * pitch, lay, behind);
    return row.waits ? later(one) : one;
  });
  const early = rows.findLastIndex((row) => !row.waits) + 1;
  return { ...part(width, rows.length * pitch, svg`${drawn}`), early: early * pitch };
}

/** A share of a bar that is as long as can be, and what is left of it as an outline. */
export function ofWhole(share: number, look: string): BarRow['bars'] {
  return [
    [share, look],
    [1 - share, 'hair'],
  ];
}

function rowOf(row: BarRow, y: number, lay: BarLay, behind?: Ghost): Markup {
  const { width, most, pitch, bar = 12, left, right = 0, isAtEnd } = lay;
  const start = left ?? 0;
  const top = y + (left === undefined ? 18 : (pitch - bar) / 2);
  const base = left === undefined ? y + 13 : top + bar / 2 + 4.5;
  const x = (value: number): number =>
    start + ((width - start - right) * Math.max(0, Math.min(most, value))) / most;
  let from = 0;
  const bars = row.bars.map(([length, look]) => {
    const [low, high] = [x(from), x((from += length))];
    return svg`<path class="${look}" d="M${short(low)} ${top}H${short(high)}v${bar}H${short(low)}Z"/>`;
  });
  const { band, at, was, name, told, say = 'run strong' } = row;
  const [low, high] = (band ?? [0, 0]).map((end) => short(x(end)));
  const wish =
    band &&
    later(
      svg`<path class="band" d="M${low} ${top - 2}H${high}v${bar + 6}H${low}Z"/><path class="sure-line thin" d="M${band[0] > 0 ? low : high} ${top - 2}v${bar + 6}"/>`,
    );
  const other =
    behind &&
    was !== undefined &&
    ghost(
      behind,
      (look) =>
        svg`<path class="${look}" d="M${start} ${top + bar}H${short(x(was))}v3H${start}Z"/>`,
    );
  const cross =
    at !== undefined && svg`<g class="axis"><path d="M${short(x(at))} ${top - 3}v${bar + 6}"/></g>`;
  const end = isAtEnd
    ? svg`x="${x(from) + 6}" y="${top + bar / 2 + 4.5}"`
    : svg`x="${width}" y="${base}" text-anchor="end"`;
  return svg`${wish}${bars}${other}${cross}<text class="words" y="${base}">${name}</text>${told !== undefined && svg`<text class="${say}" ${end}>${told}</text>`}`;
}
