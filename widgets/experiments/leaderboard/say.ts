/** The contests in words: the takeaway, what changed, the same as a table, and moments of a run that is played. */
import { sort } from 'd3-array';
import { number, perCent } from '#kit/draw';
import type { Rows } from '#kit/contract';
import { heldBy, meansOf, voteAt } from './model.ts';
import type { Board, BoardOutcome, Won } from './model.ts';
import type { BoardSettings } from './params.ts';

/** A count of right items in per cent, with as many decimals as one item can move. */
export function scoreOf(right: number, items: number): string {
  return perCent(right / items, items > 2000 ? 2 : 1);
}

/** What the winners lost on average; by luck it may be a little gain. */
function lostOf(outcome: BoardOutcome): string {
  const { first, next } = meansOf(outcome);
  const points = 100 * Math.abs(first - next);
  return `${first < next ? 'gained' : 'lost'} ${number(points, points < 0.995 ? 2 : 1)} points`;
}

/** The takeaway and, given the run before, what changed. */
export function say(_: BoardSettings, outcome: BoardOutcome, before?: BoardOutcome): string {
  const { items, won, boards, sent, teams } = outcome;
  const { first, next, place } = won.at(-1) as Won;
  const [shown, later] = [scoreOf(first, items), scoreOf(next, items)];
  const lost = lostOf(outcome);
  const was = before && lostOf(before);
  const onAverage = `${lost} on average${was && was !== lost ? ` (before: ${was})` : ''}`;
  const board = boards.at(-1);
  if (!board)
    return `The vote of ${number(sent.length)} blind submissions scores ${shown} on the board and ${later} on new items. In ${number(won.length)} such attacks it ${onAverage}.`;
  const again = won.filter((one) => one.place === 1).length;
  return `Team ${board.winner + 1} wins with ${shown}; a week later it has ${later} and is in place ${place} of ${number(teams)}. In ${number(won.length)} such contests the winner ${onAverage}, and was first again in ${number(again)}.`;
}

/** So many teams of the board stand in the table. */
const LISTED = 10;

/** What the winners had, what theory expects, and the head of the board. */
export function tabulate(_: BoardSettings, outcome: BoardOutcome): Rows {
  const { items, won, boards, expected, toTell, differ, teams } = outcome;
  const { first, next, place } = meansOf(outcome);
  const share = (value: number): string => perCent(value, 2);
  const board = boards.at(-1);
  const who = board ? 'The winner' : 'The vote';
  const theory = expected && [share(expected.best), share(expected.best - expected.gap)];
  return {
    caption: `${number(won.length)} contests of ${number(items)} items; two teams differ on ${perCent(differ, 1)} of them, so it takes ${number(Number(toTell.toPrecision(3)))} to tell half a point`,
    head: ['What', 'On the board', 'On new items'],
    rows: [
      [`${who}, mean of ${number(won.length)}`, share(first), share(next)],
      ['By theory', ...(theory ?? [null, null])],
      ...(board ? [[`Mean place among ${number(teams)}`, 1, number(place, 1)]] : []),
      ...(board ? headOf(board, items) : []),
    ],
  };
}

/** The head of a board: of teams with equally many right, the winner first. */
function headOf({ first, next, winner }: Board, items: number): readonly (readonly string[])[] {
  return sort(first.keys(), (team) => -Number(first[team]) - (team === winner ? 0.5 : 0))
    .slice(0, LISTED)
    .map((team, i) => [
      `${i + 1}. Team ${team + 1}`,
      ...[first, next].map((list) => scoreOf(list[team] as number, items)),
    ]);
}

/** What is told of a moment of the contests, or of the attack. */
export function sayAt(_: BoardSettings, outcome: BoardOutcome, moment: number): string {
  const { items, won, boards } = outcome;
  const vote = voteAt(outcome, moment);
  const held = heldBy(outcome, moment);
  const { first, next } = vote ?? (won[held - 1] as Won);
  const [shown, later] = [scoreOf(first, items), scoreOf(next, items)];
  if (vote)
    return `Submission ${number(vote.sent)}: the vote is shown with ${shown}; on new items it has ${later}.`;
  const { winner, place } = boards[moment] as Board;
  const again = won.slice(0, held).filter((one) => one.place === 1).length;
  return `Contest ${number(held)}: team ${winner + 1} wins with ${shown} and has ${later} a week later, place ${place}. First again so far: ${number(again)} of ${number(held)}.`;
}

/** How many contests, or submissions, there have been at a moment: the words beside the row are few, for it is narrow. */
export function countAt(outcome: BoardOutcome, moment: number): string {
  return number(voteAt(outcome, moment)?.sent ?? heldBy(outcome, moment));
}
