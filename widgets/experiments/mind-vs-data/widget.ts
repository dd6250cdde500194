/** The widget `mind-vs-data`: facts only. */
import type { Widget } from '#kit/contract';
import { ifKnown, measure, share } from '#kit/contract';
import { draw } from './figure.ts';
import {
  advantageOf,
  errorOf,
  labelsToMatch,
  paid,
  plainErrorOf,
  slopeOf,
  type MindOutcome,
} from './outcome.ts';
import { params } from './params.ts';
import { say, tabulate } from './say.ts';

const LESS = { digits: 1, better: 'less' } as const;
/** Between these numbers of labels slopes are taken. */
const [FEW, SOME, MANY] = [50, 400, 2500] as const;

/** The widget `mind-vs-data`. */
export const mindVsData: Widget<typeof params, MindOutcome> = {
  tag: 'mind-vs-data',
  version: 1,
  title: 'Two budgets',
  params,
  presets: [],
  runner: 'sim/mind-vs-data',
  answers: 'when asked',
  measures: {
    error: share('read wrong', errorOf, LESS),
    coins: measure('coins paid', paid, { digits: 1, better: 'less' }),
    slopeFew: measure('power of the labels, 50 to 400', ({ own }) => slopeOf(own, FEW, SOME), {
      digits: 2,
    }),
    slopeMany: measure('power of the labels, 400 to 2,500', ({ own }) => slopeOf(own, SOME, MANY), {
      digits: 2,
    }),
    labelsToMatch: measure('the plain network does as well with', labelsToMatch, {
      unit: 'labels',
      figures: 2,
    }),
    extraLabels: measure(
      'further labels that this is worth',
      (outcome) => ifKnown(labelsToMatch(outcome), (labels) => labels - outcome.labels),
      { unit: 'labels', figures: 2 },
    ),
    plainError: share('read wrong by the plain network', plainErrorOf, LESS),
    advantage: share('fewer read wrong than by the plain network', advantageOf, {
      digits: 1,
      isDifference: true,
      better: 'more',
    }),
    multiplications: measure('multiplications', ({ multiplications }) => multiplications / 1e6, {
      unit: 'million',
      figures: 2,
    }),
  },
  spreadMeasure: 'error',
  draw,
  timeline: {
    kind: 'stages',
    label: ({ epochs: { done, planned } }) => `${done} of ${planned} points measured`,
  },
  say,
  tabulate,
};
