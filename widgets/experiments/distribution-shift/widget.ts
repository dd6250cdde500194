/** A model goes abroad: trained on the digits of one country, used on those of another. */
import { share } from '../../kit/contract/shorthand.ts';
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
    homeAccuracy: share('right at home', ({ home }) => home.accuracy, { better: 'more' }),
    abroadAccuracy: share('right abroad', ({ abroad }) => abroad.accuracy, { better: 'more' }),
    homeConfidence: share('mean confidence at home', ({ home }) => home.confidence),
    abroadConfidence: share('mean confidence abroad', ({ abroad }) => abroad.confidence),
  },
  spreadMeasure: 'abroadAccuracy',
  draw,
  timeline: { kind: 'stages', label: ({ epochs }) => epochs },
  say,
  tabulate,
};
