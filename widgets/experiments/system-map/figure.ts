/** The figure: the map of an ML system, with what is down crossed out; beside it what the test report says and what becomes of the slips. */
import type { At, Edit, Layout, View } from '#kit/contract';
import type { Drawing, Markup, Part } from '#kit/draw';
import { below, beside, drawing, ghostLine, later, linear, number, panel, part } from '#kit/draw';
import { perCent, short, svg } from '#kit/draw';
import { DAYS, SLIPS, wentWrong, type MapOutcome } from './model.ts';
import { ALL, BOXES, boxesIn, type Box, type MapSettings, type params } from './params.ts';

/** A box on the map, in the drawing's units. */
interface Placed {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What each box is in the canteen, a line or two. */
const IS: Readonly<Record<Box, readonly string[]>> = {
  infrastructure: ['tests, releases, monitoring'],
  interface: ['scan button,', 'screen'],
  data: ['scanner, cuts,', 'stored slips'],
  algorithm: ['the network'],
  hardware: ['the laptop that it runs on'],
};
/** The map's width in each layout, and how wide its inner boxes are. */
const MAP = {
  wide: { width: 400, across: [116, 132, 104], side: 248 },
  narrow: { width: 320, across: [92, 100, 90], side: 320 },
} as const satisfies Readonly<Record<Layout, object>>;
const HEIGHT = 204;
/** The line of the infrastructure, which goes round all others. */
const HEAD = 32;
const [RIM, GAP] = [10, 9];
const INNER = { top: 40, height: 92 };
/** The algorithm is the small one. */
const SMALL = 52;
const FOOT = { top: 142, height: 52 };

/** Where the boxes stand. */
function placesOf(layout: Layout): Readonly<Record<Box, Placed>> {
  const { width, across } = MAP[layout];
  const [first, second, third] = across;
  const { top, height } = INNER;
  const x = [RIM, RIM + first + GAP, RIM + first + GAP + second + GAP] as const;
  return {
    infrastructure: { x: 1, y: 1, width: width - 2, height: HEIGHT - 2 },
    interface: { x: x[0], y: top, width: first, height },
    data: { x: x[1], y: top, width: second, height },
    algorithm: { x: x[2], y: top + (height - SMALL) / 2, width: third, height: SMALL },
    hardware: { x: RIM, y: FOOT.top, width: width - 2 * RIM, height: FOOT.height },
  };
}

/** The box at a place of the map; the infrastructure's is what no other one covers. */
function boxAt({ x, y }: At, layout: Layout): Box | undefined {
  const places = placesOf(layout);
  const isIn = (box: Box): boolean => {
    const one = places[box];
    return x >= one.x && y >= one.y && x <= one.x + one.width && y <= one.y + one.height;
  };
  return ALL.filter(isIn).at(-1);
}

/** A box is taken down, or brought back, by a press; by keys with Space, and the arrows lead from one to the next. */
export const edit: Edit<typeof params, MapOutcome> = {
  param: 'down',
  columns: 1,
  move: ({ down }, handle, to, { layout }) => {
    if (handle !== '' && to.y !== Infinity) return undefined;
    const pressed = handle === '' ? boxAt(to, layout) : ALL.find((box) => box === handle);
    if (!pressed) return undefined;
    const now = boxesIn(down);
    return ALL.filter((box) => (box === pressed) !== now.includes(box)).join(',');
  },
};

type Seen = View<MapSettings, MapOutcome>;

/** One complete picture in one layout. */
export function draw(_: MapSettings, outcome: MapOutcome, { layout, ghost: other }: Seen): Drawing {
  const map = drawMap(outcome, layout);
  const shares = drawShares(outcome, layout, other);
  const whole = layout === 'wide' ? beside(32, map, shares) : below(14, map, shares);
  const label =
    'A map of five boxes: infrastructure around interface, data stack, algorithm and hardware. Beside it three bars: what the test report says, how many slips of the first day become the right dish, and how many of the month go wrong.';
  const { width } = MAP.narrow;
  const still = {
    body: svg`<path class="map-box" d="${ALL.map((box) => outline(placesOf('narrow')[box]))}"/>`,
    y: 0,
    width,
    height: HEIGHT,
  };
  return drawing(whole, label, still);
}

function outline({ x, y, width, height }: Placed): string {
  return `M${short(x)} ${short(y)}h${short(width)}v${short(height)}h${short(-width)}z`;
}

function drawMap({ down }: MapOutcome, layout: Layout): Part {
  const places = placesOf(layout);
  const boxes = ALL.map((box): Markup => {
    const { x, y, width } = places[box];
    const isDown = down.includes(box);
    const isRound = box === 'infrastructure';
    const lines = IS[box].map(
      (line, i) => svg`<text class="soft" x="${x + 9}" y="${y + 38 + 17 * i}">${line}</text>`,
    );
    // The frame round all others has one line for its words.
    const beside = svg`<text class="soft" x="${x + 112}" y="${y + 20}"><tspan>${IS[box][0] ?? ''}</tspan><tspan class="key-hint">Space: down, up; arrows: next box</tspan></text>`;
    const cross =
      isDown && svg`<path class="run-line" d="M${x + width - 14} ${y + 5}l9 9m0 -9l-9 9"/>`;
    return svg`<path class="map-box${isDown && ' is-down'}" d="${outline(places[box])}"/><text class="strong" x="${x + 9}" y="${y + 20}">${BOXES[box]}</text>${isRound ? beside : lines}${cross}`;
  });
  const handles = ALL.map((box, i) => {
    const { x, y, width, height } = places[box];
    const high = box === 'infrastructure' ? HEAD : height;
    return svg`<rect class="map-handle" data-handle="${box}" role="button" tabindex="${i && -1}" aria-label="${BOXES[box]} down" aria-pressed="${String(down.includes(box))}" x="${x}" y="${y}" width="${width}" height="${high}"/>`;
  });
  const { data, algorithm } = places;
  const middle = INNER.top + INNER.height / 2;
  const arrows = [data, algorithm].map(
    ({ x }) => `M${short(x - GAP)} ${middle}h${GAP - 1}m-4 -3l4 3l-4 3`,
  );
  const { width } = MAP[layout];
  const ground = svg`<rect data-ground="" width="${width}" height="${HEIGHT}"/>`;
  const pressed = later(svg`${ground}${handles}`);
  return part(width, HEIGHT, svg`${boxes}<path class="map-box" d="${arrows}"/>${pressed}`);
}

const BARS = { tops: [18, 56, 94], height: 14, number: 48 } as const;
/** Where words below the last bar stand. */
const KEY = { y: 126, line: 18, swatch: 10 };

/** What the report says, what guests get on the first day, and what goes wrong in a month, in its two parts. */
function drawShares(outcome: MapOutcome, layout: Layout, other: Seen['ghost']): Part {
  const { report, served, wrong, neverRead } = outcome;
  const width = MAP[layout].side;
  const x = linear([0, 1], [0, width - BARS.number]);
  const all = SLIPS * DAYS;
  const lost = wentWrong(outcome);
  const [test, day, month] = BARS.tops;
  const row = (y: number, words: string, bars: Markup | false, value: Markup): Markup =>
    svg`<text class="soft" y="${y - 5}">${words}</text><path class="hair" d="${barOf(y, 0, x(1))}"/>${bars}<text x="${width}" y="${y + 12}" text-anchor="end">${value}</text>`;
  const behind = ghostLine(other, ({ outcome: was }) =>
    [
      [x(was.served), day],
      [x(wentWrong(was) / all), month],
    ]
      .map(([at = 0, y = 0]) => `M${short(at)} ${y - 3}v${BARS.height + 6}`)
      .join(''),
  );
  const axis = svg`<g class="axis"><path d="${BARS.tops.map((y) => `M0 ${y - 3}v${BARS.height + 6}`).join('')}"/></g>`;
  const named = (i: number, look: string, count: number, words: string): Markup => {
    const [left, y] = layout === 'wide' ? [0, KEY.y + KEY.line * i] : [i && width / 2, KEY.y];
    return svg`<path class="${look}" d="${barOf(y - KEY.swatch, left, KEY.swatch, KEY.swatch)}"/><text class="soft" x="${left + 16}" y="${y}">${number(count)} ${words}</text>`;
  };
  const body = svg`${row(
    test,
    'the test report says',
    report !== null && svg`<path class="report-bar" d="${barOf(test, 0, x(report))}"/>`,
    report === null
      ? svg`<tspan class="soft">none</tspan>`
      : svg`<tspan class="strong">${perCent(report, 0)}</tspan>`,
  )}${row(
    day,
    'right dishes on the first day',
    svg`<path class="report-bar" d="${barOf(day, 0, x(served))}"/>`,
    svg`<tspan class="strong">${perCent(served, 0)}</tspan>`,
  )}${row(
    month,
    `slips that go wrong, of ${number(all)} a month`,
    svg`<path class="run" d="${barOf(month, 0, x(wrong / all))}"/><path class="unread-bar" d="${barOf(month, x(wrong / all), x(neverRead / all))}"/>`,
    svg`<tspan class="run strong">${number(lost)}</tspan>`,
  )}${behind}${axis}${named(0, 'run', wrong, 'wrong dishes')}${named(1, 'unread-bar', neverRead, 'never read')}`;
  const height = KEY.y + (layout === 'wide' ? KEY.line : 0) + 4;
  return panel({ title: 'Slip to dish', behind: other }, part(width, height, body));
}

function barOf(y: number, from: number, width: number, height: number = BARS.height): string {
  return `M${short(from)} ${y}h${short(width)}v${height}h${short(-width)}z`;
}
