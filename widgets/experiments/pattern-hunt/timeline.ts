/** The hunt, played: a moment of it, drawn and told. */
import { number } from '#kit/draw';
import type { Moments, Played } from '#kit/contract';
import { cameBy, REST, SINGLE } from './came.ts';
import { draw } from './figure.ts';
import { rightOf, type HuntOutcome } from './model.ts';
import type { HuntSettings } from './params.ts';

/** How the moments before the last are drawn and told. */
const played: Played<HuntOutcome, HuntSettings> = {
  draw,
  say: (_, outcome, moment) => {
    const came = cameBy(outcome.drawn.length, moment);
    const right = (guesses: string): string => number(rightOf(outcome, guesses, came));
    const symbols = came === 1 ? 'one symbol' : `${number(came)} symbols`;
    return `After ${symbols}: the learner has guessed ${right(outcome.guesses)}, and the commonest so far would have been right ${right(outcome.usual)} times.`;
  },
};

/** Its moments. */
export const timeline: Moments<HuntOutcome, HuntSettings> = {
  kind: 'moments',
  count: ({ drawn }) => (drawn.length <= SINGLE ? drawn.length : SINGLE + REST),
  // The row is drawn before anybody has touched it, and its last label holds for every run.
  label: ({ drawn }, moment) => {
    const came = cameBy(drawn.length, moment);
    return came === drawn.length ? 'all' : number(came);
  },
  none: 'tap two coins first',
  seconds: ({ drawn }) => Math.min(24, 0.3 * drawn.length),
  played: () => Promise.resolve(played),
};
