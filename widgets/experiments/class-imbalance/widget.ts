/** 99 % right, nothing learned: a spam filter where spam is rare, in training and in use. */
import { measure, modelUse, preset, share, type Widget } from '#kit/contract';
import { draw, edit } from './figure.ts';
import { prAuc, recallAt, rocAuc, type Standing } from './metrics.ts';
import { ALARM_RATE, costOfSilence, curveOf, standingOf, thresholdOf, useOf } from './outcome.ts';
import type { ImbalanceOutcome } from './outcome.ts';
import { modelKey, params } from './params.ts';
import { cases, say, tabulate } from './say.ts';

const MORE = { better: 'more' } as const;
const AREA = { digits: 3, ...MORE };
const LESS = { digits: 2, better: 'less' } as const;
const PRECISE = { digits: 2 };
const COST = { unit: '$', ...PRECISE };
const SILENCE = 'cost of 1,000 messages without any alarm';
const SILENT = { why: 'the filter raises no alarm, so none can be right or wrong' };

const standing = (name: keyof Standing) => (outcome: ImbalanceOutcome) =>
  standingOf(outcome)[name] ?? SILENT;
const caught = (outcome: ImbalanceOutcome): number => recallAt(curveOf(outcome), ALARM_RATE);

/** The widget `class-imbalance`: facts only; it runs in the lab. */
export const classImbalance: Widget<typeof params, ImbalanceOutcome> = {
  tag: 'class-imbalance',
  version: 1,
  title: '99 % right, nothing learned',
  params,
  presets: [
    preset('start', '30 spam messages to learn from, one in 500 in use', {}),
    preset('alarms', 'threshold for 0.5 % false alarms', { thresholdBy: 'alarms' }),
    preset('weights', 'class weights', { remedy: 'weights' }),
    preset('balanced', 'half of it spam in use, 520 spam messages to learn from', {
      trainingSpam: 520,
      deployedShare: 0.5,
    }),
    preset('rare', 'one in 10,000', { deployedShare: 0.0001, thresholdBy: 'alarms' }),
  ],
  runner: 'lab/class-imbalance',
  // Who moves the threshold by hand sets it by hand.
  follow: (settings, changed) =>
    changed === 'threshold' ? { ...settings, thresholdBy: 'hand' } : settings,
  edit,
  ...modelUse(modelKey, (settings, outcome) => ({
    ...outcome,
    use: useOf(settings, outcome.validation),
  })),
  measures: {
    accuracy: share('judged right', standing('accuracy'), { ...PRECISE, ...MORE }),
    baselineAccuracy: share('judged right without any alarm', (o) => 1 - o.use.share, PRECISE),
    precision: share('real among the alarms (precision)', standing('precision'), MORE),
    recall: share('caught of the spam (recall)', standing('recall'), MORE),
    f1: share('F1', standing('f1'), MORE),
    rocAuc: measure('area under the ROC curve', (o) => rocAuc(curveOf(o)), AREA),
    prAuc: measure('area under the precision-recall curve', (o) => prAuc(curveOf(o)), AREA),
    costPerThousand: measure('cost of 1,000 messages', standing('cost'), { ...COST, ...LESS }),
    baselineCostPerThousand: measure(SILENCE, costOfSilence, COST),
    falseAlarmRate: share('false alarms among genuine messages', standing('alarmRate'), LESS),
    recallAtAlarmRate: share('caught at 0.5 % false alarms among genuine messages', caught, MORE),
    thresholdUsed: measure('threshold in use', thresholdOf, { digits: 3 }),
  },
  spreadMeasure: 'recall',
  draw,
  timeline: { kind: 'stages', label: ({ epochs }) => epochs },
  say,
  tabulate,
  later: { name: 'cost', from: 3, cut: '; ' },
  cases,
};
