/** The figure: digits as they came and as the model is shown them, errors as labels come, and what is paid. */
import type { View } from '#kit/contract';
import type { Drawing, Part, Point } from '#kit/draw';
import { behind, below, beside, cells, chart, dots, drawing, labelAt, line } from '#kit/draw';
import { number, roundPlace, short, special, svg, waiting, words } from '#kit/draw';
import { within } from '#kit/numbers';
import { drawDigits } from './figure-digits.ts';
import { errorOf, labelsToMatch, paid, type MindOutcome } from './outcome.ts';
import { params, type MindSettings } from './params.ts';
import { about, isPlain, ofHundred } from './say.ts';

type Seen = View<MindSettings, MindOutcome>;

const LAY = {
  wide: { width: 256, columns: 4, rows: 2 },
  narrow: { width: 320, columns: 8, rows: 1 },
} as const;
/** Of 100 digits read wrong. */
const WRONG = [3, 100] as const;
/** What is paid at most: 100 coins for labels, 40 for thought, 10 for a wider network. */
const MOST_COINS = 150;

const DESCRIBED =
  'Digits as they came and as the model is shown them; how many of 100 new ones are read wrong, by the number of labels.';

/** One complete picture in one layout. */
export function draw(settings: MindSettings, outcome: MindOutcome, view: Seen): Drawing {
  const { layout } = view;
  const digits = drawDigits(settings, outcome, LAY[layout]);
  const curves = drawCurves(settings, outcome, view);
  const whole = layout === 'wide' ? beside(40, digits, curves) : below(8, digits, curves);
  const further = { whole: waiting(drawCoins(outcome)), label: 'What is paid, in coins.' };
  return drawing(whole, DESCRIBED, curves.still, further);
}

/** The curves of the plain network and of this run, on logarithmic scales, its dot, and the way from it to the plain curve. */
function drawCurves(settings: MindSettings, outcome: MindOutcome, view: Seen): Part {
  const at = (labels: number, error: number): readonly [number, number] => [
    labels,
    within(WRONG[0], 100 * error, WRONG[1]),
  ];
  const late = { waits: true, still: true };
  return chart<MindSettings, MindOutcome>({
    title: 'More labels, fewer errors',
    ...{ view, run: { settings, outcome }, right: 14 },
    width: { wide: 384, narrow: 320 },
    height: { wide: 300, narrow: 184 },
    x: {
      extent: [params.labels.min, params.labels.max],
      isLog: true,
      label: 'labels',
      format: (value) => number(value),
    },
    y: { extent: WRONG, isLog: true, label: 'read wrong of 100' },
    marks: (run) => {
      const { plain, own, labels } = run.outcome;
      const pointsOf = (curve: MindOutcome['own']): readonly Point[] =>
        curve.map((one) => at(one.labels, one.error));
      const mine = line(pointsOf(own), { key: 'this model', ...late });
      const error = errorOf(run.outcome);
      const match = labelsToMatch(run.outcome);
      const dot = typeof error === 'number' && at(labels, error);
      const isWorth = typeof match === 'number' && match > 1.25 * labels && !isPlain(run.settings);
      return [
        line(pointsOf(plain), { look: 'sure-line', key: 'the plain network', ...late }),
        isPlain(run.settings) ? { ...behind(mine), waits: true } : mine,
        dot && isWorth && arrow(dot, match),
        dot && dots([dot]),
        dot &&
          words(
            ofHundred(error),
            ({ x, y, left, floor }, text) => [
              ...roundPlace(text, x(dot[0]), y(dot[1])),
              labelAt(text, left + 8, floor - 8),
            ],
            { say: 'run strong', must: false },
          ),
      ];
    },
  });
}

/** From the dot to where the plain network makes as few errors. */
function arrow([labels, error]: readonly [number, number], match: number) {
  return special(
    ({ x, y }) =>
      svg`<path class="run-line thin" d="M${short(x(labels))} ${short(y(error))}H${short(x(match))}m-6 -4l6 4l-6 4"/>`,
    {
      waits: true,
      covers: ({ x, y }) => [
        { left: x(labels), right: x(match), top: y(error) - 4, bottom: y(error) + 4 },
      ],
      words: {
        look: 'run',
        at: ({ x, y, right, floor, top }) => {
          const told = `→ as with ${about(match)} labels`;
          return [
            labelAt(told, x(match) + 9, y(error) + 4),
            labelAt(told, Math.min(right + 12, x(match) + 96), y(error) - 11, 'end'),
            labelAt(told, right, floor - 8, 'end'),
            labelAt(told, right, top + 12, 'end'),
          ];
        },
      },
    },
  );
}

/** What is paid: a bar of its parts. */
function drawCoins({ coins }: MindOutcome): Part {
  const { labels, mind, width } = coins;
  const written = (sum: number): string => number(sum, Number.isInteger(sum) ? 0 : 1);
  const part = (from: number, sum: number, look: string, key: string) =>
    cells(
      [
        [
          [from, from + sum],
          [0, 1],
        ],
      ],
      { look, key: `${key} ${written(sum)}` },
    );
  return chart({
    title: `${written(paid({ coins }))} coins paid`,
    note: 'prices are made up',
    ...{ width: 320, height: 10, left: 0, right: 0, top: 0, foot: 0, keyBelow: true },
    x: { extent: [0, MOST_COINS], isHidden: true },
    marks: [
      part(0, labels, 'cat-1', 'labels'),
      part(labels, mind, 'cat-2', 'thought'),
      part(labels + mind, width, 'cat-3', 'width'),
      cells(
        [
          [
            [0, MOST_COINS],
            [0, 1],
          ],
        ],
        { look: 'hair' },
      ),
    ],
  });
}
