/** Two further pictures: which digits pay for it, and what each bit buys. */
import type { Part, Step } from '#kit/draw';
import { barsPath, below, chartSteps, hundredths, legend, linear, number, panel } from '#kit/draw';
import { part, perCent, svg } from '#kit/draw';
import { bitsOf } from './figure-curve.ts';
import { outermost } from './levels.ts';
import { mostLost, pointOf, worstOf, type ShrinkOutcome } from './outcome.ts';
import type { ShrinkSettings } from './params.ts';

const WIDE = 240;
const HIGH = 130;

/** The share of each digit that is read right: as trained, and as shrunk. */
export function digitsStep(outcome: ShrinkOutcome): Step {
  const point = pointOf(outcome);
  const { whole, bits } = outcome;
  const asks = 'Which digits pay for it?';
  const drawn = digitsPart(whole?.kinds ?? [], point?.kinds ?? []);
  const said = (): string => {
    if (!point || !whole) return 'The model is still learning.';
    const most = mostLost(point, whole);
    const worst = worstOf(point);
    const lost =
      most.share > 0
        ? `The ${most.kind} has lost most, ${number(100 * most.share, 1)} points of its ${hundredths(whole.kinds[most.kind] ?? 0)} %`
        : 'No digit has lost anything';
    return `${lost}. The ${worst.kind} is read worst, ${perCent(worst.share)}; over all digits the share is ${perCent(point.right / outcome.tested)}.`;
  };
  return {
    name: 'digits',
    asks,
    says: said(),
    label: `Shares of each digit, with ${bitsOf(bits)}`,
    ...drawn,
  };
}

function digitsPart(before: readonly number[], after: readonly number[]): Part {
  const y = linear([0, 1], [HIGH, 8]);
  const step = WIDE / 10;
  const bars = barsPath(after.map(y), HIGH, { left: 0, step, gap: 8 });
  const ticks = before.map((share, kind) => svg`M${kind * step + 2} ${y(share)}h${step - 4}`);
  const names = before.map(
    (_, kind) =>
      svg`<text x="${(kind + 0.5) * step}" y="${HIGH + 17}" text-anchor="middle">${kind}</text>`,
  );
  const body = svg`<path class="run-fill" d="${bars}"/><path class="sure-line" d="${ticks}"/><g class="axis"><path d="M0 ${HIGH}H${WIDE}"/>${names}</g>`;
  const key = legend(
    [
      {
        words: 'as shrunk',
        swatch: (at, up) => svg`<path class="run-fill" d="M${at - 4} ${up - 4}h8v8h-8z"/>`,
      },
      {
        words: 'as trained',
        swatch: (at, up) => svg`<path class="sure-line" d="M${at - 5} ${up}h10"/>`,
      },
    ],
    WIDE,
  );
  const whole = panel(
    { title: 'Read right, by digit' },
    below(2, key, part(WIDE, HIGH + 24, body)),
  );
  return { ...whole, height: Math.ceil(whole.height) };
}

/** How much stronger the weights are than their rounding, bit by bit, and what even errors would give. */
export function noiseSteps({ range }: ShrinkSettings, { points }: ShrinkOutcome): readonly Step[] {
  const told = points.filter(({ bits, signalToNoise }) => bits <= 8 && signalToNoise !== null);
  const line = told.map(({ bits, signalToNoise }) => [bits, signalToNoise] as const);
  const levelOf = (bits: number): number =>
    points.find((one) => one.bits === bits)?.signalToNoise ?? 0;
  // Sixteen bits are many: there errors are even, and a step is longer by as much as there are fewer of them.
  const evenly = (bits: number): string =>
    number(levelOf(16) - 20 * Math.log10(outermost(16) / outermost(bits)), 1);
  const law = `If errors were spread evenly, up to half a step to either side, the ratio would be ${evenly(3)} dB at 3 bits and ${evenly(2)} dB at 2. It is ${number(levelOf(3), 1)} and ${number(levelOf(2), 1)}.`;
  return chartSteps([
    {
      name: 'noise',
      asks: 'What does a bit buy?',
      title: 'Signal-to-noise ratio',
      note: 'decibels',
      x: { extent: [1, 8], low: '1', high: '8', label: 'bits' },
      y: { extent: [Math.min(0, ...line.map(([, level]) => level ?? 0)), 50], high: '50' },
      line,
      isMarked: true,
      says: `From 4 to 8 bits the signal-to-noise ratio of the weights rises from ${number(levelOf(4), 1)} to ${number(levelOf(8), 1)} dB, by ${number((levelOf(8) - levelOf(4)) / 4, 2)} for each bit.${range === 'largest' ? ` ${law}` : ''}`,
    },
  ]);
}
