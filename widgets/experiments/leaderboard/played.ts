/** A moment of the contests, drawn and told. */
import { number } from '#kit/draw';
import type { Played } from '#kit/contract';
import { draw } from './figure.ts';
import type { Vote } from './attack.ts';
import { heldBy, voteAt, type BoardOutcome } from './model.ts';
import type { BoardSettings } from './params.ts';
import { boardSeen, scoreOf } from './say.ts';

/** How the moments before the last are drawn and told. */
export const played: Played<BoardOutcome, BoardSettings> = {
  draw,
  say: (_, outcome, moment) => {
    const { items, won } = outcome;
    const held = heldBy(outcome, moment);
    const board = boardSeen(outcome, moment);
    const vote = voteAt(outcome, moment);
    if (vote || !board) return ofVote(vote, items);
    const again = won.slice(0, held).filter(({ place }) => place === 1).length;
    const has = (list: readonly number[]): string => scoreOf(list[board.winner] as number, items);
    return `Contest ${number(held)}: team ${board.winner + 1} wins with ${has(board.first)} and has ${has(board.next)} a week later, place ${board.place}. First again so far: ${number(again)} of ${number(held)}.`;
  },
};

function ofVote(vote: Vote | undefined, items: number): string {
  if (!vote) return '';
  const after = vote.sent === 1 ? 'one submission' : `${number(vote.sent)} submissions`;
  return `After ${after} the vote is shown with ${scoreOf(vote.first, items)}; on new items it has ${scoreOf(vote.next, items)}.`;
}
