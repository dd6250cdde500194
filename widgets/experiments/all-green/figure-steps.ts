/** A step below the figure: the textbook test on a day when nothing is wrong. */
import type { Step } from '#kit/draw';
import { below, legend, linePath, number, panel, perCent, plot, svg } from '#kit/draw';
import { STEP } from './hours.ts';
import type { GreenOutcome } from './outcome.ts';

const WIDE = 240;

/** The temperatures of one day against those learned from, as cumulative shares, and where they are farthest apart. */
export function textbookStep({ tested, textbook }: GreenOutcome): Step {
  const { day, learned, apart, allowed } = tested;
  const gaps = day.map((share, i) => Math.abs(share - (learned[i] ?? 0)));
  const widest = gaps.indexOf(Math.max(...gaps));
  // The first bin is whatever lies below 0 °C.
  const degrees = (bin: number): number => (bin - 1) * STEP;
  const drawn = plot(
    {
      width: WIDE,
      height: 190,
      right: 10,
      x: { extent: [8, 42], label: 'temperature, °C', ticks: 4 },
      y: { extent: [0, 100], label: '% of hours no warmer than this', ticks: 4 },
    },
    ({ x, y }) => {
      const line = (shares: readonly number[]): string =>
        linePath(
          shares
            .map((share, bin) => [degrees(bin), 100 * share] as const)
            .filter(([at]) => at >= 8 && at <= 42),
          x,
          y,
        );
      const at = x(degrees(widest));
      return svg`<path class="sure-line" d="${line(learned)}"/><path class="run-line" d="${line(day)}"/><path class="wrong-line" d="M${at} ${y(100 * (day[widest] ?? 0))}V${y(100 * (learned[widest] ?? 0))}"/>`;
    },
  );
  const key = legend(
    [
      { words: '18 weeks', swatch: (x, y) => svg`<path class="sure-line" d="M${x - 5} ${y}h10"/>` },
      { words: 'one day', swatch: (x, y) => svg`<path class="run-line" d="M${x - 5} ${y}h10"/>` },
      {
        words: 'farthest apart',
        swatch: (x, y) => svg`<path class="wrong-line" d="M${x - 5} ${y}h10"/>`,
      },
    ],
    WIDE,
  );
  const whole = panel({ title: 'A day on which nothing is wrong' }, below(4, key, drawn));
  return {
    width: whole.width,
    height: Math.ceil(whole.height),
    body: whole.body,
    name: 'textbook',
    asks: 'What does the textbook test make of a normal day?',
    label: 'Cumulative shares of temperature, of one day and of the weeks learned from.',
    says: `On this day the two are ${number(100 * apart)} points apart, and the test allows ${number(100 * allowed)}. It finds the temperature changed on ${perCent(textbook, 0)} of the days on which nothing is wrong.`,
  };
}
