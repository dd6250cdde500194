/** Five shares of each group: the gap on a line of points, with what chance leaves open, and a mark that says whether they are equal. */
import type { Layout, View } from '#kit/contract';
import type { Markup, Part, Scale } from '#kit/draw';
import { axisFacts, below, ghost, later, linear, number, panel, part, perCent } from '#kit/draw';
import { short, svg, waiting, widthOf } from '#kit/draw';
import type { OfficerOutcome } from './outcome.ts';
import type { OfficerSettings } from './params.ts';
import { MARGIN, SHARES, type Compared, type Count, type Share } from './rates.ts';
import { NAMES, points, SAID } from './say.ts';

type Seen = View<OfficerSettings, OfficerOutcome>;

/** Where a row's words, its line of points and its mark stand, and where the gap in figures ends. */
const LOOK = {
  wide: { width: 252, row: 58, line: [0, 164], y: 31, figures: 252 },
  narrow: { width: 320, row: 21, line: [152, 238], y: 9, figures: 144 },
} as const;
/** Gaps that have room, in points. */
const RANGE = [-30, 50] as const;
/** How far what is drawn stands out above its line, and below. */
const HALF = { equal: 8, interval: 5, redraw: 6 } as const;
/** Half as wide as a dot, and as a mark. */
const [DOT, LAMP] = [3.6, 4.5];

/** Draws the panel; all but the first row, and every mark, wait for the prediction. */
export function drawLamps(outcome: OfficerOutcome, view: Seen): Part {
  const { layout, ghost: behind } = view;
  const { line, width } = LOOK[layout];
  const x = linear(RANGE, line);
  const [first, ...others] = SHARES;
  // A phone has no room for the lower end beside the 0.
  const ends = RANGE.slice(layout === 'wide' ? 0 : 1).map((end) => {
    return svg`<text x="${x(end)}" y="12" text-anchor="${end < 0 ? 'start' : 'end'}">${number(end)}</text>`;
  });
  const axis = svg`<g class="axis" ${axisFacts('x', x)}><path d="M${line[0]} 18H${line[1]}M${short(x(0))} 18v-4"/>${ends}<text x="${x(0)}" y="12" text-anchor="middle">0</text></g>`;
  const rows = [drawRows([first], outcome, view, x), waiting(drawRows(others, outcome, view, x))];
  const whole = below(0, part(width, 22, axis), ...rows);
  return panel({ title: 'Gap in points: white minus Black', behind }, whole);
}

/** Rows below each other; what is alike in all of them is one path. */
function drawRows(shares: readonly Share[], outcome: OfficerOutcome, view: Seen, x: Scale): Part {
  const { layout, ghost: other } = view;
  const { width, row, y: middle } = LOOK[layout];
  const { compared } = outcome;
  const at = (gap: number): string => short(x(Math.min(RANGE[1], Math.max(RANGE[0], 100 * gap))));
  const pathOf = (draw: (share: Share, y: number) => string): string =>
    shares.map((share, i) => (compared[share] ? draw(share, i * row + middle) : '')).join('');
  const equal = pathOf(
    (_, y) => `M${at(-MARGIN)} ${y - HALF.equal}H${at(MARGIN)}v${2 * HALF.equal}H${at(-MARGIN)}Z`,
  );
  const lines = pathOf((_, y) => `M${x(RANGE[0])} ${y}H${x(RANGE[1])}`);
  const bars = ({ compared: of }: OfficerOutcome): string =>
    pathOf((share, y) => bar(of[share], at, y));
  const behind =
    other &&
    ghost(other, (look) => svg`<path class="${look}-line thin" d="${bars(other.outcome)}"/>`);
  const seen = redrawn(outcome, view);
  const again = pathOf((share, y) =>
    seen
      .map(
        (gaps) => `M${at(gaps[SHARES.indexOf(share)] ?? 0)} ${y - HALF.redraw}v${2 * HALF.redraw}`,
      )
      .join(''),
  );
  const drawn = again
    ? svg`<path class="before-line thin" d="${again}"/>`
    : svg`<path class="run-line" d="${bars(outcome)}"/>`;
  const dots = pathOf((share, y) => circle(Number(at(compared[share]?.gap ?? 0)), y, DOT));
  const words = shares.map((share, i) => wordsOf(share, outcome, i * row, layout));
  return part(
    width,
    shares.length * row,
    svg`<path class="band" d="${equal}"/><path class="hair" d="${lines}"/>${behind}${drawn}<path class="run-fill" d="${dots}"/>${words}${later(lampsOf(shares, outcome, layout))}`,
  );
}

/** The draws so far, while they are played. */
function redrawn({ redraws }: OfficerOutcome, { moment }: Seen): OfficerOutcome['redraws'] {
  return moment === undefined || moment >= redraws.length - 1 ? [] : redraws.slice(0, moment + 1);
}

/** An interval, its ends marked. */
function bar(one: Compared | null, at: (gap: number) => string, y: number): string {
  if (!one) return '';
  const [low, high] = [at(one.low), at(one.high)];
  const end = (x: string): string => `M${x} ${y - HALF.interval}v${2 * HALF.interval}`;
  return `M${low} ${y}H${high}${end(low)}${end(high)}`;
}

/** A share by name, the gap in figures and, where there is room, the share of each group. */
function wordsOf(
  share: Share,
  { compared, isBank }: OfficerOutcome,
  top: number,
  layout: Layout,
): Markup {
  const { width, figures } = LOOK[layout];
  const one = compared[share];
  const name = svg`<text class="words" y="${top + 13}">${NAMES[share]}</text>`;
  if (!one)
    return svg`${name}<text class="soft" x="${width}" y="${top + 13}" text-anchor="end">${isBank ? '–' : 'nobody approved'}</text>`;
  const of = ([some, all]: Count): string => `${perCent(some / all, 0)} of ${number(all)}`;
  const both =
    layout === 'wide' &&
    svg`<text class="soft" y="${top + 51}">${of(one.white)}, ${of(one.black)}</text>`;
  return svg`${name}<text class="run strong" x="${figures}" y="${top + 13}" text-anchor="end">${points(one.gap)}</text>${both}`;
}

/** What can be said of each, in a word with its mark: filled, a ring, or a ring half filled. */
function lampsOf(shares: readonly Share[], { compared }: OfficerOutcome, layout: Layout): Markup {
  const { width, row, y: middle } = LOOK[layout];
  let [rings, fills] = ['', ''];
  const words = shares.map((share, i) => {
    const lamp = compared[share]?.lamp;
    if (!lamp) return '';
    const y = i * row + (layout === 'wide' ? middle + 4 : 13);
    const [x, up] = [width - widthOf(SAID[lamp]) - 11, y - 4.5];
    rings += circle(x, up, LAMP);
    if (lamp === 'lit') fills += circle(x, up, LAMP);
    if (lamp === 'cannot tell')
      fills += `M${short(x)} ${up - LAMP}a${LAMP} ${LAMP} 0 0 0 0 ${2 * LAMP}Z`;
    return svg`<text class="words" x="${width}" y="${y}" text-anchor="end">${SAID[lamp]}</text>`;
  });
  return svg`<path class="run-line" d="${rings}"/><path class="run-fill" d="${fills}"/>${words}`;
}

/** A circle as a path, so that many are one element. */
function circle(x: number, y: number, r: number): string {
  return `M${short(x - r)} ${short(y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
}
