/** What can be set: the one thing that is changed, how fast is learned, and which colleague is thought to have changed what. */
import { cards, readCards, type Named } from '../../controls/cards/pure/cards.ts';
import type { Settings, Table } from '#kit/contract';
import { amount, choice, more, revealed, seed, whole } from '#kit/contract';

/** What may be changed, in the order of menus and cards. */
export const SUSPECTS = {
  firstWeights: 'other first weights',
  order: 'another order of the rows',
  rowMissing: 'one row is missing',
  moved: 'one row moved to the end',
  labelWrong: 'one label is wrong',
  pixels15: 'pixels divided by 15, not 16',
  greyLevels: 'half as many grey levels',
  initialiser: 'first weights half as wide',
  hidden: 'one more hidden unit',
  decay: 'a lower rate from epoch 11 on',
  sumOrder: 'sums added up backwards',
  double: 'double precision',
} as const;

/** Something that is changed. */
export type Suspect = keyof typeof SUSPECTS;
/** The one thing, or nothing. */
export type Change = 'none' | Suspect;

/** The colleagues, who changed one thing each. */
export const COLLEAGUES = ['a', 'b', 'c'] as const;
/** One of them. */
export type Colleague = (typeof COLLEAGUES)[number];
/** What the colleague in this place is called. */
export const calledOf = (i: number): string => (COLLEAGUES[i] ?? '').toUpperCase();

const CARDS: readonly Named[] = Object.entries(SUSPECTS).map(([id, text]) => ({ id, text }));
const PILES: readonly Named[] = COLLEAGUES.map((id) => ({ id, text: id.toUpperCase() }));

/** The parameter table of `same-run`. */
export const params = {
  change: {
    ...revealed('Changed'),
    help: 'The one thing in which the second training differs from the first.',
    ...choice({ none: 'nothing', ...SUSPECTS }, 'firstWeights'),
  },
  guess: {
    ...revealed('Who changed what'),
    help: 'Each card is a training of your own with this one thing changed. It is compared with the colleague’s, number for number, once everybody has a card.',
    ...cards({ label: 'Who changed what', place: 'first', cards: CARDS, piles: PILES }),
    after: 'reveal',
  },
  rate: {
    ...more('Learning rate'),
    help: 'How far each step goes.',
    ...amount({ min: 0.001, max: 0.2, step: 0.001, default: 0.005, scale: 'log' }),
    spreadAt: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2],
  },
  epochs: {
    ...more('Epochs'),
    help: 'How often all rows are seen.',
    ...whole({ min: 1, max: 30, default: 15 }),
    spreadAt: [1, 2, 5, 10, 15, 20, 30],
  },
  team: {
    ...more('Team'),
    help: 'Three colleagues who changed one thing each; the number draws what. 0: nobody.',
    ...whole({ min: 0, max: 999, default: 0 }),
    names: { 0: 'nobody' },
    spreadAt: [],
  },
  seed: seed('Draws the images, the first weights and the order of the rows.'),
} as const satisfies Table;

/** Settings of one run. */
export type SameSettings = Settings<typeof params>;

/** Which suspect is tried for which colleague. */
export function guessesOf({ guess }: Pick<SameSettings, 'guess'>): readonly {
  readonly colleague: Colleague;
  readonly suspect: Suspect;
}[] {
  const placing = readCards({ cards: CARDS, piles: PILES }, guess);
  return [...placing].map(([suspect, colleague]) => ({
    suspect: suspect as Suspect,
    colleague: colleague as Colleague,
  }));
}
