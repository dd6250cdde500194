/** The figure: rules and model side by side, as squares; then how the model overtakes as labels come; below, words; prices when they are asked for. */
import { least, max, nice, range } from 'd3-array';
import type { View } from '#kit/contract';
import type { BarRow, Drawing, Part, Point, Step } from '#kit/draw';
import { askedChart, barRows, below, beside, boxSwatch, chart, clamped, dots } from '#kit/draw';
import { drawing, ghostLine, hundredths, keptExtent, labelAt, legend, line } from '#kit/draw';
import { number, panel, part, plain, rule, shortened, squares, squaresEdge } from '#kit/draw';
import { STEP_WIDTH, svg, toStep, waiting, words } from '#kit/draw';
import { alarmsOf, billsOf, labelsOf, nowOf, recallOf, type RulesOutcome } from './outcome.ts';
import { LABELS, params, type RulesSettings } from './params.ts';
import { MOST_RULES } from './rules.ts';
import { money, monthOf } from './say.ts';

type Seen = View<RulesSettings, RulesOutcome>;

/** How wide a side is, and from one line of words to the next. */
const [SIDE, LINE] = [150, 18];

/** One complete picture in one layout. */
export function draw(settings: RulesSettings, outcome: RulesOutcome, view: Seen): Drawing {
  const isWide = view.layout === 'wide';
  const { spam, genuine } = nowOf(outcome).learned;
  const learned = `${number(spam + genuine)} labels, ${number(spam)} spam`;
  const both = beside(
    isWide ? 26 : 20,
    panel({ title: 'Your rules', note: 'one word is enough' }, sideOf('rules', outcome, view)),
    waiting(panel({ title: 'The model', note: learned }, sideOf('model', outcome, view))),
  );
  const curve = waiting(curveOf(settings, outcome, view));
  const main = isWide ? beside(30, both, curve) : below(8, both, curve);
  const further = {
    whole: wordsOf(outcome, isWide ? 520 : 320),
    label: 'Each word of the rules, with messages that have it.',
  };
  // No number that a prediction asks for: the sentence below the figure has them.
  const label =
    'What the rules and what the model catch of 100 spam messages and hold back of 1,000 genuine ones, as squares; then what the model catches at the rules’ false alarms, by the number of labels.';
  const top = max(billsOf(outcome), ({ cost }) => cost.total) ?? 0;
  const [, most] = keptExtent([0, top], nice(0, top, 2), view.axes?.['cost']);
  return {
    ...drawing(main, label, undefined, further),
    axes: { cost: [0, most] },
    steps: [billOf(outcome, most, view.ghost), byVolume(outcome)],
  };
}

/** One side: a hundred spam messages, which stand for the figure where it is seen small, and a thousand genuine ones. */
function sideOf(side: 'rules' | 'model', outcome: RulesOutcome, { ghost }: Seen): Part {
  const fields = [
    ['cell-right', 100, 25, recallOf, '100 spam caught'],
    ['cell-wrong', 1000, 50, alarmsOf, '1,000 held back'],
  ] as const;
  const parts = fields.map(([look, all, columns, share, said]) => {
    const lay = { columns, pitch: SIDE / columns };
    const count = (run: RulesOutcome): number => Math.round(all * share(nowOf(run)[side]));
    const now = count(outcome);
    const { body, height } = squares(lay, { [look]: now, 'cell-quiet': all - now });
    const edge = ghostLine(ghost, (run) => squaresEdge(lay, count(run.outcome)));
    const told = part(SIDE, LINE, svg`<text y="13">${now} of ${said}</text>`);
    const still = { body, y: 0, width: SIDE, height };
    return below(1, told, { ...part(SIDE, height, svg`${body}${edge}`), still });
  });
  return below(6, ...parts);
}

/** What the model catches at the rules’ false alarms, as labels come: the mean of the draws, with the lowest and the highest of them. */
function curveOf(settings: RulesSettings, outcome: RulesOutcome, view: Seen): Part {
  const { overtakesAt: at, after } = outcome;
  return chart<RulesSettings, RulesOutcome>({
    title:
      at === null
        ? 'The model never catches more'
        : `The model catches more from ${number(at)} labels on`,
    note: `${after ? 'before the change, ' : ''}at the rules’ false alarms`,
    ...{ view, run: { settings, outcome }, right: 14, top: 22 },
    ...{ width: { wide: 324, narrow: 320 }, height: { wide: 190, narrow: 116 } },
    x: { extent: [LABELS[0], LABELS.at(-1) ?? 1], isLog: true, label: 'labelled messages' },
    y: { extent: [0, 1], ticks: 2, label: 'caught of 100', format: hundredths },
    marks: ({ outcome: { before, curve, overtakesAt: at, atRules } }) => {
      const caught = recallOf(before.rules);
      const by = (of: 'mean' | 'low' | 'high') =>
        curve.map((point) => [point.labels, point[of]] as const);
      return [
        at !== null && rule({ x: at }),
        line(by('mean'), { key: 'mean of 20 draws' }),
        line(by('low'), { look: 'hair' }),
        line(by('high'), { look: 'hair', key: 'their range' }),
        rule({ y: caught }, { look: 'sure-line', twice: true }),
        words(
          `rules ${hundredths(caught)}`,
          ({ y, right }, text) =>
            [-5, 15].map((down) => labelAt(text, right - 2, y(caught) + down, 'end')),
          { say: 'strong' },
        ),
        dots([[labelsOf(before), atRules]], { r: 4.5, twice: false, key: 'this one' }),
      ];
    },
  });
}

/** The words one by one: what each catches and holds back by itself, and a message of each kind. */
function wordsOf({ rules }: RulesOutcome, width: number): Part {
  const row = 64;
  const rows = rules.flatMap(({ word, caught, alarms, nearest, spam, genuine }, i) => {
    const counts = `${number(100 * caught)} of 100 spam, ${plain(1000 * alarms, 2)} of 1,000 genuine`;
    const lines = nearest
      ? [`${word}: not among the 400 words`, `Nearest: ${nearest.join(', ')}.`]
      : [
          `${word}: ${counts}`,
          spam ?? 'No spam message that may be shown has it.',
          genuine ?? 'No genuine message that may be shown has it.',
        ];
    return lines.map((line, j) => {
      const [look, x] = j === 0 ? ['words', 0] : ['soft words', 14];
      return svg`<text class="${look}" x="${x}" y="${13 + i * row + j * LINE}">${shortened(line, width - 14)}</text>`;
    });
  });
  const note = 'a spam message, then a genuine one; digits masked';
  const drawn = part(width, MOST_RULES * row, svg`${rows}`);
  return panel({ title: 'Word by word, in all messages', note }, drawn);
}

/** Parts of a cost, each with its look and its name, in the order in which they are drawn. */
const COSTS = [
  ['upkeep', 'cat-1', 'upkeep'],
  ['misses', 'cat-2', 'misses'],
  ['alarms', 'cat-3', 'false alarms'],
] as const;

/** A bar for each filter, of the three parts of its cost; `most` is the cost at which it is as long as it can be. */
function billOf(outcome: RulesOutcome, most: number, behind: Seen['ghost']): Step {
  const others = behind && billsOf(behind.outcome);
  const rows = billsOf(outcome).map(({ name, cost }, i): BarRow => {
    const bars = COSTS.map(([part, look]) => [cost[part], look] as const);
    return { name: `${name}: ${money(cost.total)}`, bars, was: others?.[i]?.cost.total };
  });
  const key = COSTS.map(([, look, words]) => ({ words, swatch: boxSwatch(look) }));
  const drawn = barRows(rows, { width: STEP_WIDTH, most, pitch: 36 }, behind);
  return toStep(panel({ title: 'A month', behind }, below(4, drawn, legend(key, STEP_WIDTH))), {
    name: 'bill',
    asks: 'What does a month cost with each of them?',
    label: 'What a month costs with the rules, with the model, and without a filter, as bars.',
    says: monthOf(outcome),
  });
}

/** Costs of a month against messages a month: upkeep is paid in any case, and each message adds its share of the rest. */
function byVolume(outcome: RulesOutcome): Step {
  const { min, max } = params.volume;
  const places = range(31).map((i) => min * (max / min) ** (i / 30));
  const lines = billsOf(outcome).map(({ name: key, look, cost: { upkeep, total } }) => {
    const each = (total - upkeep) / outcome.volume;
    const points = places.map((messages): Point => [messages, upkeep + each * messages]);
    return { key, look, points };
  });
  const [few, many] = [0, 30].map((i) => least(lines, ({ points }) => points[i]?.[1])?.key);
  return askedChart({
    name: 'volumes',
    asks: 'Which is cheapest if fewer messages come, or more?',
    label: 'What a month costs by the number of messages, as three lines.',
    says: `Cheapest at ${number(min)} messages a month: ${few}; at ${number(max)}: ${many}. Upkeep is paid however few messages come, and errors are paid one by one.`,
    title: 'By the number of messages',
    note: 'both scales logarithmic',
    x: { extent: [min, max], isLog: true, label: 'messages a month' },
    y: { extent: [1, 100_000], isLog: true, label: 'dollars a month' },
    marks: [
      rule({ x: outcome.volume }),
      ...lines.map(({ points, ...how }) => clamped(line(points, how))),
    ],
  });
}
