/** Five shares of each group: the gap on a line of points, with what chance leaves open, and a lamp that says whether they are equal. */
import type { View } from '../../kit/contract/widget.ts';
import { axisFacts, linear, type Scale } from '../../kit/draw/axes.ts';
import { number } from '../../kit/draw/format.ts';
import { ghost, later, short, svg, type Markup } from '../../kit/draw/markup.ts';
import { panel } from '../../kit/draw/panel.ts';
import { below, part, waiting, type Part } from '../../kit/draw/part.ts';
import { perCent } from '../../kit/draw/shares.ts';
import { widthOf } from '../../kit/draw/text-width.ts';
import type { OfficerOutcome } from './outcome.ts';
import type { OfficerSettings } from './params.ts';
import { MARGIN, SHARES, type Compared, type Count, type Lamp, type Share } from './rates.ts';
import { NAMES, points } from './say.ts';

type Seen = View<OfficerSettings, OfficerOutcome>;

/** Where a row's words, its line of points and its lamp stand. */
const LOOK = {
  wide: { width: 252, row: 58, line: [0, 164], y: 31 },
  narrow: { width: 320, row: 21, line: [168, 238], y: 9 },
} as const;
/** Gaps that have room, in points. */
const RANGE = [-30, 50] as const;
/** How far what is drawn stands out above its line, and below. */
const HALF = { equal: 8, interval: 5, redraw: 6 } as const;

/** Draws the panel; all but the first row, and every lamp, wait for the prediction. */
export function drawLamps(outcome: OfficerOutcome, view: Seen): Part {
  const { layout, ghost: behind } = view;
  const { line, width } = LOOK[layout];
  const x = linear(RANGE, line);
  const rows = SHARES.map((share, i) => {
    const row = drawRow(share, outcome, view, x);
    return i === 0 ? row : waiting(row);
  });
  // A phone has no room for the lower end beside the 0.
  const ends = RANGE.slice(layout === 'wide' ? 0 : 1).map((end) => {
    return svg`<text x="${x(end)}" y="12" text-anchor="${end < 0 ? 'start' : 'end'}">${number(end)}</text>`;
  });
  const axis = svg`<g class="axis" ${axisFacts('x', x)}><path d="M${line[0]} 18H${line[1]}M${short(x(0))} 18v-4"/>${ends}<text x="${x(0)}" y="12" text-anchor="middle">0</text></g>`;
  const whole = below(0, part(width, 22, axis), ...rows);
  return panel({ title: 'Gap in points, white less Black', behind }, whole);
}

function drawRow(share: Share, outcome: OfficerOutcome, view: Seen, x: Scale): Part {
  const { layout, ghost: other } = view;
  const { width, row, y } = LOOK[layout];
  const one = outcome.compared[share];
  const name = svg`<text class="words" y="13">${NAMES[share]}</text>`;
  if (!one)
    return part(
      width,
      row,
      svg`${name}<text class="soft" x="${width}" y="13" text-anchor="end">nobody</text>`,
    );
  const at = (gap: number): number => x(Math.min(RANGE[1], Math.max(RANGE[0], 100 * gap)));
  const equal = svg`<path class="band" d="M${at(-MARGIN)} ${y - HALF.equal}H${at(MARGIN)}v${2 * HALF.equal}H${at(-MARGIN)}Z"/><path class="hair" d="M${x(RANGE[0])} ${y}H${x(RANGE[1])}"/>`;
  const then = other?.outcome.compared[share];
  const behind =
    other &&
    then &&
    ghost(other, (look) => svg`<path class="${look}-line thin" d="${bar(then, at, y)}"/>`);
  const again = redrawn(share, outcome, view);
  const drawn = again
    ? svg`<path class="before-line thin" d="${again.map((gap) => `M${short(at(gap))} ${y - HALF.redraw}v${2 * HALF.redraw}`).join('')}"/>`
    : svg`<path class="run-line" d="${bar(one, at, y)}"/>`;
  const dot = svg`<circle class="run-fill" cx="${at(one.gap)}" cy="${y}" r="3.6"/>`;
  const isWide = layout === 'wide';
  const words =
    isWide &&
    svg`<text class="run strong" x="${width}" y="13" text-anchor="end">${points(one.gap)}</text><text class="soft" y="51">${both(one)}</text>`;
  return part(
    width,
    row,
    svg`${name}${equal}${behind}${drawn}${dot}${words}${later(lampAt(one.lamp, width, isWide ? y + 4 : 13))}`,
  );
}

/** The gaps of the draws so far, while they are played. */
function redrawn(
  share: Share,
  { redraws }: OfficerOutcome,
  { moment }: Seen,
): readonly number[] | undefined {
  if (moment === undefined || moment >= redraws.length - 1) return undefined;
  const seen = redraws.slice(0, moment + 1);
  return seen.flatMap((gaps) => gaps[SHARES.indexOf(share)] ?? []);
}

/** An interval, its ends marked. */
function bar({ low, high }: Compared, at: (gap: number) => number, y: number): string {
  const end = (gap: number): string =>
    `M${short(at(gap))} ${y - HALF.interval}v${2 * HALF.interval}`;
  return `M${short(at(low))} ${y}H${short(at(high))}${end(low)}${end(high)}`;
}

/** The share of each group, and of how many. */
function both({ white, black }: Compared): string {
  const of = ([some, all]: Count): string => `${perCent(some / all, 0)} of ${number(all)}`;
  return `${of(white)}, ${of(black)}`;
}

/** The lamp with its word: filled, a ring, or a ring half filled. */
function lampAt(lamp: Lamp, right: number, y: number): Markup {
  const [x, middle, r] = [right - widthOf(lamp) - 11, y - 4.5, 4.5];
  const half =
    lamp === 'cannot tell' &&
    svg`<path class="run-fill" d="M${x} ${middle - r}a${r} ${r} 0 0 0 0 ${2 * r}Z"/>`;
  return svg`<circle class="${lamp === 'lit' ? 'run-fill' : 'run-line'}" cx="${x}" cy="${middle}" r="${r}"/>${half}<text class="words" x="${right}" y="${y}" text-anchor="end">${lamp}</text>`;
}
