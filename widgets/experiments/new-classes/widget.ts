/** The widget `new-classes`: facts only; it runs in the lab. */
import type { Widget } from '#kit/contract';
import { share } from '#kit/contract';
import { draw } from './figure.ts';
import { askedOf, inAll, inNew, inOld, modelOf, rightIn, usedBy } from './outcome.ts';
import type { NewClassesOutcome } from './outcome.ts';
import { params } from './params.ts';
import { wrongFrom } from './reading.ts';
import { say, tabulate } from './say.ts';

const MORE = { better: 'more' } as const;
const LESS = { better: 'less' } as const;

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
    accuracy: share('read right', (run) => inAll(run, rightIn), MORE),
    oldAccuracy: share('0 to 7 read right', (run) => inOld(run, rightIn), MORE),
    newAccuracy: share('8 and 9 read right', (run) => inNew(run, rightIn), MORE),
    oldConfidence: share('how sure of 0 to 7', (run) => inOld(run, ({ sure }) => sure)),
    newConfidence: share('how sure of 8 and 9', (run) => inNew(run, ({ sure }) => sure)),
    oldAsked: share('0 to 7 sent to a person', (run) => inOld(run, askedOf(run))),
    newAsked: share('8 and 9 sent to a person', (run) => inNew(run, askedOf(run))),
    asked: share('sent to a person', (run) => inAll(run, askedOf(run)), LESS),
    silentErrors: share(
      'read wrong, and nobody asked',
      (run) => inAll(run, (group) => wrongFrom(group, run.use.askBelow)),
      LESS,
    ),
  },
  spreadMeasure: 'accuracy',
  draw,
  timeline: { kind: 'stages', label: ({ epochs }) => epochs },
  say,
  tabulate,
};
