/** What can be set: what is written and how, and which model reads it. */
import { bitmap } from '../../controls/bitmap/pure/bitmap.ts';
import type { NamedRun, Settings, Table } from '#kit/contract';
import { amount, choice, first, more, readRun } from '#kit/contract';
import { CALLED } from '../../shared/digits/sets.ts';
import { shiftParams, type ShiftSettings } from '../../shared/digits/shift.ts';
import { WRITTEN } from './written.ts';

/** The pad: three cells across for each pixel that the model sees. */
export const PAD = { columns: 24, rows: 24, levels: 6 };

const RUN = 'distribution-shift';
const read = (text: string): ReturnType<typeof readRun> => readRun(text, { [RUN]: shiftParams });
const written = Object.fromEntries(
  Object.entries(WRITTEN).map(([name, { label }]) => [name, label]),
);

/** The parameter table of `own-digit`. */
export const params = {
  digit: {
    ...first('Written by the page'),
    help: 'A digit in plain strokes; it is read until you draw one.',
    ...choice(written, '7'),
  },
  drawing: bitmap({
    ...first('Written by you'),
    help: 'Draw a digit as large as the pad. The model sees it as 8 × 8 greys.',
    ...PAD,
    default: '',
  }),
  cut: {
    ...first('Cut'),
    help: 'As MNIST cut its digits: proportions kept, the weight of the ink in the middle. As Semeion did: cropped to the ink and stretched.',
    ...choice({
      mnist: 'like MNIST',
      stretched: 'like Semeion: stretched',
      none: 'as it stands on the pad',
    }),
  },
  shift: {
    ...more('Shift'),
    help: 'How far the digit is moved to the right after the cut; below 0, to the left.',
    ...amount({ min: -3, max: 3, step: 0.25, unit: 'pixels', default: 0 }),
    spreadAt: [-3, -2.5, -2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 2.5, 3],
  },
  slant: {
    ...more('Slant'),
    help: 'How far the top leans to the right of the foot; below 0, to the left.',
    ...amount({ min: -6, max: 6, step: 0.5, unit: 'pixels', default: 0 }),
  },
  width: {
    ...more('Width'),
    help: 'How wide the digit is, against how it was written: 2 is twice as wide.',
    ...amount({ min: 0.5, max: 2, step: 0.1, unit: 'times', default: 1 }),
  },
  thickness: {
    ...more('Thickness'),
    help: 'How thick the pen of the page’s digits is; a drawing has the thickness that it has.',
    ...amount({ min: 0.4, max: 2.4, step: 0.1, unit: 'pixels', default: 1 }),
  },
  model: {
    ...more('The model learned from'),
    help: 'A run of the experiment “distribution-shift”: whose digits the model learned from, and how they were cut.',
    kind: 'text',
    parse: (text: string) => read(text).text,
    options: [
      { value: RUN, label: CALLED.mnist.from },
      { value: `${RUN}?trainOn=semeion`, label: CALLED.semeion.from },
      { value: `${RUN}?trainOn=optdigits`, label: CALLED.optdigits.from },
      { value: `${RUN}?repair=preprocess`, label: 'MNIST, stretched' },
    ],
    default: RUN,
  },
} as const satisfies Table;

/** Settings of one run. */
export type OwnDigitSettings = Settings<typeof params>;

/** The run whose model reads. */
export function modelOf({ model }: Pick<OwnDigitSettings, 'model'>): NamedRun & {
  readonly settings: ShiftSettings;
} {
  const { named } = read(model);
  return { ...named, settings: named.settings as ShiftSettings };
}

/** Who chooses a digit or a pen for it wants to see that, and not the drawing that is in its place. */
export function follow(settings: OwnDigitSettings, changed: string): OwnDigitSettings {
  return changed === 'digit' || changed === 'thickness' ? { ...settings, drawing: '' } : settings;
}
