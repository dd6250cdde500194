/** The contests, played: the first ones one by one, then ever more at a time. */
import { number } from '../../kit/draw/format.ts';
import type { Moments } from '../../kit/views/timeline.ts';
import type { Vote } from './attack.ts';
import { PLAYED, type BoardOutcome } from './model.ts';
import type { BoardSettings } from './params.ts';

/** How many contests have been held at a moment; all attacks, for one of them is played. */
export function heldBy({ won, boards }: BoardOutcome, moment: number | undefined): number {
  return moment === undefined || boards.length === 0 ? won.length : (PLAYED[moment] ?? won.length);
}

/** The vote of the attack at a moment; nothing where teams take part. */
export function voteAt({ votes }: BoardOutcome, moment: number | undefined): Vote | undefined {
  return votes[moment ?? votes.length - 1] ?? votes.at(-1);
}

/** Its moments. */
export const timeline: Moments<BoardOutcome, BoardSettings> = {
  kind: 'moments',
  count: ({ boards, votes }) => Math.max(boards.length, votes.length),
  // How many contests, or submissions: the words beside the row are few, for it is narrow.
  label: (outcome, moment) => number(voteAt(outcome, moment)?.sent ?? heldBy(outcome, moment)),
  seconds: () => 20,
  played: async () => (await import('./played.ts')).played,
};
