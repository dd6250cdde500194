/**
 * Marks: what stands on the scales of a chart. Each knows its look, its key, the words beside it and where they may stand, what
 * it covers, whether it is drawn of another run too, and whether it waits for a prediction.
 */
import { linePath, type Scale } from './axes.ts';
import { dotsPath, stacked } from './dots.ts';
import { boxAround, labelAt, type Box, type LabelBox } from './labels.ts';
import { marks, type NamedValue } from './marks.ts';
import { later, short, svg, tenth, type Markup } from './markup.ts';
import { hundredths } from './shares.ts';
import { signAt } from './symbols.ts';
import { apart } from './apart.ts';
import type { PlotScales } from './plot.ts';
import type { Layout } from '../contract/widget.ts';

/** Where marks stand: the scales of their chart, and its edges in units of the drawing. */
export interface Ground extends PlotScales {
  readonly layout: Layout;
  readonly left: number;
  readonly right: number;
  readonly top: number;
}

/** A place in units of the axes; a gap of a line where `y` is `null`. */
export type Point = readonly [x: number, y: number | null];

/** How another run looks. */
export type GhostLook = 'before' | 'pinned';

/** What a swatch of the key is drawn as, around a place. */
type Swatch = (x: number, y: number) => Markup;

/** One mark of a chart. What is special to an experiment is one, too: an object with its own `draw`. */
export interface Mark {
  /** Its markup; as another run's where `look` is given, which only a mark that is `twice` there is asked for. */
  readonly draw: (on: Ground, look?: GhostLook) => Markup;
  /** It is drawn of another run, too. */
  readonly twice?: boolean;
  /** It lies below the other run and all other marks: a level, a stretch. */
  readonly isGround?: boolean;
  /** It waits for a prediction, with its words and its key. */
  readonly waits?: boolean;
  /** It, or so much of it, stands for the figure where that is seen small; unless it says, it does where it does not wait. */
  readonly still?: boolean | ((on: Ground) => Markup);
  readonly key?: { readonly words: string; readonly swatch: Swatch } | undefined;
  /** What words of other marks keep off. */
  readonly covers?: (on: Ground) => readonly Box[];
  /** Its words: the first of these places that is free, or none; where they `must` stand the first. */
  readonly words?: {
    readonly at: (on: Ground) => readonly LabelBox[];
    readonly look: string;
    readonly must?: boolean;
    readonly wait?: boolean;
  };
}

/** What any mark may be told. */
export interface MarkLook extends Pick<Mark, 'waits' | 'still' | 'twice' | 'isGround'> {
  /** The classes of its path, such as `run-line thin`. */
  readonly look?: string;
  /** What its look means, for the chart's key. */
  readonly key?: string;
  /** What stands beside it. */
  readonly words?: string | false;
  /** The classes of these words: `soft` unless they are said. */
  readonly say?: string;
  /** Its words stand even where they cover something; they wait for a prediction, though the mark does not. */
  readonly must?: boolean;
  readonly wordsWait?: boolean;
}

type Places = (on: Ground, words: string) => readonly LabelBox[];

/** A mark that is one path. */
function pathMark(
  path: (on: Ground) => string,
  { look = '', key, words, say = 'soft', must, wordsWait, ...rest }: MarkLook,
  shape: { readonly swatch: (look: string) => Swatch; readonly places?: Places } & Pick<
    Mark,
    'covers'
  >,
): Mark {
  const { swatch, places, covers } = shape;
  const isLine = /\bhair\b|-line\b/.test(look);
  const thin = / thin\b/.exec(look)?.[0] ?? '';
  return {
    ...rest,
    ...(covers && { covers }),
    key: key === undefined ? undefined : { words: key, swatch: swatch(look) },
    draw: (on, other) => {
      const d = path(on);
      return d === ''
        ? svg``
        : svg`<path class="${other ? `${other}${isLine ? '-line' : ''}${thin}` : look}" d="${d}"/>`;
    },
    ...(words &&
      places && {
        words: {
          at: (on) => places(on, words),
          look: say,
          must: must === true,
          wait: wordsWait === true,
        },
      }),
  };
}

const lineSwatch =
  (look: string): Swatch =>
  (x, y) =>
    svg`<path class="${look}" d="M${x - 5} ${y}h10"/>`;
/** A swatch of what is filled, also for a key of its own. */
export const boxSwatch =
  (look: string): Swatch =>
  (x, y) =>
    svg`<path class="${look}" d="M${x - 5} ${y - 4}h9v9h-9Z"/>`;

/** A value at each place from `from` on, so far apart. */
export function series(values: readonly (number | null)[], from = 0, by = 1): readonly Point[] {
  return values.map((y, i) => [from + i * by, y]);
}

/** What a line covers, as boxes along it. */
function alongPath(points: readonly (readonly [number, number | null])[]): readonly Box[] {
  return points.slice(1).flatMap(([toX, toY], i) => {
    const [fromX, fromY] = points[i] as Point;
    if (fromY === null || toY === null) return [];
    const steps = Math.ceil(Math.hypot(toX - fromX, toY - fromY) / 6) + 1;
    return Array.from({ length: steps + 1 }, (_, k) =>
      boxAround(fromX + ((toX - fromX) * k) / steps, fromY + ((toY - fromY) * k) / steps, 2),
    );
  });
}

/** Round a dot: right of it, left, then askew, above and below, and at last over it. */
const ROUND = [
  [11, 4, 'start'],
  [-11, 4, 'end'],
  [8, -12, 'start'],
  [-8, 22, 'end'],
  [-8, -12, 'end'],
  [8, 22, 'start'],
  [0, -14, 'middle'],
  [0, 24, 'middle'],
  [-6, -20, 'start'],
] as const;

/** Places for words round a place of the drawing. */
function roundPlace(words: string, x: number, y: number): readonly LabelBox[] {
  return ROUND.map(([dx, dy, anchor]) => labelAt(words, x + dx, y + dy, anchor));
}

/** A line through points; of another run too, unless `twice` says no. Its words stand at its end. */
export function line(points: readonly Point[], how: MarkLook = {}): Mark {
  const placed = ({ x, y }: Ground) =>
    points.map(([a, b]) => [x(a), b === null ? null : y(b)] as const);
  const { look = 'run-line' } = how;
  return pathMark(
    ({ x, y }) => linePath(points, x, y),
    { twice: look.startsWith('run-line'), ...how, look },
    {
      swatch: lineSwatch,
      covers: (on) => alongPath(placed(on)),
      places: (on, words) => {
        const [x, y] = placed(on).findLast(([, end]) => end !== null) ?? [0, 0];
        return roundPlace(words, x, y ?? 0);
      },
    },
  );
}

/** A line that goes level from each edge to the next and up or down there: edges are one more than levels. */
export function steps(
  edges: readonly number[],
  levels: readonly number[],
  { isFilled = false, base = 0, ...how }: MarkLook & { isFilled?: boolean; base?: number } = {},
): Mark {
  const look = how.look ?? (isFilled ? 'run-fill' : 'run-line');
  const path = ({ x, y }: Ground): string => {
    const level = (i: number): string =>
      `${i === 0 && !isFilled ? '' : 'V'}${i === 0 && !isFilled ? '' : tenth(y(levels[i] ?? 0))}H${tenth(x(edges[i + 1] ?? 0))}`;
    const from = isFilled ? base : (levels[0] ?? base);
    const start = `M${tenth(x(edges[0] ?? 0))} ${tenth(y(from))}`;
    return `${start}${levels.map((_, i) => level(i)).join('')}${isFilled ? `V${tenth(y(base))}Z` : ''}`;
  };
  return pathMark(
    (on) => (levels.length > 0 ? path(on) : ''),
    { twice: !isFilled, ...how, look },
    {
      swatch: isFilled ? boxSwatch : lineSwatch,
    },
  );
}

/** A closed shape through points. */
export function area(points: readonly Point[], how: MarkLook = {}): Mark {
  return pathMark(
    ({ x, y }) => (points.length > 0 ? `${linePath(points, x, y)}Z` : ''),
    { isGround: true, ...how, look: how.look ?? 'band' },
    { swatch: boxSwatch },
  );
}

/** A stretch of one axis, over the whole of the other. */
export function band(
  of: { x: readonly number[] } | { y: readonly number[] },
  how: MarkLook = {},
): Mark {
  const path = ({ x, y, left, right, top, floor }: Ground): string => {
    const [from = 0, to = 0] = 'x' in of ? of.x.map(x) : of.y.map(y);
    return 'x' in of
      ? `M${short(from)} ${short(top)}V${short(floor)}H${short(to)}V${short(top)}Z`
      : `M${short(left)} ${short(from)}H${short(right)}V${short(to)}H${short(left)}Z`;
  };
  return pathMark(
    path,
    { isGround: true, ...how, look: how.look ?? 'band' },
    { swatch: boxSwatch },
  );
}

/** A straight line across the chart at a value of one axis; its words stand at its left end, or at its top. */
export function rule(of: { x: number } | { y: number }, how: MarkLook = {}): Mark {
  const look = how.look ?? 'hair';
  const ends = ({
    x,
    y,
    left,
    right,
    top,
    floor,
  }: Ground): readonly (readonly [number, number])[] =>
    'x' in of
      ? [
          [x(of.x), floor],
          [x(of.x), top],
        ]
      : [
          [left, y(of.y)],
          [right, y(of.y)],
        ];
  return pathMark(
    (on) => linePath(ends(on)),
    { isGround: look.startsWith('hair'), ...how, look },
    {
      swatch: lineSwatch,
      covers: (on) => alongPath(ends(on)),
      places: (on, words) => {
        const { left, right, top } = on;
        if ('x' in of) {
          const at = on.x(of.x);
          return [labelAt(words, at + 6, top + 8), labelAt(words, at - 6, top + 8, 'end')];
        }
        const at = on.y(of.y);
        return [
          labelAt(words, left + 4, at - 5),
          labelAt(words, left + 4, at + 15),
          labelAt(words, right - 4, at - 5, 'end'),
          labelAt(words, right - 4, at + 15, 'end'),
        ];
      },
    },
  );
}

/** A dot at each point: a disc of radius `r`, or a sign that tells it apart. Words stand round the last. */
export function dots(
  points: readonly Point[],
  { r = 5, sign, ...how }: MarkLook & { readonly r?: number; readonly sign?: number } = {},
): Mark {
  const look = how.look ?? 'run-fill';
  const placed = ({ x, y }: Ground) =>
    points.flatMap(([a, b]) => (b === null ? [] : [[x(a), y(b)] as const]));
  const dot = (x: number, y: number, size = r): string =>
    sign === undefined ? dotsPath([[x, y]], size) : signAt(sign, x, y, size);
  return pathMark(
    (on) =>
      placed(on)
        .map(([x, y]) => dot(x, y))
        .join(''),
    { twice: look.startsWith('run'), ...how, look },
    {
      // No larger than the others of a key.
      swatch: () => (x, y) => svg`<path class="${look}" d="${dot(x, y, Math.min(r, 6))}"/>`,
      covers: (on) => placed(on).map(([x, y]) => boxAround(x, y, r + 1)),
      places: (on, words) => {
        const [x, y] = placed(on).at(-1) ?? [0, 0];
        return roundPlace(words, x, y);
      },
    },
  );
}

/** Many small dots as points of one stroke, to half a unit and each place once: `look` says how thick it is. */
export function specks(points: readonly Point[], how: MarkLook & { readonly look: string }): Mark {
  const half = (value: number): string => short(Math.round(2 * value) / 2);
  return pathMark(
    ({ x, y }) =>
      [
        ...new Set(points.map(([a, b]) => (b === null ? '' : `M${half(x(a))} ${half(y(b))}h0`))),
      ].join(''),
    how,
    { swatch: (look) => (x, y) => svg`<path class="${look}" d="M${x} ${y}h0"/>` },
  );
}

/** Values as dots stacked over the axis, as high as `stack` units; of another run as far as the axis goes. */
export function pileOfDots(
  values: readonly number[],
  { r, stack, ...how }: MarkLook & { readonly r: number; readonly stack: number },
): Mark {
  const look = how.look ?? 'run-fill';
  return pathMark(
    ({ x, floor }) => {
      const fits = values.filter((value) => value <= x.domain[1]);
      return dotsPath(stacked(fits.map(x), { r, base: floor, height: stack }), r);
    },
    { twice: look.startsWith('run'), ...how, look },
    { swatch: () => (x, y) => svg`<path class="${look}" d="${dotsPath([[x, y]], r)}"/>` },
  );
}

/** What a line of shares has come to, and how it is told beside its end; nothing where it has not begun. */
export interface EndOfLine {
  readonly share: number | null | undefined;
  readonly words: string;
  readonly look: string;
  readonly waits?: boolean;
}

/** Right of the chart what lines of shares have come to, in two rows each, none on another. */
export function ends(list: readonly EndOfLine[]): Mark {
  return {
    still: false,
    draw: ({ y, floor, right }) => {
      const rows = list.flatMap(({ share, ...how }) =>
        typeof share === 'number' ? [{ ...how, share, top: y(share) - 14, high: 33 }] : [],
      );
      apart(rows, -8, floor + 8);
      const x = right + 8;
      return svg`${rows.map(({ share, words, look, top, waits }) => {
        const told = svg`<text class="${look} strong" x="${x}" y="${top + 13}">${hundredths(share)} %</text><text class="${look}" x="${x}" y="${top + 28}">${words}</text>`;
        return waits ? later(told) : told;
      })}`;
    },
  };
}

/** A rectangle between two places of the axes. */
export type Cell = readonly [x: readonly [number, number], y: readonly [number, number]];

/** Rectangles as one path, `air` units apart and within the chart: bars, fields, stretches. One without height is not drawn. */
export function cells(
  list: readonly Cell[],
  { air = 0, ...how }: MarkLook & { readonly air?: number } = {},
): Mark {
  const look = how.look ?? 'run-fill';
  const half = air / 2;
  const one = ({ x, y }: Ground, [[x0, x1], [y0, y1]]: Cell): string =>
    y0 === y1
      ? ''
      : `M${tenth(x(x0) + half)} ${tenth(y(y0))}V${tenth(y(y1))}H${tenth(x(x1) - half)}V${tenth(y(y0))}Z`;
  return pathMark(
    (on) => list.map((cell) => one(on, cell)).join(''),
    { ...how, look },
    {
      swatch: boxSwatch,
      covers: ({ x, y }) =>
        list.map(([[x0, x1], [y0, y1]]) => {
          const [top, bottom] = [y(y0), y(y1)].sort((a, b) => a - b) as [number, number];
          return { left: x(x0), right: x(x1), top, bottom };
        }),
    },
  );
}

/** Bars from 0, the first over the stretch from `from` to `from + by`. */
export function bars(
  heights: readonly number[],
  {
    from = 0,
    by = 1,
    base = 0,
    ...how
  }: Parameters<typeof cells>[1] & {
    readonly from?: number;
    readonly by?: number;
    readonly base?: number;
  } = {},
): Mark {
  const list = heights.map((high, i): Cell => [
    [from + i * by, from + (i + 1) * by],
    [base, high],
  ]);
  return cells(list, { air: 1, ...how });
}

/** Values named over the axis, each with a line down to it. */
export function named(list: readonly NamedValue[]): Mark {
  return { still: false, draw: ({ x, floor }) => marks(list, x, 0, floor) };
}

/** Words of their own, at the first of these places of the drawing that is free. */
export function words(
  text: string,
  at: (on: Ground, text: string) => readonly LabelBox[],
  { say = 'soft', waits, must = true }: Pick<MarkLook, 'say' | 'waits' | 'must'> = {},
): Mark {
  return {
    ...(waits && { waits }),
    still: false,
    draw: () => svg``,
    words: { at: (on) => at(on, text), look: say, must },
  };
}

/** What no mark draws. */
export function special(draw: Mark['draw'], how: Omit<Mark, 'draw'> = {}): Mark {
  return { ...how, draw };
}

/** The same mark of another run only: the outline of what this run has filled. */
export function behind(mark: Mark): Mark {
  const draw: Mark['draw'] = (on, look) => (look ? mark.draw(on, look) : svg``);
  return { draw, twice: true, still: false };
}

/** The same mark, along the edge of the chart where values lie beyond its axes. */
export function clamped(mark: Mark): Mark {
  const hold = (scale: Scale): Scale => {
    const [low, high] = [Math.min(...scale.domain), Math.max(...scale.domain)];
    const at = (value: number): number => scale(Math.max(low, Math.min(high, value)));
    return Object.assign(at, { ...scale });
  };
  const held = (on: Ground): Ground => ({ ...on, x: hold(on.x), y: hold(on.y) });
  const { covers, words } = mark;
  return {
    ...mark,
    draw: (on, look) => mark.draw(held(on), look),
    ...(covers && { covers: (on) => covers(held(on)) }),
    ...(words && { words: { ...words, at: (on) => words.at(held(on)) } }),
  };
}
