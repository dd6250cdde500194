/** What can be set: what the attacker does, what the defender does, and the seed. */
import { cells, type CellGrid } from '../../controls/cells/pure/cells.ts';
import type { Settings, Table } from '../../kit/contract/params.ts';

/** The image as cells to paint: one cell is one pixel. */
export const GRID: CellGrid = { columns: 14, rows: 14, most: 9 };
/** The most images that an attacker can poison: 5 % of the training set. */
export const MOST_POISONED = 100;

const digits = Array.from({ length: 10 }, (_, digit) => ({
  value: String(digit),
  label: String(digit),
}));

/** The parameter table of `data-poisoning`. */
export const params = {
  poisoned: {
    kind: 'number',
    label: 'Poisoned images',
    help: 'How many of the 2,000 training images the attacker has changed. The first ten stay among the first twenty.',
    place: 'first',
    min: 0,
    max: MOST_POISONED,
    step: 1,
    whole: true,
    scale: 'log',
    default: 1,
    spreadAt: [0, 1, 2, 5, 10, 20, 50, 100],
  },
  patch: cells({
    label: 'Mark',
    help: 'The pixels that the attacker fills with ink, nine at most.',
    place: 'first',
    after: 'reveal',
    grid: GRID,
    default: 'm13n13m14n14',
  }),
  defence: {
    kind: 'choice',
    label: 'Defence',
    help: 'How the defender ranks the training images by suspicion; the most suspicious are discarded, and the model is trained again.',
    place: 'first',
    after: 'reveal',
    options: [
      { value: 'none', label: 'none' },
      { value: 'neighbours', label: 'nearest neighbours disagree' },
      { value: 'loss', label: 'highest loss after training' },
      { value: 'activations', label: 'activation outliers' },
    ],
    default: 'none',
  },
  attack: {
    kind: 'choice',
    label: 'Attack',
    help: 'A painted mark and a wrong label; a faint noise over the whole image and a wrong label; only a wrong label; or one drawn by the seed, which the page keeps to itself.',
    place: 'more',
    options: [
      { value: 'none', label: 'none' },
      { value: 'flip', label: 'wrong labels only' },
      { value: 'patch', label: 'painted mark' },
      { value: 'blend', label: 'blended noise' },
      { value: 'unknown', label: 'unknown to you' },
    ],
    default: 'patch',
  },
  source: {
    kind: 'choice',
    label: 'From',
    help: 'The digit whose images are poisoned.',
    place: 'more',
    options: digits,
    default: '7',
  },
  target: {
    kind: 'choice',
    label: 'To',
    help: 'The digit that the attacker wants to be read, and writes on the poisoned images.',
    place: 'more',
    options: digits,
    default: '1',
  },
  opacity: {
    kind: 'number',
    label: 'Opacity of the noise',
    help: 'How much of a blended image is the attacker’s noise, in training and in use; it counts only with the attack “blended noise”.',
    place: 'more',
    min: 0.02,
    max: 0.5,
    step: 0.01,
    default: 0.1,
    spreadAt: [0.02, 0.05, 0.1, 0.15, 0.2, 0.3],
  },
  discard: {
    kind: 'number',
    label: 'Images to discard',
    help: 'How many of the most suspicious training images are thrown away before the model is trained again; it counts only with a defence.',
    place: 'more',
    min: 0,
    max: 400,
    step: 10,
    whole: true,
    default: 100,
    spreadAt: [0, 20, 50, 100, 200, 400],
  },
  seed: {
    kind: 'number',
    label: 'Seed',
    help: 'Another seed is another split, other poisoned images, another start and another order of learning.',
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
export type PoisonSettings = Settings<typeof params>;
