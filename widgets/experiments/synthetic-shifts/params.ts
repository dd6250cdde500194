/** What can be set: what changes and how far, how many digits a day brings, and what the alarm goes by. */
import type { Settings } from '#kit/contract';
import { choice, first, more, revealed, seed, whole } from '#kit/contract';

/** The parameter table of `synthetic-shifts`. */
export const params = {
  shift: {
    ...revealed('What changes'),
    help: 'Five changes of the pictures; then who sends digits; then what the digits mean.',
    ...choice(
      {
        turn: 'pictures: turned',
        move: 'pictures: moved',
        invert: 'pictures: inverted',
        noise: 'pictures: noisy',
        dim: 'pictures: dimmed',
        arrivals: 'only 0s and 6s arrive',
        labels: '1s and 7s swap meanings',
      },
      'noise',
    ),
  },
  amount: {
    ...first('How far'),
    help: 'At 0 nothing has changed. At 100 % pictures are upside down, moved by four pixels, black for white, under noise as strong as the ink, or blank.',
    ...whole({ min: 0, max: 100, step: 5, unit: '%', default: 0 }),
    spreadAt: [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100],
  },
  digits: {
    ...revealed('Digits a day'),
    help: 'How many digits the alarm sees before it decides whether to ring.',
    ...whole({ min: 50, max: 500, step: 50, default: 500 }),
    spreadAt: [50, 100, 200, 300, 400, 500],
  },
  watched: {
    ...more('The alarm watches'),
    help: 'The mean ink of each picture, or how sure the model is of each answer.',
    ...choice({ brightness: 'brightness', confidence: 'confidence' }),
  },
  rule: {
    ...more('It rings at'),
    help: 'PSI compares shares of ten bins, KS the two cumulative curves.',
    ...choice({ psi: 'PSI over 0.2', ks: 'KS, at the 5 % level' }),
  },
  seed: seed('Another seed is another split, another model and other days.', 9999, 5),
} as const;

/** Settings of one run. */
export type ShiftedSettings = Settings<typeof params>;
/** What the alarm goes by. */
export type Rule = ShiftedSettings['rule'];
/** What changes. */
export type Shift = ShiftedSettings['shift'];
