/** A few poisoned images: what they teach a model, what a test report shows of it, and what a defender can do. */
import type { Missing, Widget } from '../../kit/contract/widget.ts';
import { draw } from './figure.ts';
import type { PoisonOutcome } from './outcome.ts';
import { params } from './params.ts';
import { say, tabulate } from './say.ts';

const UNTRAINED: Missing = { why: 'the model has not been trained yet' };
const UNDEFENDED: Missing = { why: 'nothing is discarded without a defence' };

/** The widget `data-poisoning`: facts only; it runs in the lab. */
export const dataPoisoning: Widget<typeof params, PoisonOutcome> = {
  tag: 'data-poisoning',
  version: 1,
  title: 'A few poisoned images',
  params,
  presets: [
    { id: 'one', label: 'one image of 2,000', settings: {} },
    { id: 'flips', label: '50 wrong labels, no mark', settings: { attack: 'flip', poisoned: 50 } },
    { id: 'blend', label: 'faint noise on 20 images', settings: { attack: 'blend', poisoned: 20 } },
    {
      id: 'bench',
      label: 'the defender’s bench',
      settings: { poisoned: 20, defence: 'activations' },
    },
    {
      id: 'challenge',
      label: '12 of 2,000: find them',
      settings: { attack: 'unknown', poisoned: 12, defence: 'neighbours', discard: 100 },
    },
  ],
  runner: 'lab/data-poisoning',
  measures: {
    attackSuccess: {
      label: 'attack works',
      unit: 'share',
      digits: 0,
      of: ({ success, silent }) => success ?? (silent ? { why: silent } : UNTRAINED),
    },
    cleanAccuracy: {
      label: 'clean images read right',
      unit: 'share',
      digits: 0,
      better: 'more',
      of: ({ clean }) => clean ?? UNTRAINED,
    },
    poisonedImages: {
      label: 'poisoned images',
      digits: 0,
      of: ({ poisoned }) => poisoned,
    },
    discardedPoison: {
      label: 'poison discarded',
      unit: 'share',
      digits: 0,
      better: 'more',
      of: ({ bench, poisoned }) => {
        if (!bench) return UNDEFENDED;
        return poisoned > 0 ? bench.found / poisoned : { why: 'no image is poisoned' };
      },
    },
    discardedClean: {
      label: 'clean images discarded',
      unit: 'share',
      digits: 1,
      better: 'less',
      of: ({ bench, poisoned }) =>
        bench ? (bench.discarded - bench.found) / (2000 - poisoned) : UNDEFENDED,
    },
  },
  spreadMeasure: 'attackSuccess',
  draw,
  timeline: { kind: 'stages', label: ({ epochs }) => epochs },
  say,
  tabulate,
};
