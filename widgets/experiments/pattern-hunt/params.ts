/** What can be set about the hunt: where the symbols come from, and how much the learner remembers. */
import type { Preset, Settings, TextParam } from '#kit/contract';
import { choice, first, more, portion, preset, revealed, seed, whole } from '#kit/contract';

/** More coins than this by hand are not taken. */
export const MOST_COINS = 400;

const own: TextParam = {
  kind: 'text',
  label: 'Your coins',
  help: 'H for heads and T for tails, in the order in which you pressed them.',
  place: 'none',
  default: '',
  parse: (text) => {
    const coins = text.toUpperCase();
    if (!/^[HT]*$/.test(coins) || coins.length > MOST_COINS)
      throw new Error(`up to ${MOST_COINS} letters H and T, such as HHTH`);
    return coins;
  },
};

/** The parameter table of `pattern-hunt`. */
export const params = {
  symbols: {
    ...first('Symbols'),
    help: 'How many come, one after the other. The learner guesses each before it comes, and learns from it afterwards.',
    ...whole({ min: 100, max: 20_000, default: 1000 }),
    scale: 'log',
    spreadAt: [100, 200, 300, 500, 1000, 2000, 3000, 5000, 10_000, 20_000],
    counts: { with: 'source', butAt: 'own' },
  },
  source: {
    ...revealed('Where they come from'),
    help: 'The dice and the cycle are drawn by chance, the generators compute, and letters and bike hire are real data. Your own coins come from you: press Heads or Tails.',
    ...choice(
      {
        fair: 'a fair die',
        loaded: 'a loaded die',
        avoiding: 'a die that never repeats',
        cycle: 'a cycle with noise',
        generator: 'generator A',
        weakGenerator: 'generator B',
        letters: 'letters of English',
        bikes: 'bike hire, up or down',
        own: 'your own coins',
      },
      'generator',
    ),
  },
  memory: {
    ...revealed('The learner looks back'),
    help: 'At how many of the last symbols it looks to guess the next. With 0 it always names the commonest.',
    ...whole({ min: 0, max: 4, default: 1 }),
  },
  noise: {
    ...more('Noise of the cycle'),
    help: 'The share of its symbols that are drawn afresh. Only the cycle has noise.',
    ...portion({ min: 0, max: 1, step: 0.05, default: 0.2 }),
  },
  own,
  seed: seed(
    'Draws the dice and the noise, starts the generators, and says where in the text or in the two years the reading begins.',
  ),
} as const;

/** Settings of one run. */
export type HuntSettings = Settings<typeof params>;

/** The situations that the text talks about. */
export const presets: readonly Preset[] = [
  preset('b', 'Generator B', { source: 'weakGenerator' }),
  preset('loaded', 'A loaded die', { source: 'loaded' }),
  preset('letters', 'English, 300 letters', { source: 'letters', symbols: 300 }),
  preset('own', 'You', { source: 'own', memory: 2 }),
];
