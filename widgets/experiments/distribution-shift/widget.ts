/** A model goes abroad: trained on the digits of one country, used on those of another. */
import type { Widget } from '#kit/contract';
import { modelUse, preset, share } from '#kit/contract';
import { draw } from './figure.ts';
import type { ShiftOutcome } from './outcome.ts';
import { params } from './params.ts';
import { say, stageOf, tabulate } from './say.ts';
import { modelOf } from './sets.ts';

/** The widget `distribution-shift`: facts only; it runs in the lab. */
export const distributionShift: Widget<typeof params, ShiftOutcome> = {
  tag: 'distribution-shift',
  version: 2,
  title: 'A model goes abroad',
  params,
  presets: [
    preset('abroad', 'American model, Italian digits', {}),
    preset('same-crop', 'same crop and stretch', { repair: 'preprocess' }),
    preset('labels', 'Turkish model, 100 American labels', {
      trainOn: 'optdigits',
      testOn: 'mnist',
      repair: 'labels',
      foreignLabels: 100,
    }),
    preset('matrix', 'all nine pairs', { matrix: 'all' }),
  ],
  runner: 'lab/distribution-shift',
  ...modelUse(modelOf, ({ testOn }, outcome) => ({ ...outcome, ...outcome.usedOn[testOn] })),
  measures: {
    homeAccuracy: share('right at home', ({ home }) => home.accuracy, { better: 'more' }),
    abroadAccuracy: share('right abroad', ({ abroad }) => abroad.accuracy, { better: 'more' }),
    homeConfidence: share('mean confidence at home', ({ home }) => home.confidence),
    abroadConfidence: share('mean confidence abroad', ({ abroad }) => abroad.confidence),
  },
  spreadMeasure: 'abroadAccuracy',
  draw,
  timeline: { kind: 'stages', label: stageOf },
  say,
  tabulate,
};
