/** The figure: digits as they came and as the model is shown them, errors as labels come, and what is paid. */
import type { View } from '#kit/contract';
import type { BarRow, Drawing, Mark, Part } from '#kit/draw';
import { barRows, behind, below, beside, chart, dots, drawing, labelAt, line } from '#kit/draw';
import { number, panel, waiting, words } from '#kit/draw';
import { within } from '#kit/numbers';
import { SIDE } from '../../shared/digits/mnist14.ts';
import { drawDigits } from './figure-digits.ts';
import { errorOf, labelsToMatch, paid, type MindOutcome } from './outcome.ts';
import { params, type MindSettings } from './params.ts';
import { about, isPlain, ofHundred } from './say.ts';

type Seen = View<MindSettings, MindOutcome>;
type Spot = readonly [labels: number, error: number];

const LAY = {
  wide: { side: SIDE, width: 256, columns: 4, rows: 2 },
  narrow: { side: SIDE, width: 320, columns: 8, rows: 1 },
} as const;
/** Of 100 digits read wrong, at least and at most. */
const [LEAST, MOST] = [3, 100];
/** What is paid for one thing at most: 2,500 labels. */
const MOST_COINS = 100;

/** One complete picture in one layout. */
export function draw(settings: MindSettings, outcome: MindOutcome, view: Seen): Drawing {
  const { layout } = view;
  const digits = drawDigits(settings, outcome, LAY[layout]);
  const curves = drawCurves(settings, outcome, view);
  return drawing(
    layout === 'wide' ? beside(40, digits, curves) : below(8, digits, curves),
    'Digits as they came and as the model is shown them; how many of 100 new ones are read wrong, by the number of labels.',
    curves.still,
    { whole: waiting(drawCoins(outcome, view)), label: 'What is paid, in coins.' },
  );
}

/** The curves of the plain network and of this run, on logarithmic scales, its dot, and the way from it to the plain curve. */
function drawCurves(settings: MindSettings, outcome: MindOutcome, view: Seen): Part {
  const at = (labels: number, error: number): Spot => [labels, within(LEAST, 100 * error, MOST)];
  const late = { waits: true, still: true };
  return chart<MindSettings, MindOutcome>({
    title: 'More labels, fewer errors',
    ...{ view, run: { settings, outcome }, right: 14 },
    width: { wide: 384, narrow: 320 },
    height: { wide: 310, narrow: 184 },
    x: {
      extent: [params.labels.min, params.labels.max],
      ...{ isLog: true, label: 'labels', format: (value) => number(value) },
    },
    y: { extent: [LEAST, MOST], isLog: true, label: 'read wrong of 100' },
    marks: (run) => {
      const { plain, own, labels } = run.outcome;
      const curve = (points: MindOutcome['own']) => points.map((one) => at(one.labels, one.error));
      const mine = line(curve(own), { key: 'this model', ...late });
      const error = errorOf(run.outcome);
      const marks = [
        line(curve(plain), { look: 'sure-line', key: 'the plain network', ...late }),
        isPlain(run.settings) ? { ...behind(mine), waits: true } : mine,
      ];
      if (typeof error !== 'number') return marks;
      const here = at(labels, error);
      const match = labelsToMatch(run.outcome);
      const isWorth = typeof match === 'number' && match > 1.25 * labels && !isPlain(run.settings);
      return [
        ...marks,
        ...(isWorth ? asWith(here, match) : []),
        dots([here], { words: ofHundred(error), say: 'run strong', must: true }),
      ];
    },
  });
}

/** From the dot to where the plain network makes as few errors. */
function asWith([labels, error]: Spot, match: number): readonly Mark[] {
  const told = `→ as with ${about(match)} labels`;
  return [
    line(
      [
        [labels, error],
        [match, error],
      ],
      { look: 'run-line thin', twice: false, waits: true },
    ),
    words(
      told,
      ({ x, y, right, floor }) => [
        labelAt(told, x(match) + 9, y(error) + 4),
        labelAt(told, right, floor - 8, 'end'),
      ],
      { say: 'run', waits: true },
    ),
  ];
}

/** What is paid for each thing. */
function drawCoins(outcome: MindOutcome, { ghost: other }: Seen): Part {
  const written = (sum: number): string => number(sum, Number.isInteger(sum) ? 0 : 1);
  const names = { labels: 'labels', mind: 'thought', width: 'a wider network' } as const;
  const rows = (['labels', 'mind', 'width'] as const).map((of): BarRow => {
    const sum = outcome.coins[of];
    const was = other?.outcome.coins[of];
    return { name: names[of], bars: [[sum, 'run-fill']], told: written(sum), was };
  });
  const title = `${written(paid(outcome))} coins paid`;
  const bars = barRows(rows, { width: 320, most: MOST_COINS, pitch: 36 }, other);
  return panel({ title, note: 'prices are made up', behind: other }, bars);
}
