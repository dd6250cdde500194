/** What can be set about the contest: its items, its teams, how alike they are, and what the board tells. */
import type { Preset, Settings } from '#kit/contract';
import { amount, choice, first, more, portion, preset, revealed, seed, whole } from '#kit/contract';

/** The parameter table of `leaderboard`. */
export const params = {
  items: {
    ...first('Items in the test'),
    help: 'Each is right or wrong. The week after, the same models meet as many new ones.',
    ...whole({ min: 100, max: 100_000, default: 1000, scale: 'log' }),
    spreadAt: [100, 200, 300, 500, 1000, 2000, 3000, 5000, 10_000, 20_000, 30_000, 50_000, 100_000],
  },
  teams: {
    ...revealed('Teams'),
    help: 'How many take part. A blind attack takes part alone.',
    ...whole({ min: 2, max: 500, default: 50, scale: 'log' }),
    spreadAt: [2, 3, 5, 10, 20, 50, 100, 200, 500],
  },
  submissions: {
    ...revealed('Submissions of a team'),
    help: 'Each is another model, as good as the team’s others, with errors of its own. The board keeps the best.',
    ...whole({ min: 1, max: 100, default: 1, scale: 'log' }),
    spreadAt: [1, 2, 3, 5, 10, 20, 50, 100],
  },
  spread: {
    ...more('Spread of skill'),
    help: 'How far the teams’ true skills lie apart, as their standard deviation in points. With 0 all are equally good.',
    ...amount({ min: 0, max: 2, step: 0.05, default: 0, unit: 'points' }),
    spreadAt: [0, 0.1, 0.2, 0.5, 1, 1.5, 2],
  },
  likeness: {
    ...more('Alike errors'),
    help: 'The share of the items on which all teams are right or wrong together, because they are easy for all or hard for all.',
    ...portion({ min: 0, max: 0.9, step: 0.005, default: 0 }),
    spreadAt: [0, 0.2, 0.4, 0.6, 0.8, 0.9],
  },
  skill: {
    ...more('True skill'),
    help: 'Of all items that there could be, the share that a team gets right.',
    ...portion({ min: 0.5, max: 0.99, step: 0.01, default: 0.9 }),
    spreadAt: [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99],
  },
  rule: {
    ...more('The board shows'),
    help: 'By the Ladder rule it shows a new score only if that beats the same team’s last one by a clear step: half of one over the square root of the items.',
    ...choice({ plain: 'every score', ladder: 'clear gains only (Ladder)' }),
  },
  attack: {
    ...more('Who takes part'),
    help: 'The blind attack has no model. It sends random answers to yes-or-no items, and lets those that scored above one half vote.',
    ...choice({ none: 'the teams', blind: 'one blind attacker' }),
  },
  attempts: {
    ...more('Blind submissions'),
    help: 'How often the attacker sends random answers before the vote. Only the blind attack has them.',
    ...whole({ min: 1, max: 2000, default: 500, scale: 'log' }),
    spreadAt: [1, 5, 10, 20, 50, 100, 200, 500, 1000, 2000],
  },
  seed: seed('Draws the items, and so who is lucky.'),
} as const;

/** Settings of one run. */
export type BoardSettings = Settings<typeof params>;

/** The situations that the text talks about. */
export const presets: readonly Preset[] = [
  preset('equal', 'Fifty equal teams', {}),
  preset('alike', 'Errors that are alike', { likeness: 0.625 }),
  preset('skilled', 'Teams that differ', { spread: 1 }),
  preset('blind', 'No model at all', { attack: 'blind' }),
];
