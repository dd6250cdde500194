/** 99 % right, nothing learned: a spam filter where spam is rare, in training and in use. */
import type { Measure, Widget } from '../../kit/contract/widget.ts';
import { draw } from './figure.ts';
import { accuracy, f1, prAuc, recall, rocAuc } from './metrics.ts';
import { modelKey } from './training-sets.ts';
import {
  confusionOf,
  costsOf,
  operatingPoint,
  precisionOf,
  reused,
  thresholdOf,
  type ImbalanceOutcome,
} from './outcome.ts';
import { follow, params } from './params.ts';
import { say, tabulate } from './say.ts';

type Of = Measure<ImbalanceOutcome>['of'];

function share(
  label: string,
  digits: number,
  better: 'more' | 'less' | undefined,
  of: Of,
): Measure<ImbalanceOutcome> {
  return { label, unit: 'share', digits, ...(better && { better }), of };
}

/** The widget `class-imbalance`: facts only; it runs in the lab. */
export const classImbalance: Widget<typeof params, ImbalanceOutcome> = {
  tag: 'class-imbalance',
  version: 1,
  title: '99 % right, nothing learned',
  params,
  presets: [
    { id: 'start', label: '30 spam messages to learn from, one in 500 in use', settings: {} },
    {
      id: 'alarms',
      label: 'threshold for 0.5 % false alarms',
      settings: { thresholdBy: 'alarms' },
    },
    { id: 'weights', label: 'class weights', settings: { remedy: 'weights' } },
    {
      id: 'balanced',
      label: 'half of it spam in use, 520 spam messages to learn from',
      settings: { trainingSpam: 520, deployedShare: 0.5 },
    },
    {
      id: 'rare',
      label: 'one in 10,000',
      settings: { deployedShare: 0.0001, thresholdBy: 'alarms' },
    },
  ],
  runner: 'lab/class-imbalance',
  follow,
  reuse: reused,
  modelOf: modelKey,
  measures: {
    accuracy: share('judged right', 2, 'more', (outcome) => accuracy(confusionOf(outcome))),
    baselineAccuracy: share(
      'judged right without any alarm',
      2,
      undefined,
      (outcome) => 1 - outcome.use.share,
    ),
    precision: share('real among the alarms (precision)', 0, 'more', precisionOf),
    recall: share('caught of the spam (recall)', 0, 'more', (outcome) =>
      recall(confusionOf(outcome)),
    ),
    f1: share('F1', 0, 'more', (outcome) => f1(confusionOf(outcome))),
    rocAuc: {
      label: 'area under the ROC curve',
      digits: 3,
      better: 'more',
      of: (outcome) => rocAuc(outcome.test),
    },
    prAuc: {
      label: 'area under the precision-recall curve',
      digits: 3,
      better: 'more',
      of: (outcome) => prAuc(outcome.test, outcome.use.share),
    },
    costPerThousand: {
      label: 'cost of 1,000 messages',
      unit: '$',
      digits: 2,
      better: 'less',
      of: (outcome) => costsOf(outcome).filter,
    },
    baselineCostPerThousand: {
      label: 'cost of 1,000 messages without any alarm',
      unit: '$',
      digits: 2,
      of: (outcome) => costsOf(outcome).never,
    },
    falseAlarmRate: share(
      'false alarms among genuine messages',
      2,
      'less',
      (outcome) => operatingPoint(outcome).alarmRate,
    ),
    thresholdUsed: { label: 'threshold in use', digits: 3, of: thresholdOf },
  },
  spreadMeasure: 'recall',
  draw,
  timeline: { kind: 'stages', label: ({ epochs }) => epochs },
  say,
  tabulate,
};
