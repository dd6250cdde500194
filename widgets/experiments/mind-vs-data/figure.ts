/** The figure: digits as they came and as the model is shown them, errors as labels come, and what is paid. */
import type { View } from '#kit/contract';
import type { Drawing, Markup, Part } from '#kit/draw';
import { below, beside, drawing, legend, number, panel, part, svg, waiting } from '#kit/draw';
import { curvesStill, drawCurves, STILL } from './figure-curves.ts';
import { drawDigits } from './figure-digits.ts';
import { paid, type MindOutcome } from './outcome.ts';
import type { MindSettings } from './params.ts';

/** How the figure is looked at. */
export type Seen = View<MindSettings, MindOutcome>;

const LAY = {
  wide: {
    digits: { width: 256, columns: 4, rows: 2, isOne: false },
    chart: [384, 300],
    coins: 320,
  },
  narrow: {
    digits: { width: 320, columns: 8, rows: 1, isOne: true },
    chart: [320, 184],
    coins: 320,
  },
} as const;
/** What is paid at most: 100 coins for labels, 40 for thought, 10 for a wider network. */
const MOST_COINS = 150;
const BAR = 10;
/** Parts of what is paid, each with its colour. */
const COINS = [
  ['labels', 'cat-1', 'labels'],
  ['mind', 'cat-2', 'thought'],
  ['width', 'cat-3', 'width'],
] as const;

const DESCRIBED =
  'Digits as they came and as the model is shown them; how many of 100 new ones are read wrong, by the number of labels.';
const FURTHER = 'What is paid, in coins.';

/** One complete picture in one layout. */
export function draw(
  settings: MindSettings,
  outcome: MindOutcome,
  { layout, ghost }: Seen,
): Drawing {
  const { digits, chart, coins } = LAY[layout];
  const parts = [
    drawDigits(settings, outcome, digits),
    drawCurves(settings, outcome, chart, ghost),
  ];
  const whole = layout === 'wide' ? beside(40, ...parts) : below(8, ...parts);
  const still = { body: curvesStill(outcome), y: 0, height: STILL };
  const further = { whole: waiting(drawCoins(outcome, coins)), label: FURTHER };
  return drawing(whole, DESCRIBED, still, further);
}

/** What is paid: a bar of its parts. */
function drawCoins(outcome: MindOutcome, width: number): Part {
  const { coins } = outcome;
  let from = 0;
  const bars = COINS.map(([name, look]): Markup => {
    const [left, right] = [from, from + coins[name]].map((sum) => (width * sum) / MOST_COINS);
    from += coins[name];
    return svg`<path class="${look}" d="M${left} 0H${right}v${BAR}H${left}Z"/>`;
  });
  const frame = svg`<path class="hair" d="M0 0H${width}v${BAR}H0Z"/>`;
  const entries = COINS.map(([name, look, words]) => ({
    words: `${words} ${number(coins[name], Number.isInteger(coins[name]) ? 0 : 1)}`,
    swatch: (x: number, y: number) => svg`<path class="${look}" d="M${x - 5} ${y - 4}h9v9h-9Z"/>`,
  }));
  const sum = paid(outcome);
  const title = `${number(sum, Number.isInteger(sum) ? 0 : 1)} coins paid`;
  return panel(
    { title, note: 'prices are made up' },
    below(8, part(width, BAR, svg`${bars}${frame}`), legend(entries, width)),
  );
}
