/** Six rules against labels: what each catches, what each costs, and what becomes of both when spam changes. */
import type { Missing, Widget } from '#kit/contract';
import { measure, preset, share } from '#kit/contract';
import { draw } from './figure.ts';
import { alarmsOf, recallOf, type Both, type RulesOutcome, type Standing } from './outcome.ts';
import { params } from './params.ts';
import { say, tabulate } from './say.ts';

const MORE = { better: 'more' } as const;
const FEW = { digits: 2, better: 'less' } as const;
const MONEY = { unit: '$', digits: 0, better: 'less' } as const;
const SAME: Missing = { why: 'nothing changes in this run' };
const NEVER: Missing = { why: 'the model does not overtake the rules with up to 3,000 labels' };

/** The name of a measure after the change, and its value where there is one. */
const after = (label: string, of: (after: Both) => number) =>
  [`${label} after the change`, ({ after }: RulesOutcome) => (after ? of(after) : SAME)] as const;
const costOf = ({ cost }: Standing): number => cost.total;
const ratio = ({ rules, model }: Both): number => costOf(model) / costOf(rules);

/** The widget `rules-or-ml`: facts only. */
export const rulesOrMl: Widget<typeof params, RulesOutcome> = {
  tag: 'rules-or-ml',
  version: 2,
  title: 'Rules against labels',
  params,
  presets: [
    preset('loud', 'six loud words, 30 labels', {}),
    preset('number', 'one rule: a long number', { rules: '#####' }),
    preset('kind', 'a new kind of spam', { labels: 400, change: 'newKind' }),
  ],
  runner: 'sim/rules-or-ml',
  measures: {
    ruleRecall: share('caught by the rules', ({ before }) => recallOf(before.rules), MORE),
    ruleFalseAlarms: share('held back by the rules', ({ before }) => alarmsOf(before.rules), FEW),
    modelRecall: share('caught by the model', ({ before }) => recallOf(before.model), MORE),
    modelFalseAlarms: share('held back by the model', ({ before }) => alarmsOf(before.model), FEW),
    modelRecallAtRules: share(
      'caught by the model at the rules’ false alarms',
      ({ atRules }) => atRules,
      MORE,
    ),
    overtakesAt: measure('the model overtakes the rules at', (run) => run.overtakesAt ?? NEVER, {
      unit: 'labels',
    }),
    ruleRecallAfter: share(...after('caught by the rules', ({ rules }) => recallOf(rules)), MORE),
    modelRecallAfter: share(...after('caught by the model', ({ model }) => recallOf(model)), MORE),
    noFilterCost: measure('a month without a filter', ({ noFilter }) => noFilter, MONEY),
    ruleCost: measure('a month with the rules', ({ before }) => costOf(before.rules), MONEY),
    modelCost: measure('a month with the model', ({ before }) => costOf(before.model), MONEY),
    ruleCostAfter: measure(...after('a month with the rules', ({ rules }) => costOf(rules)), MONEY),
    modelCostAfter: measure(
      ...after('a month with the model', ({ model }) => costOf(model)),
      MONEY,
    ),
    costRatio: measure('cost, model to rules', ({ before }) => ratio(before), { digits: 2 }),
    costRatioAfter: measure(
      'after: cost, model to rules',
      ({ after }) => (after ? ratio(after) : SAME),
      { digits: 2 },
    ),
  },
  spreadMeasure: 'modelRecall',
  draw,
  say,
  tabulate,
  later: { name: 'bill', from: 3, cut: ', and ' },
};
