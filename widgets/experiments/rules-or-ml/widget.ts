/** Six rules against labels: what each catches, what each costs, and what becomes of both when spam changes. */
import type { Missing, Widget } from '#kit/contract';
import { measure, preset, share } from '#kit/contract';
import { draw } from './figure.ts';
import { alarmsOf, recallOf, type RulesOutcome, type Standing } from './outcome.ts';
import { params } from './params.ts';
import { say, tabulate } from './say.ts';

const MORE = { better: 'more' } as const;
const FEW = { digits: 2, better: 'less' } as const;
const MONEY = { unit: '$', digits: 0, better: 'less' } as const;
const SAME: Missing = { why: 'nothing changes in this run' };
const NEVER: Missing = { why: 'the model does not overtake the rules with up to 3,000 labels' };

/** Something of what stands after the change. */
const afterwards =
  (side: 'rules' | 'model', of: (standing: Standing) => number) =>
  ({ after }: RulesOutcome): number | Missing =>
    after ? of(after[side]) : SAME;
const costOf = ({ cost }: Standing): number => cost.total;
const ratio = ({ rules, model }: { rules: Standing; model: Standing }): number =>
  costOf(model) / costOf(rules);

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
    overtakesAt: measure(
      'the model overtakes the rules at',
      ({ overtakesAt }) => overtakesAt ?? NEVER,
      {
        unit: 'labels',
      },
    ),
    ruleRecallAfter: share(
      'caught by the rules after the change',
      afterwards('rules', recallOf),
      MORE,
    ),
    modelRecallAfter: share(
      'caught by the model after the change',
      afterwards('model', recallOf),
      MORE,
    ),
    noFilterCost: measure('a month without a filter', ({ noFilter }) => noFilter, MONEY),
    ruleCost: measure('a month with the rules', ({ before }) => costOf(before.rules), MONEY),
    modelCost: measure('a month with the model', ({ before }) => costOf(before.model), MONEY),
    ruleCostAfter: measure(
      'a month with the rules after the change',
      afterwards('rules', costOf),
      MONEY,
    ),
    modelCostAfter: measure(
      'a month with the model after the change',
      afterwards('model', costOf),
      MONEY,
    ),
    costRatio: measure('cost, model to rules', ({ before }) => ratio(before), {
      digits: 2,
    }),
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
  later: { name: 'bill', from: 3, cut: ', and ', what: 'What a month costs' },
};
