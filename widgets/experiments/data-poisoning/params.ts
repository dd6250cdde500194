/** What can be set: what the attacker does, what the defender does, and the seed. */
import { cells, readCells } from '../../controls/cells/pure/cells.ts';
import type { Settings, Table } from '#kit/contract';
import { choice, first, more, portion, revealed, seed, whole } from '#kit/contract';
import { GRID, LINE_UP, MOST_POISONED } from './sizes.ts';

const digits = Object.fromEntries([...'0123456789'].map((digit) => [digit, digit]));

/** The parameter table of `data-poisoning`. */
export const params = {
  poisoned: {
    ...first('Poisoned images'),
    help: 'How many of the 2,000 training images the attacker has changed. The first ten stay among the first twenty.',
    ...whole({ min: 0, max: MOST_POISONED, default: 1, scale: 'log' }),
    spreadAt: [0, 1, 2, 5, 10, 20, 50, 100],
  },
  patch: cells({
    ...revealed('Mark'),
    help: 'The pixels that the attacker fills with ink, nine at most.',
    grid: GRID,
    marks: { 'Corner square': 'm13n13m14n14', Cross: 'l2k3l3m3l4', Bar: 'd14e14f14g14h14i14' },
    counts: {
      with: 'attack',
      at: 'patch',
      says: 'Not used now: it counts only with the attack “painted mark”.',
    },
    default: 'm13n13m14n14',
  }),
  defence: {
    ...revealed('Defence'),
    help: 'How the defender ranks the training images by suspicion; the most suspicious are discarded, and the model is trained again.',
    ...choice({
      none: 'none',
      neighbours: 'nearest neighbours disagree',
      loss: 'highest loss after training',
      activations: 'activation outliers',
    }),
  },
  attack: {
    ...more('Attack'),
    help: 'A painted mark and a wrong label; a faint noise over the whole image and a wrong label; only a wrong label; or one drawn by the seed, which the page keeps to itself.',
    ...choice(
      {
        none: 'none',
        flip: 'wrong labels only',
        patch: 'painted mark',
        blend: 'blended noise',
        unknown: 'unknown to you',
      },
      'patch',
    ),
  },
  source: {
    ...more('From'),
    help: 'The digit whose images are poisoned.',
    ...choice(digits, '7'),
  },
  target: {
    ...more('To'),
    help: 'The digit that the attacker wants to be read, and writes on the poisoned images.',
    ...choice(digits, '1'),
  },
  opacity: {
    ...more('Opacity of the noise'),
    help: 'How much of a blended image is the attacker’s noise, in training and in use; it counts only with the attack “blended noise”.',
    ...portion({ min: 0.02, max: 0.5, step: 0.01, default: 0.1 }),
    spreadAt: [0.02, 0.05, 0.1, 0.15, 0.2, 0.3],
  },
  discard: {
    ...more('Images to discard'),
    help: 'How many of the most suspicious training images are thrown away before the model is trained again; it counts only with a defence.',
    ...whole({ min: 0, max: 400, default: 100, step: 10 }),
    spreadAt: [0, 20, 50, 100, 200, 400],
  },
  marks: {
    ...cells({ label: 'Thrown out by eye', place: 'none', grid: LINE_UP, default: '' }),
    say: (text: string) => `${readCells(LINE_UP, text).length} of ${LINE_UP.most} images`,
  },
  seed: seed(
    'Another seed is another split, other poisoned images, another start and another order of learning.',
    9999,
    5,
  ),
} as const satisfies Table;

/** Settings of one run. */
export type PoisonSettings = Settings<typeof params>;
