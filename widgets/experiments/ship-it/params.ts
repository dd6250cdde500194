/** What can be set: the moves, the project, and what chance does in it. */
import { first, seed, whole, type Settings, type TextParam } from '#kit/contract';
import { MOVES, movesOf } from './moves.ts';

/** The story up to its last training, on to its deployment, and to its end. */
export const TRAINED = 'TLRTLSTLNT';
export const DEPLOYED = `${TRAINED}D`;
export const TOLD = `${DEPLOYED}BOTD`;

const LETTERS = MOVES.map(({ letter }) => letter).join('');

const moves: TextParam = {
  kind: 'text',
  label: 'Moves',
  help: `One letter each: ${MOVES.map(({ letter, label }) => `${letter} ${label.toLowerCase()}`).join(', ')}.`,
  place: 'none',
  default: TRAINED,
  // Without end one can only pray and cry.
  longest: 200,
  byChance: [...'TTTDDLRSNOBW'].join(' '),
  parse: (text) => {
    const asked = text.replace(/\s/g, '').toUpperCase();
    if ([...asked].some((letter) => !LETTERS.includes(letter)))
      throw new Error(`letters out of ${LETTERS}, such as TLRTD`);
    const { made, left } = movesOf(asked);
    const value = made.map(({ move }) => move.letter).join('');
    return left === '' ? value : { value, said: `${left} could not be done and was left out` };
  },
};

/** The parameter table of `ship-it`. */
export const params = {
  project: {
    ...first('Project'),
    help: 'Each has its own customers and its own flaws, up to four of them. Project 268 has all four.',
    ...whole({ min: 1, max: 9999, default: 268 }),
    spreadAt: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    otherCases: true,
  },
  moves,
  seed: seed('Draws the rows of data and the queries, in the same project.'),
} as const;

/** Settings of one run. */
export type ShipSettings = Settings<typeof params>;
