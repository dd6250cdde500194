/** What can be set: how many bits a weight has, where its levels lie, what is left out, and whose model it is. */
import type { Settings, Table } from '#kit/contract';
import { choice, first, more, portion, revealed, seed, whole } from '#kit/contract';
import { PLAIN_WIDTH } from '../../shared/network/taught-params.ts';
import { BOOK, FLOAT, LENDER, WIDTHS, read } from './lent.ts';

/** The parameter table of `shrink-it`. */
export const params = {
  bits: {
    ...first('Bits per weight'),
    help: 'With 32 bits each weight stays as it was trained. With fewer bits it goes to the nearest level: with 2 bits there are three, with 3 bits seven, with 4 bits 15 and so on, always with one at 0. With 1 bit there are two, one on each side of 0.',
    ...whole({ min: 1, max: FLOAT, default: FLOAT, unit: 'bits', scale: 'log' }),
    spreadAt: WIDTHS,
  },
  placing: {
    ...revealed('One range for'),
    help: 'The weights of a unit are those that lead into it.',
    ...choice({ perLayer: 'each layer', perChannel: 'each unit' }),
  },
  range: {
    ...revealed('Outermost levels'),
    help: 'At the largest weight, or where the squared error, added up over all weights that share the range, is least.',
    ...choice({ largest: 'at the largest weight', bestError: 'where the error is least' }),
  },
  prune: {
    ...more('Weights left out'),
    help: 'The share of all weights that is set to 0, the smallest first.',
    ...portion({ min: 0, max: 0.95, step: 0.05, default: 0 }),
    spreadAt: [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95],
  },
  retrain: {
    ...more('The weights that are left'),
    help: 'Training further takes as many steps again as the whole network took, on the same images. It has an effect only once weights have been left out.',
    ...choice({ 0: 'stay as they are', 1: 'are trained further' }),
  },
  width: {
    ...more('Hidden units'),
    help: 'A network with another number of units is trained from the start. A run of your own brings its own number.',
    ...whole({ min: 4, max: 128, default: PLAIN_WIDTH, scale: 'log' }),
    spreadAt: [4, 8, 16, 32, 64, 128],
    counts: { with: 'model', at: BOOK },
  },
  outlier: {
    ...more('An outlier'),
    help: 'Before anything else is done, the largest weight of the first layer is multiplied by this number.',
    ...whole({ min: 1, max: 16, default: 1, unit: 'times' }),
    spreadAt: [1, 2, 4, 8, 16],
  },
  model: {
    ...more('The model'),
    help: `The book’s network learned from all 2,500 labelled digits; a run of the experiment “${LENDER}” brings the network that it trained.`,
    kind: 'text',
    parse: (text: string) => read(text).text,
    options: [
      { value: BOOK, label: 'the book’s' },
      { value: `${LENDER}?labels=200`, label: 'one that saw 200 labels' },
      { value: `${LENDER}?features=strokes&labels=2500`, label: 'one that was shown strokes' },
    ],
    default: BOOK,
  },
  seed: {
    ...seed('Another seed trains another model, and tests it on other images.', 9999, 5),
    otherCases: true,
  },
} as const satisfies Table;

/** Settings of one run. */
export type ShrinkSettings = Settings<typeof params>;
