/** The figure: the map of an ML system, with what is down crossed out; beside it what the test report says and what becomes of the slips. */
import type { Edit, Layout, View } from '#kit/contract';
import type { Drawing, Markup, Part } from '#kit/draw';
import { barRows, below, beside, boxSwatch, drawing, later, legend, number } from '#kit/draw';
import { panel, part, perCent, short, svg } from '#kit/draw';
import { DAYS, SLIPS, wentWrong, type MapOutcome } from './model.ts';
import { ALL, BOXES, boxesIn, type Box, type MapSettings, type params } from './params.ts';

/** What each box is in the canteen, a line or two. */
const IS: Readonly<Record<Box, readonly string[]>> = {
  infrastructure: ['tests, releases, monitoring'],
  interface: ['scan button,', 'screen'],
  data: ['scanner, cuts,', 'stored slips'],
  algorithm: ['the network'],
  hardware: ['the laptop that it runs on'],
};
type Place = readonly [x: number, y: number, width: number, height: number];
/** Where the boxes stand: the infrastructure round all others, the algorithm the small one. */
const PLACES: Readonly<Record<Layout, Readonly<Record<Box, Place>>>> = {
  wide: {
    infrastructure: [1, 1, 398, 202],
    interface: [10, 40, 116, 92],
    data: [135, 40, 132, 92],
    algorithm: [276, 60, 104, 52],
    hardware: [10, 142, 380, 52],
  },
  narrow: {
    infrastructure: [1, 1, 318, 202],
    interface: [10, 40, 92, 92],
    data: [111, 40, 100, 92],
    algorithm: [220, 60, 90, 52],
    hardware: [10, 142, 300, 52],
  },
};
const SIZE = { wide: 400, narrow: 320, height: 204 };
const LABEL =
  'A map of five boxes: infrastructure around interface, data stack, algorithm and hardware. Beside it three bars: what the test report says, how many slips of the first day become the right dish, and how many of the month go wrong.';

/** A box is taken down, or brought back, by a press; by keys with Space, and the arrows lead from one to the next. */
export const edit: Edit<typeof params, MapOutcome> = {
  param: 'down',
  columns: 1,
  move: ({ down }, handle, to, { layout }) => {
    if (handle !== '' && to.y !== Infinity) return undefined;
    // The infrastructure's is what no other box covers.
    const isPressed = (box: Box): boolean => {
      const [x, y, width, height] = PLACES[layout][box];
      return to.x >= x && to.y >= y && to.x <= x + width && to.y <= y + height;
    };
    const pressed = ALL.findLast((box) => (handle === '' ? isPressed(box) : box === handle));
    if (!pressed) return undefined;
    const now = boxesIn(down);
    return ALL.filter((box) => (box === pressed) !== now.includes(box)).join(',');
  },
};

type Seen = View<MapSettings, MapOutcome>;

/** One complete picture in one layout. */
export function draw(_: MapSettings, outcome: MapOutcome, { layout, ghost }: Seen): Drawing {
  const map = drawMap(outcome, layout);
  const shares = drawShares(outcome, layout, ghost);
  const whole = layout === 'wide' ? beside(32, map, shares) : below(14, map, shares);
  const boxes = svg`<path class="map-box" d="${ALL.map((box) => outline(PLACES.narrow[box]))}"/>`;
  return drawing(whole, LABEL, { body: boxes, y: 0, width: SIZE.narrow, height: SIZE.height });
}

function outline([x, y, width, height]: Place): string {
  return `M${short(x)} ${short(y)}h${short(width)}v${short(height)}h${short(-width)}z`;
}

function drawMap({ down }: MapOutcome, layout: Layout): Part {
  const places = PLACES[layout];
  const boxes = ALL.map((box): Markup => {
    const [x, y, width] = places[box];
    const isDown = down.includes(box);
    // The frame round all others has one line for its words.
    const words =
      box === 'infrastructure'
        ? svg`<text class="soft" x="${x + 112}" y="${y + 20}"><tspan>${IS[box]}</tspan><tspan class="key-hint">Space: down, up; arrows: next box</tspan></text>`
        : IS[box].map(
            (line, i) => svg`<text class="soft" x="${x + 9}" y="${y + 38 + 17 * i}">${line}</text>`,
          );
    const cross =
      isDown && svg`<path class="run-line" d="M${x + width - 14} ${y + 5}l9 9m0 -9l-9 9"/>`;
    return svg`<path class="map-box${isDown && ' is-down'}" d="${outline(places[box])}"/><text class="strong" x="${x + 9}" y="${y + 20}">${BOXES[box]}</text>${words}${cross}`;
  });
  const handles = ALL.map((box, i) => {
    const [x, y, width, height] = places[box];
    const high = box === 'infrastructure' ? 32 : height;
    return svg`<rect class="map-handle" data-handle="${box}" role="button" tabindex="${i && -1}" aria-label="${BOXES[box]} down" aria-pressed="${String(down.includes(box))}" x="${x}" y="${y}" width="${width}" height="${high}"/>`;
  });
  const arrows = [places.data, places.algorithm].map(([x]) => `M${x - 9} 86h8m-4 -3l4 3l-4 3`);
  const ground = svg`<rect data-ground="" width="${SIZE[layout]}" height="${SIZE.height}"/>`;
  const body = svg`${boxes}<path class="map-box" d="${arrows}"/>${later(svg`${ground}${handles}`)}`;
  return part(SIZE[layout], SIZE.height, body);
}

/** What the report says, what guests get on the first day, and what goes wrong in a month, in its two parts. */
function drawShares(outcome: MapOutcome, layout: Layout, other: Seen['ghost']): Part {
  const { report, served, wrong, neverRead } = outcome;
  const width = layout === 'wide' ? 248 : 320;
  const all = SLIPS * DAYS;
  const lost = wentWrong(outcome);
  const was = other?.outcome;
  const row = (share: number | null, told: string, say: string) => ({
    bars: [
      [share ?? 0, 'report-bar'],
      [1 - (share ?? 0), 'hair'],
    ] as const,
    ...{ told, say, at: 0 },
  });
  const rows = barRows(
    [
      {
        name: 'the test report says',
        ...(report === null
          ? row(report, 'none', 'soft')
          : row(report, perCent(report, 0), 'strong')),
      },
      {
        name: 'right dishes on the first day',
        ...row(served, perCent(served, 0), 'strong'),
        was: was?.served,
      },
      {
        name: `slips that go wrong, of ${number(all)} a month`,
        bars: [
          [wrong / all, 'run'],
          [neverRead / all, 'unread-bar'],
          [1 - lost / all, 'hair'],
        ],
        told: number(lost),
        at: 0,
        was: was && wentWrong(was) / all,
      },
    ],
    { width, most: 1, pitch: 38, bar: 14, right: 48, isAtEnd: true },
    other,
  );
  const key = legend(
    [
      { swatch: boxSwatch('run'), words: `${number(wrong)} wrong dishes` },
      { swatch: boxSwatch('unread-bar'), words: `${number(neverRead)} never read` },
    ],
    layout === 'wide' ? 0 : width,
  );
  return panel({ title: 'Slip to dish', behind: other }, below(0, rows, key));
}
