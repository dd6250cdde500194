/** The figure: the map of an ML system, with what is down crossed out; beside it what the test report says and what becomes of the slips. */
import type { Edit, View } from '#kit/contract';
import type { BarRow, Drawing, Markup, Part } from '#kit/draw';
import { barRows, below, beside, boxSwatch, drawing, later, legend, number } from '#kit/draw';
import { ofWhole, panel, part, perCent, svg } from '#kit/draw';
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
const PLACES: Readonly<Record<Box, Place>> = {
  infrastructure: [1, 1, 318, 202],
  interface: [10, 40, 92, 92],
  data: [111, 40, 104, 92],
  algorithm: [224, 60, 86, 52],
  hardware: [10, 142, 300, 52],
};
/** The map, and what stands beside it, are as wide as a phone. */
const [width, HEIGHT] = [320, 204];
const LABEL =
  'A map of five boxes: infrastructure around interface, data stack, algorithm and hardware. Beside it three bars: what the test report says, how many slips of the first day become the right dish, and how many of the month go wrong.';

/** A box is taken down, or brought back, by a press; by keys with Space, and the arrows lead from one to the next. */
export const edit: Edit<typeof params, MapOutcome> = {
  param: 'down',
  columns: 1,
  move: ({ down }, handle, to) => {
    if (handle !== '' && to.y !== Infinity) return undefined;
    // The infrastructure's is what no other box covers.
    const isPressed = (box: Box): boolean => {
      const [x, y, across, high] = PLACES[box];
      return to.x >= x && to.y >= y && to.x <= x + across && to.y <= y + high;
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
  const parts = [drawMap(outcome), drawShares(outcome, ghost)];
  const whole = layout === 'wide' ? beside(40, ...parts) : below(14, ...parts);
  const boxes = svg`<path class="map-box" d="${ALL.map(outline)}"/>`;
  return drawing(whole, LABEL, { body: boxes, y: 0, width, height: HEIGHT });
}

function outline(box: Box): string {
  const [x, y, across, high] = PLACES[box];
  return `M${x} ${y}h${across}v${high}h${-across}z`;
}

function drawMap({ down }: MapOutcome): Part {
  const boxes = ALL.map((box): Markup => {
    const [x, y, across] = PLACES[box];
    const isDown = down.includes(box);
    // The frame round all others has one line for its words.
    const words =
      box === 'infrastructure'
        ? svg`<text class="soft" x="${x + 112}" y="${y + 20}"><tspan>${IS[box]}</tspan><tspan class="key-hint">Space: down, up; arrows: next box</tspan></text>`
        : IS[box].map(
            (line, i) => svg`<text class="soft" x="${x + 9}" y="${y + 38 + 17 * i}">${line}</text>`,
          );
    const cross =
      isDown && svg`<path class="run-line" d="M${x + across - 14} ${y + 5}l9 9m0 -9l-9 9"/>`;
    return svg`<path class="map-box${isDown && ' is-down'}" d="${outline(box)}"/><text class="strong" x="${x + 9}" y="${y + 20}">${BOXES[box]}</text>${words}${cross}`;
  });
  const handles = ALL.map((box, i) => {
    const [x, y, across, high] = PLACES[box];
    return svg`<rect class="map-handle" data-handle="${box}" role="button" tabindex="${i && -1}" aria-label="${BOXES[box]} down" aria-pressed="${String(down.includes(box))}" x="${x}" y="${y}" width="${across}" height="${box === 'infrastructure' ? 32 : high}"/>`;
  });
  const arrows = [PLACES.data, PLACES.algorithm].map(([x]) => `M${x - 9} 86h8m-4 -3l4 3l-4 3`);
  const ground = svg`<rect data-ground="" width="${width}" height="${HEIGHT}"/>`;
  const body = svg`${boxes}<path class="map-box" d="${arrows}"/>${later(svg`${ground}${handles}`)}`;
  return part(width, HEIGHT, body);
}

/** What the report says, what guests get on the first day, and what goes wrong in a month, in its two parts. */
function drawShares(outcome: MapOutcome, other: Seen['ghost']): Part {
  const { report, served, wrong, neverRead } = outcome;
  const lost = wentWrong(outcome);
  const all = SLIPS * DAYS;
  const was = other?.outcome;
  const right = (name: string, share: number | null): BarRow => ({
    ...{ name, bars: ofWhole(share ?? 0, 'right'), say: share === null ? 'soft' : 'strong' },
    told: share === null ? 'none' : perCent(share, 0),
  });
  const bars = [
    [wrong / all, 'run'],
    [neverRead / all, 'run pale'],
    [1 - lost / all, 'hair'],
  ] as const;
  const rows = [
    right('the test report says', report),
    { ...right('right dishes on the first day', served), was: was?.served },
    {
      name: `slips that go wrong, of ${number(all)} a month`,
      ...{ bars, told: number(lost), was: was && wentWrong(was) / all },
    },
  ];
  const lay = { width, most: 1, pitch: 38, bar: 14, right: 48, isAtEnd: true };
  const key = legend(
    [
      { swatch: boxSwatch('run'), words: `${number(wrong)} wrong dishes` },
      { swatch: boxSwatch('run pale'), words: `${number(neverRead)} never read` },
    ],
    width,
  );
  return panel({ title: 'Slip to dish', behind: other }, below(4, barRows(rows, lay, other), key));
}
