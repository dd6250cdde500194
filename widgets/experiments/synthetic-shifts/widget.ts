/** The widget `synthetic-shifts`: facts only. */
import type { Missing, Widget } from '#kit/contract';
import { measure, preset, share } from '#kit/contract';
import { draw } from './figure.ts';
import { DAYS, type ShiftedOutcome } from './outcome.ts';
import { params } from './params.ts';
import { say, tabulate } from './say.ts';

const LEARNING: Missing = { why: 'the model is still learning' };

/** The widget `synthetic-shifts`. */
export const syntheticShifts: Widget<typeof params, ShiftedOutcome> = {
  tag: 'synthetic-shifts',
  version: 2,
  title: 'Shifts made to order',
  params,
  presets: [
    preset('quarter', 'A quarter turn', { shift: 'turn', amount: 50 }),
    preset('two-pixels', 'Two pixels to the right', { shift: 'move', amount: 50 }),
    preset('inverted', 'Ink and paper swapped', { shift: 'invert', amount: 100 }),
    preset('dimmed', 'Half the ink', { shift: 'dim', amount: 50 }),
  ],
  runner: 'lab/synthetic-shifts',
  answers: 'at once',
  models: ['distribution-shift'],
  measures: {
    accuracy: share('read right', (run) => atAmount(run, 'accuracy'), { better: 'more' }),
    confidence: share('mean confidence', (run) => atAmount(run, 'confidence')),
    cost: share(
      'points lost',
      ({ curve }) => {
        const [first, last] = [curve[0], curve.at(-1)];
        return first && last ? first.accuracy - last.accuracy : LEARNING;
      },
      { isDifference: true, digits: 1 },
    ),
    ringing: share('days it rings', (run) => onDays(run, 'these', 'rang', DAYS)),
    falseAlarms: share('ordinary days it rings', (run) => onDays(run, 'ordinary', 'rang', DAYS), {
      better: 'less',
    }),
    psi: measure('mean PSI', (run) => onDays(run, 'these', 'psi'), { digits: 3 }),
    ks: measure('mean KS distance', (run) => onDays(run, 'these', 'ks'), { digits: 3 }),
    ordinaryPsi: measure('mean PSI of ordinary days', (run) => onDays(run, 'ordinary', 'psi'), {
      digits: 3,
    }),
  },
  spreadMeasure: 'accuracy',
  draw,
  say,
  tabulate,
};

function atAmount({ curve }: ShiftedOutcome, of: 'accuracy' | 'confidence'): number | Missing {
  return curve.at(-1)?.[of] ?? LEARNING;
}

/** A count of days as a share of so many, or a mean over them. */
function onDays(
  { alarm }: ShiftedOutcome,
  which: 'ordinary' | 'these',
  of: 'rang' | 'psi' | 'ks',
  all = 1,
): number | Missing {
  return alarm ? alarm[which][of] / all : LEARNING;
}
