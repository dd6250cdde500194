/** What can be set: where the model learns, where it is used, and what is done about the difference. */
import type { Settings, Table } from '../../kit/contract/params.ts';

const sets = [
  { value: 'mnist', label: 'MNIST (United States)' },
  { value: 'semeion', label: 'Semeion (Italy)' },
  { value: 'optdigits', label: 'Optdigits (Turkey)' },
] as const;

/** The parameter table of `distribution-shift`. */
export const params = {
  testOn: {
    kind: 'choice',
    label: 'Used on',
    help: 'Abroad: digits of this set that no model has learned from.',
    place: 'first',
    options: sets,
    default: 'semeion',
  },
  trainOn: {
    kind: 'choice',
    label: 'Trained on',
    help: 'The home of the model: it learns from 1,150 digits of this set.',
    place: 'first',
    after: 'reveal',
    options: sets,
    default: 'mnist',
  },
  repair: {
    kind: 'choice',
    label: 'Repair',
    help: 'Crop every digit to its ink and stretch it over the image, at home and abroad alike; or go on training with some foreign digits that people have labelled.',
    place: 'first',
    after: 'reveal',
    options: [
      { value: 'none', label: 'none' },
      { value: 'preprocess', label: 'same crop and stretch' },
      { value: 'labels', label: 'foreign labels' },
    ],
    default: 'none',
  },
  foreignLabels: {
    kind: 'number',
    label: 'Foreign labels',
    help: 'How many foreign digits people label; they count only with the repair “foreign labels”, and are never among the digits tested on.',
    place: 'more',
    min: 0,
    max: 400,
    step: 10,
    whole: true,
    default: 100,
    spreadAt: [0, 25, 50, 100, 200, 400],
  },
  matrix: {
    kind: 'choice',
    label: 'Matrix',
    help: 'One model fills its own row; three models, one for each set, fill the matrix and take three times as long.',
    place: 'more',
    options: [
      { value: 'row', label: 'this model’s row' },
      { value: 'all', label: 'train all three models' },
    ],
    default: 'row',
  },
  seed: {
    kind: 'number',
    label: 'Seed',
    help: 'Another seed is another split, another start and another order of learning.',
    place: 'more',
    min: 1,
    max: 9999,
    step: 1,
    whole: true,
    default: 1,
    spreadAt: [1, 2, 3, 4, 5],
  },
} as const satisfies Table;

/** Settings of one run. */
export type ShiftSettings = Settings<typeof params>;
