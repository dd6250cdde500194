/** The contests, played: the first ones one by one, then ever more at a time. */
import type { Moments } from '#kit/contract';
import { number } from '#kit/draw';
import { heldBy, voteAt, type BoardOutcome } from './model.ts';
import type { BoardSettings } from './params.ts';

/** Its moments. */
export const timeline: Moments<BoardOutcome, BoardSettings> = {
  kind: 'moments',
  count: ({ boards, votes }) => Math.max(boards.length, votes.length),
  // How many contests, or submissions: the words beside the row are few, for it is narrow.
  label: (outcome, moment) => number(voteAt(outcome, moment)?.sent ?? heldBy(outcome, moment)),
  seconds: () => 20,
  played: async () => (await import('./played.ts')).played,
};
