/** The contests in words: the takeaway, what changed, the same as a table, and moments of a run that is played. */
import { number, perCent } from '#kit/draw';
import type { Cell, Rows } from '#kit/contract';
import { heldBy, meansOf, voteAt } from './model.ts';
import type { Board, BoardOutcome, Won } from './model.ts';
import type { BoardSettings } from './params.ts';

/** A count of right items in per cent, with as many decimals as one item can move. */
export function scoreOf(right: number, items: number): string {
  return perCent(right / items, items > 2000 ? 2 : 1);
}

/** The board that stands at a moment; nothing where an attacker is alone. */
export function boardSeen({ boards }: BoardOutcome, moment: number | undefined): Board | undefined {
  return moment === undefined ? boards.at(-1) : (boards[moment] ?? boards.at(-1));
}

/** What the winners lost on average; by luck it may be a little gain. */
function lostOf(outcome: BoardOutcome): string {
  const { first, next } = meansOf(outcome);
  const loss = 100 * (first - next);
  const value = number(Math.abs(loss), Math.abs(loss) < 0.995 ? 2 : 1);
  return `${loss < 0 ? 'gained' : 'lost'} ${value} ${value === '1.0' ? 'point' : 'points'}`;
}

/** The takeaway and, given the run before, what changed. */
export function say(_: BoardSettings, outcome: BoardOutcome, before?: BoardOutcome): string {
  const { items, won, sent } = outcome;
  const lost = lostOf(outcome);
  const wasLost = before && lostOf(before);
  const then = wasLost !== undefined && wasLost !== lost ? ` (before: ${wasLost})` : '';
  if (sent.length > 0) {
    const last = won.at(-1) as Won;
    return `The vote of ${number(sent.length)} blind submissions scores ${scoreOf(last.first, items)} on the board and ${scoreOf(last.next, items)} on new items. In ${number(won.length)} such attacks it ${lost} on average${then}.`;
  }
  const board = boardSeen(outcome, undefined) as Board;
  const again = won.filter(({ place }) => place === 1).length;
  return `Team ${board.winner + 1} wins with ${scoreOf(board.first[board.winner] as number, items)}; a week later it has ${scoreOf(board.next[board.winner] as number, items)} and is in place ${board.place} of ${number(outcome.teams)}. In ${number(won.length)} such contests the winner ${lost} on average${then}, and was first again in ${number(again)}.`;
}

/** So many teams of the board stand in the table. */
const LISTED = 10;

/** What the winners had, what theory expects, and the head of the board. */
export function tabulate(_: BoardSettings, outcome: BoardOutcome): Rows {
  const { items, won, expected, toTell, differ, sent, teams } = outcome;
  const { first, next, place } = meansOf(outcome);
  const share = (value: number): string => perCent(value, 2);
  const board = boardSeen(outcome, undefined);
  const who = sent.length > 0 ? 'The vote' : 'The winner';
  const expects: Cell[] = expected
    ? ['By theory', share(expected.best), share(expected.best - expected.gap)]
    : ['By theory', null, null];
  const places: Cell[] = [`Mean place among ${number(teams)}`, 1, board ? number(place, 1) : null];
  return {
    caption: `${number(won.length)} contests of ${number(items)} items; two teams differ on ${perCent(differ, 1)} of them, so it takes ${number(Number(toTell.toPrecision(3)))} to tell half a point`,
    head: ['What', 'On the board', 'On new items'],
    rows: [
      [`${who}, mean of ${number(won.length)}`, share(first), share(next)],
      expects,
      ...(board ? [places, ...headOf(board, items)] : []),
    ],
  };
}

function headOf({ first, next, winner }: Board, items: number): readonly Cell[][] {
  const shown = (list: readonly number[], team: number): string =>
    scoreOf(list[team] as number, items);
  return [...first.keys()]
    .sort((a, b) => Number(first[b]) - Number(first[a]) || +(b === winner) - +(a === winner))
    .slice(0, LISTED)
    .map((team, i) => [`${i + 1}. Team ${team + 1}`, shown(first, team), shown(next, team)]);
}

/** What is told of a moment of the contests, or of the attack. */
export function sayAt(_: BoardSettings, outcome: BoardOutcome, moment: number): string {
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
}

/** How many contests, or submissions, there have been at a moment: the words beside the row are few, for it is narrow. */
export function countAt(outcome: BoardOutcome, moment: number): string {
  return number(voteAt(outcome, moment)?.sent ?? heldBy(outcome, moment));
}
