/** A moment of the contests, drawn and told. */
import { number } from '#kit/draw';
import type { Played } from '#kit/contract';
import { draw } from './figure.ts';
import { heldBy, voteAt, type Board, type BoardOutcome } from './model.ts';
import type { BoardSettings } from './params.ts';
import { boardSeen, scoreOf } from './say.ts';

/** How the moments before the last are drawn and told. */
export const played: Played<BoardOutcome, BoardSettings> = {
  draw,
  say: (_, outcome, moment) => {
    const { items, won } = outcome;
    const vote = voteAt(outcome, moment);
    if (vote) {
      const after = vote.sent === 1 ? 'one submission' : `${number(vote.sent)} submissions`;
      return `After ${after} the vote is shown with ${scoreOf(vote.first, items)}; on new items it has ${scoreOf(vote.next, items)}.`;
    }
    const held = heldBy(outcome, moment);
    const { winner, first, next, place } = boardSeen(outcome, moment) as Board;
    const again = won.slice(0, held).filter((one) => one.place === 1).length;
    const has = (list: readonly number[]): string => scoreOf(list[winner] as number, items);
    return `Contest ${number(held)}: team ${winner + 1} wins with ${has(first)} and has ${has(next)} a week later, place ${place}. First again so far: ${number(again)} of ${number(held)}.`;
  },
};
