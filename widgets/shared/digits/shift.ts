/** A model of digits that goes abroad, for its own experiment and for those that ask for one: where it learns, where it is used, what is done about the difference. */
import type { Settings, Table } from '#kit/contract';
import { choice, first, more, revealed, seed, whole } from '#kit/contract';
import { CALLED, perSet } from './sets.ts';

const sets = perSet((set) => CALLED[set].from);

/** What such a model can be set to. */
export const shiftParams = {
  testOn: {
    ...first('Used on'),
    help: 'Abroad: digits of this set that no model has learned from.',
    ...choice(sets, 'semeion'),
  },
  trainOn: {
    ...revealed('Trained on'),
    help: 'The home of the model: it learns from 1,150 digits of this set.',
    ...choice(sets, 'mnist'),
  },
  repair: {
    ...revealed('Repair'),
    help: 'Crop every digit to its ink and stretch it over the image, at home and abroad alike; or go on training with some foreign digits that people have labelled.',
    ...choice(
      { none: 'none', preprocess: 'same crop and stretch', labels: 'foreign labels' },
      'none',
    ),
  },
  foreignLabels: {
    ...more('Foreign labels'),
    help: 'How many foreign digits people label; they count only with the repair “foreign labels”, and are never among the digits tested on.',
    ...whole({ min: 0, max: 400, default: 100 }),
    step: 10,
    spreadAt: [0, 25, 50, 100, 200, 400],
  },
  matrix: {
    ...more('Matrix'),
    help: 'One model fills its own row; three models, one for each set, fill the matrix and take three times as long.',
    ...choice({ row: 'this model’s row', all: 'train all three models' }, 'row'),
  },
  seed: seed(
    'Another seed is another split, another start and another order of learning.',
    9999,
    5,
  ),
} as const satisfies Table;

/** Settings of such a model. */
export type ShiftSettings = Settings<typeof shiftParams>;
