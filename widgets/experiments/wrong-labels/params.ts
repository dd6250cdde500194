/** What can be set: how many labels there are and how many of them are wrong, how long is learned from them, and what is done about it. */
import { cells, readCells } from '../../controls/cells/pure/cells.ts';
import type { Settings, Table } from '#kit/contract';
import { choice, first, more, portion, revealed, seed, whole } from '#kit/contract';
import { EPOCHS, IMAGES, LINE_UP, SWAPPED } from './sizes.ts';

/** The parameter table of `wrong-labels`. */
export const params = {
  images: {
    ...first('Labelled images'),
    help: 'How many images the network learns from.',
    ...whole({ min: 50, max: IMAGES, step: 50, default: IMAGES }),
    spreadAt: [50, 100, 200, 400, 700, 1000],
  },
  wrongShare: {
    ...revealed('Share of wrong labels'),
    help: 'Of the labels that nobody has checked, so many are wrong: an exact count, each with another digit drawn at random.',
    ...portion({ min: 0, max: 0.8, step: 0.05, default: 0.4 }),
    spreadAt: [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8],
  },
  epochs: {
    ...revealed('Passes'),
    help: 'How often the network sees every image.',
    ...whole({ min: 1, max: EPOCHS, default: EPOCHS }),
    spreadAt: [2, 5, 12, 20, 30, 40],
  },
  trusted: {
    ...more('Labels known to be right'),
    help: 'The first so many images have been checked: none of their labels was wrong when it was given.',
    ...whole({ min: 0, max: IMAGES, step: 50, default: 0 }),
  },
  outdated: {
    ...more('Share from before the change'),
    help: `So many of the images were labelled before the names of ${SWAPPED[0]} and ${SWAPPED[1]} were swapped. Their labels were right when they were given.`,
    ...portion({ min: 0, max: 1, step: 0.05, default: 0 }),
  },
  suspects: {
    ...more('Who picks the suspects'),
    help: 'Labels are ranked by suspicion: by how surprised the network is by them, early (after 5 passes) or late (after the last); by networks that have not learned from them; by the ten most similar images; or by chance.',
    ...choice({
      none: 'nobody',
      early: 'the network, early',
      late: 'the network, late',
      crossValidated: 'five other networks',
      neighbours: 'ten similar images',
      random: 'chance',
    }),
  },
  checks: {
    ...more('Suspects dealt with'),
    help: 'How many labels, the most suspicious first, are checked by a person or dropped. Then the network is trained again.',
    ...whole({ min: 0, max: 500, step: 10, default: 200 }),
    spreadAt: [0, 50, 100, 200, 300, 500],
  },
  remedy: {
    ...more('What is done with them'),
    help: 'A person looks at them and puts wrong labels right; or they are dropped unseen.',
    ...choice({ check: 'checked by a person', drop: 'dropped' }),
  },
  hidden: {
    ...more('Hidden among 100'),
    help: 'The fifteen images of MNIST whose label few people agree with, among 85 others that the network has not seen: ordinary ones, or the oddest that there are.',
    ...choice({
      none: 'nothing',
      real: 'fifteen real errors among ordinary images',
      odd: 'the same among the oddest images',
    }),
  },
  marks: {
    ...cells({ label: 'Marked by you', place: 'none', grid: LINE_UP, default: '' }),
    say: (text: string) => `${readCells(LINE_UP, text).length} of 40 images`,
  },
  seed: seed(
    'Another seed is another split, other wrong labels, another start and another order of learning.',
    9999,
    5,
  ),
} as const satisfies Table;

/** Settings of one run. */
export type WrongSettings = Settings<typeof params>;

/** The places that the reader has marked. */
export function marksOf({ marks }: Pick<WrongSettings, 'marks'>): readonly number[] {
  return readCells(LINE_UP, marks);
}
