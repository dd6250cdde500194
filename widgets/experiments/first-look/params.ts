/** What can be set: how much of a network there is, how far its input is off, and a digit of the reader's own. */
import { bitmap } from '../../controls/bitmap/pure/bitmap.ts';
import type { Settings, Table } from '#kit/contract';
import { first, more, revealed, seed, whole } from '#kit/contract';
import { PAD, SEVEN, WHOLE } from './sizes.ts';

/** The parameter table of `first-look`. */
export const params = {
  units: {
    ...first('Hidden units'),
    help: 'How large the network is: 32 is the whole one, 4 an eighth of it. Another size is trained anew.',
    ...whole({ min: 4, max: 64, step: 4, default: WHOLE, spreadAt: [4, 8, 16, 32, 64] }),
  },
  columns: {
    ...revealed('Columns off'),
    help: 'How far every digit is moved to the right before the network sees it; below 0, to the left.',
    ...whole({ min: -3, max: 3, default: 0 }),
  },
  drawing: bitmap({
    ...revealed('On the pad'),
    help: 'Clear it and draw a digit of your own. It is brought to the size and the place that MNIST’s digits have, then moved like all others.',
    ...PAD,
    default: SEVEN,
    stays: true,
  }),
  rows: {
    ...more('Rows off'),
    help: 'How far every digit is moved down before the network sees it; below 0, up.',
    ...whole({ min: -3, max: 3, default: 0 }),
  },
  seed: seed(
    'Another seed draws other digits to learn from, and starts from other weights.',
    9999,
    5,
  ),
} as const satisfies Table;

/** Settings of one run. */
export type FirstLookSettings = Settings<typeof params>;
/** How far digits are moved: to the right, and down. */
export type Move = Pick<FirstLookSettings, 'columns' | 'rows'>;
