/** The figure: rules and model side by side, as squares; then how the model overtakes as labels come; below, words; prices when they are asked for. */
import { nice } from 'd3-array';
import type { View } from '#kit/contract';
import type { Drawing, Part, SquareLook } from '#kit/draw';
import { below, beside, chart, dots, drawing, ghostLine, hundredths, keptExtent } from '#kit/draw';
import { labelAt, line, number, panel, part, rule, shortened, squares } from '#kit/draw';
import { squaresEdge, svg, waiting, words } from '#kit/draw';
import { stepsOf } from './figure-costs.ts';
import { alarmsOf, labelsOf, nowOf, recallOf } from './outcome.ts';
import type { Rule, RulesOutcome, Standing } from './outcome.ts';
import { LABELS, type RulesSettings } from './params.ts';
import { MOST_RULES, readRules } from './rules.ts';

type Seen = View<RulesSettings, RulesOutcome>;

// No number that a prediction asks for: the sentence below the figure has them.
const DESCRIBED =
  'What the rules and what the model catch of 100 spam messages and hold back of 1,000 genuine ones, as squares; then what the model catches at the rules’ false alarms, by the number of labels.';
const FURTHER = 'Each word of the rules, with messages that have it.';
/** How wide a side is, and from one line of words to the next. */
const [SIDE, LINE] = [150, 18];

/** One complete picture in one layout. */
export function draw(settings: RulesSettings, outcome: RulesOutcome, view: Seen): Drawing {
  const isWide = view.layout === 'wide';
  const both = beside(
    isWide ? 26 : 20,
    sideOf('rules', settings, outcome, view),
    waiting(sideOf('model', settings, outcome, view)),
  );
  const curve = waiting(curveOf(settings, outcome, view));
  const main = isWide ? beside(30, both, curve) : below(8, both, curve);
  const further = { whole: wordsOf(outcome, isWide ? 520 : 320), label: FURTHER };
  const { rules, model } = nowOf(outcome);
  const top = Math.max(rules.cost.total, model.cost.total, outcome.noFilter);
  const [, most] = keptExtent([0, top], nice(0, top, 2), view.axes?.['cost']);
  return {
    ...drawing(main, DESCRIBED, undefined, further),
    axes: { cost: [0, most] },
    steps: stepsOf(outcome, most, view.ghost),
  };
}

/** One side under its name: a hundred spam messages, which stand for the figure where it is seen small, and a thousand genuine ones. */
function sideOf(
  side: 'rules' | 'model',
  settings: RulesSettings,
  outcome: RulesOutcome,
  { layout, ghost: other }: Seen,
): Part {
  const { [side]: now, learned } = nowOf(outcome);
  const field = (
    look: SquareLook,
    [all, columns]: readonly [number, number],
    count: (standing: Standing) => number,
    said: string,
  ): Part => {
    const lay = { columns, pitch: SIDE / columns };
    const drawn = squares(lay, { [look]: count(now), 'cell-quiet': all - count(now) });
    const edge = ghostLine(other, (run) => squaresEdge(lay, count(nowOf(run.outcome)[side])));
    const words = part(SIDE, LINE, svg`<text y="13">${count(now)} of ${said}</text>`);
    const still = { body: drawn.body, y: 0, width: SIDE, height: drawn.height };
    return below(1, words, { ...drawn, body: svg`${drawn.body}${edge}`, still });
  };
  const was = outcome.after ? `, was ${hundred(outcome.before[side])}` : ' caught';
  const words = readRules(settings.rules).length;
  const [title, note] =
    side === 'rules'
      ? ['Your rules', words === 1 ? 'one word is enough' : `any of ${words} words`]
      : ['The model', `${number(labelsOf({ learned }))} labels, ${number(learned.spam)} spam`];
  // Larger where there is room beside the curve.
  const [few, many] = layout === 'wide' ? [20, 40] : [25, 50];
  const fields = below(
    6,
    field('cell-right', [100, few], hundred, `100 spam${was}`),
    field('cell-wrong', [1000, many], thousand, '1,000 held back'),
  );
  return panel({ title, note }, fields);
}

const hundred = (standing: Standing): number => Math.round(100 * recallOf(standing));
const thousand = (standing: Standing): number => Math.round(1000 * alarmsOf(standing));

/** What the model catches at the rules’ false alarms, as labels come: the mean of the draws, with the lowest and the highest of them. */
function curveOf(settings: RulesSettings, outcome: RulesOutcome, view: Seen): Part {
  const { overtakesAt, after } = outcome;
  return chart<RulesSettings, RulesOutcome>({
    title:
      overtakesAt === null
        ? 'The model never catches more'
        : `The model catches more from ${number(overtakesAt)} labels on`,
    note: `${after ? 'before the change, ' : ''}at the rules’ false alarms`,
    view,
    run: { settings, outcome },
    width: { wide: 324, narrow: 320 },
    height: { wide: 190, narrow: 116 },
    right: 14,
    top: 22,
    x: { extent: [LABELS[0], LABELS.at(-1) ?? 1], isLog: true, label: 'labelled messages' },
    y: { extent: [0, 1], ticks: 2, label: 'caught of 100', format: hundredths },
    marks: ({ outcome: run }) => {
      const caught = recallOf(run.before.rules);
      const by = (of: 'mean' | 'low' | 'high') =>
        run.curve.map((point) => [point.labels, point[of]] as const);
      return [
        run.overtakesAt !== null && rule({ x: run.overtakesAt }),
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
        dots([[labelsOf(run.before), run.atRules]], { r: 4.5, twice: false, key: 'this one' }),
      ];
    },
  });
}

/** The words one by one: what each catches and holds back by itself, and a message of each kind. */
function wordsOf({ rules }: RulesOutcome, width: number): Part {
  const row = 64;
  const rows = rules.flatMap((rule, i) =>
    linesOf(rule).map((line, j) => {
      const [look, x] = j === 0 ? ['words', 0] : ['soft words', 14];
      return svg`<text class="${look}" x="${x}" y="${13 + i * row + j * LINE}">${shortened(line, width - 14)}</text>`;
    }),
  );
  const title = rules.length === 0 ? 'No word, no rule' : 'Word by word, in all messages';
  const note = 'a spam message, then a genuine one; digits masked';
  return panel({ title, note }, part(width, MOST_RULES * row, svg`${rows}`));
}

function linesOf({ word, caught, alarms, nearest, spam, genuine }: Rule): readonly string[] {
  if (nearest) {
    const near = `Nearest: ${nearest.join(', ')}.`;
    return [`${word}: not among the 400 words`, near, 'It catches nothing.'];
  }
  const held = number(1000 * alarms, alarms > 0 && alarms < 0.01 ? 1 : 0);
  const none = alarms > 0 ? 'None of the genuine ones may be shown.' : 'No genuine message has it.';
  return [
    `${word}: ${number(100 * caught)} of 100 spam, ${held} of 1,000 genuine`,
    spam ?? (caught > 0 ? 'None of these may be shown.' : 'No spam message has it.'),
    genuine ?? none,
  ];
}
