/** The weights of the first layer, counted by size, and the levels that they are rounded to. */
import type { Layout } from '#kit/contract';
import type { Markup, Part, Scale } from '#kit/draw';
import { axisX, barsPath, linear, number, panel, part, short, svg, WIDTH } from '#kit/draw';
import { outermost } from './levels.ts';
import type { ShrinkOutcome, Weights } from './outcome.ts';
import { FLOAT } from './lent.ts';

const HIGH = { wide: 84, narrow: 60 } as const;
/** Below the bars, where each unit has a range of its own: a row for each of so many, from the narrowest to the widest. */
const ROWS = 8;
const ROW = { wide: 4, narrow: 3 } as const;
const FOOT = 38;
/** Ends that the axis can have: it stays while the largest weight moves a little. */
const ENDS = [1.5, 3, 6, 10, 16, 24, 48];
/** Levels that lie nearer to each other than this are not told apart. */
const NEAREST = 3;

/** Draws them. */
export function drawWeights({ bits, weights }: ShrinkOutcome, layout: Layout): Part {
  const width = WIDTH[layout];
  const high = HIGH[layout];
  const row = ROW[layout];
  const floor = high + ROWS * row + 4;
  const { largest, bins, steps }: Weights = weights ?? { largest: 1, bins: [], steps: [] };
  const end = ENDS.find((one) => one >= largest) ?? largest;
  const x = linear([-end, end], [8, width - 8], layout === 'wide' ? 7 : 5);
  const most = Math.max(1, ...bins);
  const left = x(-largest);
  const step = (x(largest) - left) / Math.max(1, bins.length);
  const heights = bins.map((count) => high - (count / most) * (high - 2));
  const bars = barsPath(heights, high, { left, step, gap: Math.min(1, step / 4) });
  const shown = shownOf(steps);
  const ranges = shown.map((one, i) =>
    shown.length === 1
      ? levelsAt(one, bits, x, isDense(one, bits, x) ? [high + 4, 2 * row] : [0, high])
      : levelsAt(one, bits, x, [high + 4 + i * row, row - 1]),
  );
  const body = svg`<path class="before" d="${bars}"/>${ranges}${axisX(x, floor, { label: 'weight', beyond: 6 })}`;
  return panel(
    { title: 'The weights, and their levels', note: told(bits, steps, shown) },
    part(width, floor + FOOT, body),
  );
}

/** The steps of the only range, or of some of many, from the smallest to the largest. */
function shownOf(steps: readonly number[]): readonly number[] {
  const sorted = steps.toSorted((a, b) => a - b);
  if (sorted.length <= ROWS) return sorted;
  return Array.from(
    { length: ROWS },
    (_, i) => sorted[Math.round((i * (sorted.length - 1)) / (ROWS - 1))] as number,
  );
}

/** The levels of a range as upright lines, from a height on down; as a band where they lie too near to each other. */
function levelsAt(
  step: number,
  bits: number,
  x: Scale,
  [top, high]: readonly [number, number],
): Markup {
  const end = outermost(bits) * step;
  if (isDense(step, bits, x))
    return svg`<path class="run-fill" fill-opacity="0.35" d="M${short(x(-end))} ${top}H${short(x(end))}v${high}H${short(x(-end))}z"/>`;
  const lines = levelsOf(bits).map((level) => `M${short(x(level * step))} ${short(top)}v${high}`);
  return svg`<path class="run-line thin" d="${lines.join('')}"/>`;
}

function isDense(step: number, bits: number, x: Scale): boolean {
  return bits > 2 && x(step) - x(0) < NEAREST;
}

/** The levels, in steps. */
function levelsOf(bits: number): number[] {
  if (bits === 1) return [-1, 1];
  const most = outermost(bits);
  return Array.from({ length: 2 * most + 1 }, (_, i) => i - most);
}

function told(bits: number, steps: readonly number[], shown: readonly number[]): string {
  if (bits === FLOAT) return 'as they were trained';
  const count = bits === 1 ? 2 : 2 ** bits - 1;
  const levels = count < 1e6 ? `${number(count)} levels` : 'countless levels';
  if (steps.length <= 1) return `${levels} for all of them`;
  return shown.length < steps.length
    ? `${levels} for each unit: ${shown.length} of ${steps.length} units`
    : `${levels} for each unit`;
}
