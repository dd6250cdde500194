/** A few poisoned images: what they teach a model, what a test report shows of it, and what a defender can do. */
import { measure, modelUse, preset, share, type Missing, type Widget } from '#kit/contract';
import { draw, edit } from './figure.ts';
import type { PoisonOutcome } from './outcome.ts';
import { params, type PoisonSettings } from './params.ts';
import { say, tabulate } from './say.ts';

const UNTRAINED: Missing = { why: 'the model has not been trained yet' };
const MORE = { better: 'more' } as const;
const UNDEFENDED: Missing = { why: 'nothing is discarded without a defence' };

function poisonFound({ bench, poisoned }: PoisonOutcome): number | Missing {
  if (!bench) return UNDEFENDED;
  return poisoned > 0 ? bench.found / poisoned : { why: 'no image is poisoned' };
}

/** What the reader marks changes nothing that is learned. */
function modelOf({ marks: _, ...settings }: PoisonSettings): string {
  return JSON.stringify(Object.entries(settings).toSorted());
}

/** The widget `data-poisoning`: facts only; it runs in the lab. */
export const dataPoisoning: Widget<typeof params, PoisonOutcome> = {
  tag: 'data-poisoning',
  version: 1,
  title: 'A few poisoned images',
  params,
  presets: [
    preset('one', 'one image of 2,000', {}),
    preset('flips', '50 wrong labels, no mark', { attack: 'flip', poisoned: 50 }),
    preset('blend', 'faint noise on 20 images', { attack: 'blend', poisoned: 20 }),
    preset('bench', 'the defender’s bench', { poisoned: 20, defence: 'activations' }),
    preset('challenge', '12 of 2,000: find them', {
      attack: 'unknown',
      poisoned: 12,
      defence: 'neighbours',
    }),
  ],
  runner: 'lab/data-poisoning',
  edit,
  ...modelUse(modelOf, (_, outcome) => outcome),
  measures: {
    attackSuccess: share(
      'attack works',
      ({ success, silent }) => success ?? (silent ? { why: silent } : UNTRAINED),
    ),
    cleanAccuracy: share('clean images read right', ({ clean }) => clean ?? UNTRAINED, MORE),
    poisonedImages: measure('poisoned images', ({ poisoned }) => poisoned),
    discardedPoison: share('poison discarded', poisonFound, MORE),
    discardedClean: share(
      'clean images discarded',
      ({ bench, poisoned }) =>
        bench ? (bench.discarded - bench.found) / (2000 - poisoned) : UNDEFENDED,
      { digits: 1, better: 'less' },
    ),
  },
  spreadMeasure: 'attackSuccess',
  draw,
  timeline: { kind: 'stages', label: ({ epochs }) => epochs },
  say,
  tabulate,
};
