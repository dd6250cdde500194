/** What can be set: the moves, the project, and what chance does in it. */
import type { Preset, Settings, TextParam } from '#kit/contract';
import { first, preset, seed, whole } from '#kit/contract';
import { MOVES, movesOf } from './moves.ts';

/** The story up to its last training, on to its deployment, and to its end. */
export const TRAINED = 'TLRTLSTLNT';
export const DEPLOYED = `${TRAINED}D`;
export const TOLD = `${DEPLOYED}BOTD`;
/** More moves than this are not taken: without end one can only pray and cry. */
const MOST = 200;

const LETTERS = MOVES.map(({ letter }) => letter).join('');

const moves: TextParam = {
  kind: 'text',
  label: 'Moves',
  help: `One letter each: ${MOVES.map(({ letter, label }) => `${letter} ${label.toLowerCase()}`).join(', ')}.`,
  place: 'none',
  default: TRAINED,
  longest: MOST,
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

/** The situations that the text talks about. */
export const presets: readonly Preset[] = [
  preset('deployed', 'The story, to its deployment', { moves: DEPLOYED }),
  preset('told', 'The whole story', { moves: TOLD }),
  preset('empty', 'Day 0', { moves: '' }),
];
