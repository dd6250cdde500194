/** The widget `synthetic-shifts`: facts only. */
import type { Missing, Widget } from '#kit/contract';
import { measure, preset, share } from '#kit/contract';
import { draw } from './figure.ts';
import { DAYS, type Point, type Rung, type ShiftedOutcome } from './outcome.ts';
import { params } from './params.ts';
import { say, tabulate } from './say.ts';

const LEARNING: Missing = { why: 'the model is still learning' };

/** The widget `synthetic-shifts`. */
export const syntheticShifts: Widget<typeof params, ShiftedOutcome> = {
  tag: 'synthetic-shifts',
  version: 1,
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
    accuracy: share(
      'read right',
      atAmount(({ accuracy }) => accuracy),
      { better: 'more' },
    ),
    confidence: share(
      'mean confidence',
      atAmount(({ confidence }) => confidence),
    ),
    cost: share(
      'points lost',
      ({ curve }) =>
        atAmount(({ accuracy }) => (curve[0]?.accuracy ?? accuracy) - accuracy)({ curve }),
      { isDifference: true, digits: 1 },
    ),
    ringing: share(
      'days it rings',
      onDays('these', ({ rang }) => rang / DAYS),
    ),
    falseAlarms: share(
      'ordinary days it rings',
      onDays('ordinary', ({ rang }) => rang / DAYS),
      {
        better: 'less',
      },
    ),
    psi: measure(
      'mean PSI',
      onDays('these', ({ psi }) => psi),
      { digits: 3 },
    ),
    ks: measure(
      'mean KS distance',
      onDays('these', ({ ks }) => ks),
      { digits: 3 },
    ),
    ordinaryPsi: measure(
      'mean PSI of ordinary days',
      onDays('ordinary', ({ psi }) => psi),
      {
        digits: 3,
      },
    ),
  },
  spreadMeasure: 'accuracy',
  draw,
  say,
  tabulate,
};

function atAmount(of: (point: Point) => number) {
  return ({ curve }: Pick<ShiftedOutcome, 'curve'>): number | Missing => {
    const now = curve.at(-1);
    return now ? of(now) : LEARNING;
  };
}

function onDays(which: 'ordinary' | 'these', of: (rung: Rung) => number) {
  return ({ alarm }: ShiftedOutcome): number | Missing => (alarm ? of(alarm[which]) : LEARNING);
}
