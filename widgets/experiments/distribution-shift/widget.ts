/** A model goes abroad: trained on the digits of one country, used on those of another. */
import type { Widget } from '../../kit/contract/widget.ts';
import { draw } from './figure.ts';
import type { ShiftOutcome } from './outcome.ts';
import { params } from './params.ts';
import { say, tabulate } from './say.ts';

/** The widget `distribution-shift`: facts only; it runs in the lab. */
export const distributionShift: Widget<typeof params, ShiftOutcome> = {
  tag: 'distribution-shift',
  version: 1,
  title: 'A model goes abroad',
  params,
  presets: [
    { id: 'abroad', label: 'American model, Italian digits', settings: {} },
    { id: 'same-crop', label: 'same crop and stretch', settings: { repair: 'preprocess' } },
    {
      id: 'labels',
      label: 'Turkish model, 100 American labels',
      settings: { trainOn: 'optdigits', testOn: 'mnist', repair: 'labels', foreignLabels: 100 },
    },
    { id: 'matrix', label: 'all nine pairs', settings: { matrix: 'all' } },
  ],
  runner: 'lab/distribution-shift',
  measures: {
    homeAccuracy: {
      label: 'right at home',
      unit: 'share',
      digits: 0,
      better: 'more',
      of: (outcome) => outcome.home.accuracy,
    },
    abroadAccuracy: {
      label: 'right abroad',
      unit: 'share',
      digits: 0,
      better: 'more',
      of: (outcome) => outcome.abroad.accuracy,
    },
    homeConfidence: {
      label: 'mean confidence at home',
      unit: 'share',
      digits: 0,
      of: (outcome) => outcome.home.confidence,
    },
    abroadConfidence: {
      label: 'mean confidence abroad',
      unit: 'share',
      digits: 0,
      of: (outcome) => outcome.abroad.confidence,
    },
  },
  spreadMeasure: 'abroadAccuracy',
  draw,
  timeline: { kind: 'stages', label: ({ epochs }) => epochs },
  say,
  tabulate,
};
