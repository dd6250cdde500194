/** How many digits are read right with so many bits a weight: all of them, and those of the digit that is read worst. */
import type { Layout, View } from '#kit/contract';
import type { Markup, Part, Scale } from '#kit/draw';
import { axisX, axisY, below, ghostLine, later, legend, linear, linePath, log } from '#kit/draw';
import { number, panel, part, perCent, short, signAt, svg, WIDTH } from '#kit/draw';
import { pointOf, worstOf, type Point, type ShrinkOutcome } from './outcome.ts';
import { FLOAT } from './lent.ts';
import { params, type ShrinkSettings } from './params.ts';

type Seen = View<ShrinkSettings, ShrinkOutcome>;

const FLOOR = { wide: 190, narrow: 148 } as const;
const TOP = 24;
const LEFT = 42;
const FOOT = 38;
const GRIP = { wide: 28, narrow: 30 } as const;
/** Bits that are written below the axis. */
const TICKS = [1, 2, 3, 4, 6, 8, 16, FLOAT];

function across(layout: Layout): Scale {
  const x = log([1, FLOAT], [LEFT + 8, WIDTH[layout] - 14]);
  return Object.assign((bits: number) => x(bits), { ...x, ticks: TICKS });
}

/** The bits that a place of the figure means. */
export function bitsAt(x: number, layout: Layout): number {
  return Math.max(1, Math.min(FLOAT, Math.round(across(layout).invert(x))));
}

/** How far a key moves the mark at so many bits: to the next whole number, whichever way. */
export function stepAt(bits: number, layout: Layout): number {
  const x = across(layout);
  return bits < FLOAT ? x(bits + 1) - x(bits) : x(FLOAT) - x(FLOAT - 1);
}

/** The panel, and its lines alone. */
interface CurvePart extends Part {
  readonly lines: Markup;
  readonly top: number;
  readonly high: number;
}

/** Draws it; what fewer bits do waits for the prediction. */
export function drawCurve(settings: ShrinkSettings, outcome: ShrinkOutcome, view: Seen): CurvePart {
  const { layout, ghost: other } = view;
  const width = WIDTH[layout];
  const floor = FLOOR[layout];
  const x = across(layout);
  const y = linear([0, 100], [floor, TOP], 4);
  const { tested, whole, points, bits } = outcome;
  const line = (list: readonly Point[], of: (point: Point) => number): string =>
    linePath(
      list.map((point) => [point.bits, 100 * of(point)] as const),
      x,
      y,
    );
  const all = ({ right }: Point): number => right / tested;
  const worst = (point: Point): number => worstOf(point).share;
  const lines = svg`<path class="cat-2 cat-line" d="${line(points, worst)}"/><path class="run-line" d="${line(points, all)}"/>`;
  const marks = (list: readonly Point[]): Markup =>
    svg`<path class="cat-2" d="${list.map((one) => signAt(2, x(one.bits), y(100 * worst(one))))}"/><path class="run-fill" d="${list.map((one) => signAt(0, x(one.bits), y(100 * all(one))))}"/>`;
  const behind = ghostLine(other, ({ outcome: before }) =>
    linePath(
      before.points.map((point) => [point.bits, (100 * point.right) / before.tested] as const),
      x,
      y,
    ),
  );
  const trained = points.filter((one) => one.bits === FLOAT);
  const level =
    whole &&
    svg`<path class="hair" d="M${LEFT} ${short(y((100 * whole.right) / tested))}H${width - 6}"/>`;
  const at = x(settings.bits);
  const grip = svg`<path class="before-line thin" d="M${short(at)} ${TOP - 4}V${floor}"/><rect data-handle="bits" role="slider" tabindex="0" aria-label="bits per weight" aria-valuemin="${params.bits.min}" aria-valuemax="${params.bits.max}" aria-valuenow="${settings.bits}" aria-valuetext="${bitsOf(settings.bits)}" x="${at - GRIP[layout] / 2}" y="${TOP - 4}" width="${GRIP[layout]}" height="${floor - TOP + 4}"/><path class="run-line edit-hint" d="M${at - 5} ${floor - 17}l-5 5l5 5m10 -10l5 5l-5 5"/>`;
  const hint = svg`<text class="soft" x="${LEFT}" y="${floor + 34}"><tspan class="edit-hint">drag the mark</tspan><tspan class="key-hint">← → bits</tspan></text>`;
  const point = pointOf(outcome);
  const told =
    point && later(`${bitsOf(bits)}: ${perCent(all(point))}, ${number(point.bytes)} bytes`);
  const body = svg`${level}${grip}${later(svg`${behind}${lines}${marks(points.filter((one) => one.bits !== FLOAT))}`)}${marks(trained)}${axisY(y, LEFT, { label: 'read right, %' })}${axisX(x, floor, { label: 'bits per weight', beyond: 10 })}${hint}`;
  const key = legend(
    [
      {
        words: 'all digits',
        swatch: (cx, cy) => svg`<path class="run-fill" d="${signAt(0, cx, cy)}"/>`,
      },
      {
        words: 'the digit that is read worst',
        swatch: (cx, cy) => svg`<path class="cat-2" d="${signAt(2, cx, cy)}"/>`,
      },
    ],
    width,
  );
  const title = 'Digits read right';
  const drawn = below(2, key, part(width, floor + FOOT, body));
  // The words keep their line while they wait.
  const framed = panel({ title, note: told ?? ' ', behind: other }, drawn);
  return { ...framed, lines, top: TOP, high: floor - TOP };
}

/** Bits as they are said. */
export function bitsOf(bits: number): string {
  return bits === 1 ? '1 bit' : `${bits} bits`;
}
