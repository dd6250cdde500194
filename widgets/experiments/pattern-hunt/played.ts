/** A moment of the hunt, drawn and told. */
import { number } from '#kit/draw';
import type { Played } from '#kit/contract';
import { cameBy } from './came.ts';
import { draw } from './figure.ts';
import { rightOf, type HuntOutcome } from './model.ts';
import type { HuntSettings } from './params.ts';

/** How the moments before the last are drawn and told. */
export const played: Played<HuntOutcome, HuntSettings> = {
  draw,
  say: (_, outcome, moment) => {
    const came = cameBy(outcome.drawn.length, moment);
    const right = (guesses: string): string => number(rightOf(outcome, guesses, came));
    const symbols = came === 1 ? 'one symbol' : `${number(came)} symbols`;
    return `After ${symbols}: the learner has guessed ${right(outcome.guesses)}, and the commonest so far would have been right ${right(outcome.usual)} times.`;
  },
};
