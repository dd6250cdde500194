/** The widget `new-classes`: facts only; it runs in the lab. */
import type { Widget } from '#kit/contract';
import { share } from '#kit/contract';
import { draw } from './figure.ts';
import { MEASURES, modelOf, usedBy, type NewClassesOutcome } from './outcome.ts';
import { params } from './params.ts';
import { say, tabulate } from './say.ts';

/** The widget `new-classes`. */
export const newClasses: Widget<typeof params, NewClassesOutcome> = {
  tag: 'new-classes',
  version: 1,
  title: 'Digits that it has never seen',
  params,
  presets: [],
  runner: 'lab/new-classes',
  reuse: usedBy,
  modelOf,
  measures: {
    accuracy: share('read right', MEASURES.accuracy, { better: 'more' }),
    oldAccuracy: share('0 to 7 read right', MEASURES.oldAccuracy, { better: 'more' }),
    newAccuracy: share('8 and 9 read right', MEASURES.newAccuracy, { better: 'more' }),
    oldConfidence: share('how sure of 0 to 7', MEASURES.oldConfidence),
    newConfidence: share('how sure of 8 and 9', MEASURES.newConfidence),
    oldAsked: share('0 to 7 sent to a person', MEASURES.oldAsked),
    newAsked: share('8 and 9 sent to a person', MEASURES.newAsked),
    asked: share('sent to a person', MEASURES.asked, { better: 'less' }),
    silentErrors: share('read wrong, and nobody asked', MEASURES.silentErrors, { better: 'less' }),
  },
  spreadMeasure: 'accuracy',
  draw,
  timeline: { kind: 'stages', label: ({ epochs }) => epochs },
  say,
  tabulate,
};
