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
const SIDE = 150;
const LINE = 18;
/** A hundred spam messages, as they stand for the figure where it is seen small. */
const STILL = { columns: 20, pitch: 16 } as const;

/** One complete picture in one layout. */
export function draw(settings: RulesSettings, outcome: RulesOutcome, view: Seen): Drawing {
  const isWide = view.layout === 'wide';
  const { rules, model } = nowOf(outcome);
  const top = Math.max(rules.cost.total, model.cost.total, outcome.noFilter);
  const [, most] = keptExtent([0, top], nice(0, top, 2), view.axes?.['cost']);
  const both = beside(
    isWide ? 26 : 20,
    sideOf('rules', settings, outcome, view),
    waiting(sideOf('model', settings, outcome, view)),
  );
  const curve = waiting(curveOf(settings, outcome, view));
  const main = isWide ? beside(30, both, curve) : below(8, both, curve);
  const further = wordsOf(outcome, isWide ? 520 : 320);
  const caught = hundred(rules);
  const { body, height } = squares(STILL, { 'cell-right': caught, 'cell-quiet': 100 - caught });
  return {
    ...drawing(main, DESCRIBED, { body, y: 0, height }, { whole: further, label: FURTHER }),
    axes: { cost: [0, most] },
    steps: stepsOf(settings, outcome, most, view.ghost),
  };
}

/** One side under its name: a hundred spam messages and a thousand genuine ones. */
function sideOf(
  side: 'rules' | 'model',
  settings: RulesSettings,
  outcome: RulesOutcome,
  { layout, ghost: other }: Seen,
): Part {
  const { [side]: now, learned } = nowOf(outcome);
  const was = outcome.after && outcome.before[side];
  const field = (
    look: SquareLook,
    [columns, all]: readonly [number, number],
    count: (standing: Standing) => number,
    said: string,
  ): Part => {
    const lay = { columns, pitch: SIDE / columns };
    const drawn = squares(lay, { [look]: count(now), 'cell-quiet': all - count(now) });
    const edge = ghostLine(other, (run) => squaresEdge(lay, count(nowOf(run.outcome)[side])));
    const words = part(SIDE, LINE, svg`<text y="13">${count(now)} of ${said}</text>`);
    return below(1, words, { ...drawn, body: svg`${drawn.body}${edge}` });
  };
  const words = readRules(settings.rules).length;
  const [title, note] =
    side === 'rules'
      ? ['Your rules', words === 1 ? 'one word is enough' : `any of ${words} words`]
      : ['The model', `${number(labelsOf({ learned }))} labels, ${number(learned.spam)} spam`];
  const fields = below(
    6,
    field('cell-right', [25, 100], hundred, `100 spam${was ? `, was ${hundred(was)}` : ' caught'}`),
    field('cell-wrong', [layout === 'wide' ? 50 : 100, 1000], thousand, '1,000 held back'),
  );
  return panel({ title, note }, fields);
}

const hundred = (standing: Standing): number => Math.round(100 * recallOf(standing));
const thousand = (standing: Standing): number => Math.round(1000 * alarmsOf(standing));

/** What the model catches at the rules' false alarms, as labels come: the mean of the draws, with the lowest and the highest of them. */
function curveOf(settings: RulesSettings, outcome: RulesOutcome, view: Seen): Part {
  const before = outcome.after ? 'Before the change, at' : 'The model at';
  return chart<RulesSettings, RulesOutcome>({
    title: `${before} the rules’ false alarms`,
    note: 'mean of 20 draws; thin: their range; ● this one',
    view,
    run: { settings, outcome },
    width: { wide: 324, narrow: 320 },
    height: { wide: 206, narrow: 116 },
    right: 14,
    top: 22,
    x: { extent: [LABELS[0], LABELS.at(-1) ?? 1], isLog: true, label: 'labelled messages' },
    y: { extent: [0, 1], ticks: 2, label: 'caught of 100', format: hundredths },
    marks: (run) => {
      const { curve, overtakesAt, atRules } = run.outcome;
      const caught = recallOf(run.outcome.before.rules);
      const by = (of: 'mean' | 'low' | 'high') =>
        curve.map((point) => [point.labels, point[of]] as const);
      return [
        overtakesAt !== null && rule({ x: overtakesAt }),
        line(by('low'), { look: 'hair' }),
        line(by('high'), { look: 'hair' }),
        rule({ y: caught }, { look: 'sure-line', twice: true }),
        words(
          `rules ${hundredths(caught)}`,
          ({ y, right }, text) =>
            [-5, 15].map((down) => labelAt(text, right - 2, y(caught) + down, 'end')),
          { say: 'strong' },
        ),
        line(by('mean')),
        dots([[labelsOf(run.outcome.before), atRules]], { r: 4.5, twice: false }),
      ];
    },
  });
}

/** The words one by one: what each catches and holds back by itself, and a message of each kind. */
function wordsOf({ rules }: RulesOutcome, width: number): Part {
  const row = 64;
  const rows = rules.flatMap((rule, i) =>
    linesOf(rule).map(
      (words, j) =>
        svg`<text class="${j === 0 ? 'words' : 'soft words'}" x="${j === 0 ? 0 : 14}" y="${13 + i * row + j * LINE}">${shortened(words, width - 14)}</text>`,
    ),
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
