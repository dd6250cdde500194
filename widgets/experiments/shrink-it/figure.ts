/** The figure: digits read right against bits a weight; below it the weights and the levels that they are rounded to. */
import type { View } from '#kit/contract';
import type { Drawing, Mark, Part, Point as Place, Step } from '#kit/draw';
import { askedChart, bars, below, byHandles, chart, dots, drawing, handle } from '#kit/draw';
import { later, line, number, perCent, rule, WIDTH } from '#kit/draw';
import { range } from 'd3-array';
import { levelsOf, outermost } from './levels.ts';
import { FLOAT, WIDTHS } from './lent.ts';
import { pointOf, worstOf, type Point, type ShrinkOutcome } from './outcome.ts';
import { params, type ShrinkSettings } from './params.ts';
import { bitsOf, sayDigits } from './say.ts';

type Seen = View<ShrinkSettings, ShrinkOutcome>;

/** Draws the run, for a page or a phone. */
export function draw(settings: ShrinkSettings, outcome: ShrinkOutcome, view: Seen): Drawing {
  const whole = below(6, drawCurve(settings, outcome, view), drawWeights(outcome, view));
  const label =
    'Two lines over the bits of a weight: how many digits are read right, and how many of the digit that is read worst. Below, the weights of the first layer as bars by their size, and the levels that they are rounded to.';
  const steps = [digitsStep(outcome), noiseStep(settings, outcome)];
  return { ...drawing(whole, label), steps };
}

/** The bits are taken to the left and to the right. */
export const edit = byHandles<typeof params, ShrinkOutcome>(params, 'bits');

/** How many digits are read right: all of them, and those of the digit that is read worst. What fewer bits do waits. */
function drawCurve(settings: ShrinkSettings, outcome: ShrinkOutcome, view: Seen): Part {
  const point = pointOf(outcome);
  const read = point && perCent(point.right / outcome.tested);
  return chart<ShrinkSettings, ShrinkOutcome>({
    title: 'Digits read right with fewer bits',
    // The words keep their line while they wait.
    note: point ? later(`${bitsOf(point.bits)}: ${read}, ${number(point.bytes)} bytes`) : ' ',
    ...{ view, run: { settings, outcome }, height: { wide: 226, narrow: 184 }, top: 24, right: 14 },
    // Some air, so that the marks of one bit stand off the axis.
    x: { extent: [0.94, FLOAT], isLog: true, label: 'bits per weight', ticks: WIDTHS },
    y: { extent: [0, 100], label: 'read right, %', ticks: 4 },
    marks: ({ settings: { bits }, outcome: { whole, tested, points } }) => [
      whole && rule({ y: (100 * whole.right) / tested }, { still: false }),
      rule({ x: bits }, { look: 'before-line thin', still: false }),
      handle({
        ...{ sets: 'bits', param: params.bits, value: bits, along: 'x', at: bits },
        ...{ name: 'bits per weight', told: bitsOf(bits) },
        ...{ hint: 'drag the mark', keys: '← → bits' },
      }),
      ...curve(points, (one) => one.right / tested, ['run-line', 'run-fill', 'all digits']),
      ...curve(points, (one) => worstOf(one).share, ['cat-2 cat-line', 'cat-2', WORST], 2),
    ],
  });
}

const WORST = 'the digit that is read worst';

/** A line over the bits, and a sign at each of its points; that of the model as it was trained is seen at once. */
function curve(
  points: readonly Point[],
  of: (point: Point) => number,
  [look, sign, key]: readonly [look: string, sign: string, key: string],
  shape = 0,
): readonly Mark[] {
  const at = points.map((one): Place => [one.bits, 100 * of(one)]);
  const how = { look: sign, sign: shape, r: 3.6, twice: false, still: false };
  return [
    line(at, { look, waits: true, still: true }),
    dots(at.slice(0, -1), { ...how, waits: true }),
    dots(at.slice(-1), { ...how, key }),
  ];
}

/** Ends that the axis of weights can have: it stays while the largest weight moves a little. */
const ENDS = [1.5, 3, 6, 10, 16, 24, 48];
/** Below the bars: a row for each range, from the narrowest to the widest, of so many at most; as high as all of them. */
const [ROWS, LEVELS] = [8, 32];
/** Levels that lie nearer to each other than this are not told apart. */
const NEAREST = 3;

/** The weights of the first layer, counted by size, and the levels that they are rounded to; upwards in units of the drawing. */
function drawWeights({ bits, weights }: ShrinkOutcome, view: Seen): Part {
  const { largest, bins, steps } = weights ?? { largest: 1, bins: [], steps: [] };
  const high = view.layout === 'wide' ? 84 : 60;
  const base = LEVELS + 4;
  const end = ENDS.find((one) => one >= largest) ?? largest;
  const most = Math.max(1, ...bins);
  const sorted = steps.toSorted((a, b) => b - a);
  const shown = sorted.filter((_, i) => i % Math.ceil(steps.length / ROWS) === 0).reverse();
  const unit = (WIDTH[view.layout] - 16) / (2 * end);
  const row = LEVELS / Math.max(1, shown.length);
  const words = steps.length > 1 ? `levels of ${shown.length} units` : 'levels';
  const levels = shown.map((step, i) => {
    const [low, up] = [LEVELS - (i + 1) * row + 1, LEVELS - i * row];
    const key = i === 0 ? { key: words } : {};
    if (bits > 2 && step * unit < NEAREST) {
      const [from, by] = [-outermost(bits) * step, 2 * outermost(bits) * step];
      return bars([up], { from, by, base: low, air: 0, look: 'run-fill pale', ...key });
    }
    const lines = levelsOf(bits).flatMap((level) =>
      [low, up, null].map((y): Place => [level * step, y]),
    );
    return line(lines, { look: 'run-line thin', ...key });
  });
  const count = number(bits === 1 ? 2 : 2 ** bits - 1);
  const whose = steps.length > 1 ? 'each unit' : 'all weights';
  const heights = bins.map((count) => base + (count / most) * (high - 2));
  return chart({
    title: bits === FLOAT ? 'The weights as they were trained' : `${count} levels for ${whose}`,
    ...{ view, height: high + base + 40, left: 8, right: 8, top: 0 },
    x: { extent: [-end, end], label: 'weight', ticks: { wide: 7, narrow: 5 } },
    y: { extent: [0, high + base], isHidden: true },
    marks: [
      bars(heights, {
        ...{ from: -largest, by: (2 * largest) / Math.max(1, bins.length), base },
        ...{ look: 'before', air: 0.6, key: 'how many weights' },
      }),
      ...levels,
    ],
  });
}

/** The share of each digit that is read right: as trained, and as shrunk. */
function digitsStep(outcome: ShrinkOutcome): Step {
  const { whole, bits } = outcome;
  const trained = (whole?.kinds ?? []).flatMap((share, kind) =>
    [-0.42, 0.42, 0.5].map((at): Place => [kind + at, at < 0.5 ? share : null]),
  );
  return askedChart({
    name: 'digits',
    asks: 'Which digits pay for it?',
    says: sayDigits(outcome),
    label: `Shares of each digit, with ${bitsOf(bits)}`,
    title: 'Read right, by digit',
    ...{ height: 154, top: 8, left: 0, right: 0, foot: 24 },
    x: { extent: [-0.5, 9.5], ticks: range(10) },
    marks: [
      bars(pointOf(outcome)?.kinds ?? [], { from: -0.5, air: 8, key: 'as shrunk' }),
      line(trained, { look: 'sure-line', key: 'as trained' }),
    ],
  });
}

/** How much stronger the weights are than their rounding, bit by bit, and what even errors would give. */
function noiseStep({ range: placed }: ShrinkSettings, { points }: ShrinkOutcome): Step {
  const levels = points.flatMap(({ bits, signalToNoise: level }) =>
    bits <= 8 && level !== null ? [[bits, level] as const] : [],
  );
  const levelOf = (bits: number): number =>
    points.find((one) => one.bits === bits)?.signalToNoise ?? 0;
  // Sixteen bits are many: there errors are even, and a step is longer by as much as there are fewer of them.
  const evenly = (bits: number): string =>
    number(levelOf(16) - 20 * Math.log10(outermost(16) / outermost(bits)), 1);
  const law = ` If errors were spread evenly, up to half a step to either side, the ratio would be ${evenly(3)} dB at 3 bits and ${evenly(2)} dB at 2. It is ${number(levelOf(3), 1)} and ${number(levelOf(2), 1)}.`;
  const least = Math.min(0, ...levels.map(([, level]) => level));
  return askedChart({
    name: 'noise',
    asks: 'What does a bit buy?',
    says: `From 4 to 8 bits the signal-to-noise ratio of the weights rises from ${number(levelOf(4), 1)} to ${number(levelOf(8), 1)} dB, by ${number((levelOf(8) - levelOf(4)) / 4, 2)} for each bit.${placed === 'largest' ? law : ''}`,
    label: 'Signal-to-noise ratio against bits',
    title: 'Signal-to-noise ratio of weights',
    x: { extent: [1, 8], label: 'bits per weight', ticks: 8 },
    y: { extent: [least, 50], label: 'decibels' },
    marks: [line(levels), dots(levels, { r: 3.6 })],
  });
}
