/** Six rules against labels: what each catches, what each costs, and what becomes of both when spam changes. */
import { measure, preset, share, type Missing, type Widget } from '#kit/contract';
import { draw } from './figure.ts';
import { alarmsOf, recallOf, type Both, type RulesOutcome } from './outcome.ts';
import { params } from './params.ts';
import { say, tabulate } from './say.ts';

const MORE = { better: 'more' } as const;
const FEW = { digits: 2, better: 'less' } as const;
const MONEY = { unit: '$', digits: 0, better: 'less' } as const;
const NEVER: Missing = { why: 'the model does not overtake the rules with up to 3,000 labels' };
const SAME: Missing = { why: 'nothing changes in this run' };

/** What is measured of rules and model in one world; where nothing changes, there is none after the change. */
const of =
  (when: 'before' | 'after', value: (both: Both) => number) =>
  (run: RulesOutcome): number | Missing => {
    const both = run[when];
    return both ? value(both) : SAME;
  };
const ruleRecall = ({ rules }: Both): number => recallOf(rules);
const modelRecall = ({ model }: Both): number => recallOf(model);
const ruleCost = ({ rules }: Both): number => rules.cost.total;
const modelCost = ({ model }: Both): number => model.cost.total;
const ratio = (both: Both): number => modelCost(both) / ruleCost(both);

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
    ruleRecall: share('caught by the rules', of('before', ruleRecall), MORE),
    ruleFalseAlarms: share('held back by the rules', ({ before }) => alarmsOf(before.rules), FEW),
    modelRecall: share('caught by the model', of('before', modelRecall), MORE),
    modelFalseAlarms: share('held back by the model', ({ before }) => alarmsOf(before.model), FEW),
    modelRecallAtRules: share(
      'caught by the model at the rules’ false alarms',
      ({ atRules }) => atRules,
      MORE,
    ),
    overtakesAt: measure('the model overtakes the rules at', (run) => run.overtakesAt ?? NEVER, {
      unit: 'labels',
    }),
    ruleRecallAfter: share('caught by the rules after the change', of('after', ruleRecall), MORE),
    modelRecallAfter: share('caught by the model after the change', of('after', modelRecall), MORE),
    noFilterCost: measure('a month without a filter', ({ noFilter }) => noFilter, MONEY),
    ruleCost: measure('a month with the rules', of('before', ruleCost), MONEY),
    modelCost: measure('a month with the model', of('before', modelCost), MONEY),
    ruleCostAfter: measure('a month with the rules after the change', of('after', ruleCost), MONEY),
    modelCostAfter: measure(
      'a month with the model after the change',
      of('after', modelCost),
      MONEY,
    ),
    costRatio: measure('cost, model to rules', of('before', ratio), { digits: 2 }),
    costRatioAfter: measure('after: cost, model to rules', of('after', ratio), { digits: 2 }),
  },
  spreadMeasure: 'modelRecall',
  draw,
  say,
  tabulate,
  later: { name: 'bill', from: 3, cut: ', and ' },
};
