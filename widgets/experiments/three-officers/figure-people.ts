/** The applicants, a mark for each: white ones above the middle line, Black ones below it, from the lowest score to the highest. */
import type { Layout, View } from '#kit/contract';
import type { Markup, Part } from '#kit/draw';
import { axisX, ghost, later, linear, number, panel, part, perCent, short, svg } from '#kit/draw';
import { COLUMNS, type OfficerOutcome } from './outcome.ts';
import type { OfficerSettings } from './params.ts';
import { COUNTS } from './rates.ts';

type Seen = View<OfficerSettings, OfficerOutcome>;
/** The two groups, as handles name them too. */
export type Name = 'white' | 'black';

/** `row` is the height of a mark's place, `up` and `down` how many have room above and below the middle line. */
const LOOK = {
  wide: { width: 400, row: 5, up: 25, down: 22 },
  narrow: { width: 320, row: 2.2, up: 25, down: 22 },
} as const;
/** A line of words, above and below the marks. */
const LINE = 18;
/** How wide a place is by which a line can be taken. */
const GRIP = 30;
/** The marks: of a place, how much one is wide and high that the banks refused, and one that they approved. */
const SIZE = { refused: 0.82, approved: 0.36 } as const;

/** How the groups look: as strokes. */
export const GROUP = { white: 'officer-white', black: 'officer-black' } as const;
/** What the marks mean; the others are dots. */
const KEY = 'square: the banks refused';

/** The panel, and its marks alone, without words. */
interface PeoplePart extends Part {
  readonly marks: Markup;
}

/** Where what stands in the panel stands. */
function layOf(layout: Layout) {
  const { width, row, up, down } = LOOK[layout];
  const top = LINE + 2;
  const middle = top + up * row;
  const bottom = middle + down * row;
  const x = linear([0, COLUMNS], [0, width]);
  return {
    width,
    row,
    x,
    middle,
    floor: bottom + LINE,
    white: [top, middle],
    black: [middle, bottom],
  };
}
type Lay = ReturnType<typeof layOf>;

/** Draws the panel. */
export function drawPeople(outcome: OfficerOutcome, { layout, ghost: other }: Seen): PeoplePart {
  const lay = layOf(layout);
  const { width, x, middle, floor } = lay;
  const { lines, isBank } = outcome;
  const names = ['white', 'black'] as const;
  const shade = names.map((name) => {
    const [from, to] = lay[name];
    return svg`<path class="band" d="M0 ${from}H${x(lines[name])}V${to}H0Z"/>`;
  });
  const marks = names.map((name) => marksOf(name, outcome, lay));
  const behind =
    other &&
    ghost(
      other,
      (look) => svg`<path class="${look}-line" d="${linesAt(other.outcome.lines, lay)}"/>`,
    );
  const middleLine = svg`<g class="axis"><path d="M0 ${middle}H${width}"/></g>`;
  const cut = svg`<path class="run-line" d="${linesAt(lines, lay)}"/>`;
  const axis = axisX(x, floor, {
    label: isBank ? '% of all: first those refused' : '% of all, lowest score first',
  });
  const body = svg`${shade}${marks}${middleLine}${behind}${cut}${wordsOf('white', outcome, 12)}${wordsOf('black', outcome, floor - 4)}${!isBank && later(gripsOf(outcome, lay))}${axis}`;
  const title = isBank ? 'The banks decide' : 'By the model’s score';
  return {
    ...panel({ title, aside: KEY, behind: other }, part(width, floor + 36, body)),
    marks: svg`${marks}${middleLine}${cut}`,
  };
}

function linesAt(lines: OfficerOutcome['lines'], lay: Lay): string {
  const at = (name: Name): string =>
    `M${short(lay.x(lines[name]))} ${short(lay[name][0] as number)}V${short(lay[name][1] as number)}`;
  return `${at('white')}${at('black')}`;
}

/** The marks of a group: two paths, whose dashes are the people. */
function marksOf(name: Name, { columns }: OfficerOutcome, { x, row, middle }: Lay): Markup {
  const [way, first] = name === 'white' ? [-1, 0] : [1, 2];
  const pitch = x(1) - x(0);
  const paths = (['refused', 'approved'] as const).map((fate, i) => {
    const size = SIZE[fate];
    const path = columns.map((column, c) => {
      const before = i === 0 ? 0 : (column[first as 0 | 2] as number);
      const count = column[(first as number) + i] as number;
      if (count === 0) return '';
      const from = middle + (way as number) * row * (before + 0.6 - size / 2);
      return `M${short(x(c + 0.5))} ${short(from)}v${short((way as number) * row * (count - 1 + size))}`;
    });
    return svg`<path class="${GROUP[name]}" stroke-width="${pitch * size}" stroke-dasharray="${row * size} ${row * (1 - size)}" d="${path}"/>`;
  });
  return svg`${paths}`;
}

/** How many of a group are approved, beside a mark of the group. */
function wordsOf(name: Name, { groups }: OfficerOutcome, y: number): Markup {
  const [some, all] = COUNTS.approval(groups[name]);
  const who = name === 'white' ? 'White' : 'Black';
  return svg`<path class="${GROUP[name]}" stroke-width="9" d="M0 ${y - 4.5}h9"/><text class="words" x="15" y="${y}">${who}: ${number(some)} of ${number(all)} approved, <tspan class="run strong">${perCent(some / all, 0)}</tspan></text>`;
}

/** What a hand takes a line by: the whole of it, or that of a group. */
function gripsOf({ lines, isSeparate, groups }: OfficerOutcome, lay: Lay): Markup {
  const grip = (handle: string, name: Name, [from, to]: readonly number[]): Markup => {
    const at = lay.x(lines[name]);
    const whom = handle === 'all' ? 'all' : handle === 'white' ? 'white' : 'Black';
    const refused =
      handle === 'all'
        ? lines.white / COLUMNS
        : 1 - COUNTS.approval(groups[name])[0] / COUNTS.approval(groups[name])[1];
    return svg`<rect data-handle="${handle}" role="slider" tabindex="${name === 'white' ? 0 : -1}" aria-label="line of ${whom} applicants" aria-valuemin="0" aria-valuemax="100" aria-valuenow="${Math.round(100 * refused)}" aria-valuetext="${perCent(refused, 0)} refused" x="${at - GRIP / 2}" y="${from}" width="${GRIP}" height="${(to as number) - (from as number)}"/><path class="run-line edit-hint" d="M${at - 5} ${((from as number) + (to as number)) / 2 - 5}l-5 5l5 5m10 -10l5 5l-5 5"/>`;
  };
  const hint = (words: string, y: number): Markup =>
    svg`<text class="soft" x="${lay.width}" y="${y}" text-anchor="end"><tspan class="key-hint">${words}</tspan></text>`;
  const keys = hint('← → move it', 12);
  return isSeparate
    ? svg`${grip('white', 'white', lay.white)}${grip('black', 'black', lay.black)}${keys}${hint('↑ ↓ other line', lay.floor - 4)}`
    : svg`${grip('all', 'white', [lay.white[0] as number, lay.black[1] as number])}${keys}`;
}

/** The share refused that a line stands for where a hand has taken it: of all, or of its group; at least a step from where it was. */
export function shareAt(
  outcome: OfficerOutcome,
  { handle, before, at }: { readonly handle: string; readonly before: number; readonly at: number },
  layout: Layout,
): string {
  const { x } = layOf(layout);
  const place = Math.min(COLUMNS, Math.max(0, x.invert(at)));
  const name = handle === 'black' ? 'black' : 'white';
  const moved = place - outcome.lines[name];
  const share = handle === 'all' ? place / COLUMNS : passed(outcome, name, place);
  const wanted = Math.round(100 * share);
  const was = Math.round(100 * before);
  const least = Math.abs(moved) > 0.9 && wanted === was ? was + Math.sign(moved) : wanted;
  return String(Math.min(100, Math.max(0, least)) / 100);
}

/** The share of a group that stands before a place. */
function passed({ columns }: OfficerOutcome, name: Name, place: number): number {
  const of = (column: readonly number[]): number =>
    name === 'white'
      ? (column[0] as number) + (column[1] as number)
      : (column[2] as number) + (column[3] as number);
  const sum = (list: readonly (readonly number[])[]): number =>
    list.reduce((all, column) => all + of(column), 0);
  const whole = Math.floor(place);
  const next = columns[whole];
  return (sum(columns.slice(0, whole)) + (next ? of(next) * (place - whole) : 0)) / sum(columns);
}
