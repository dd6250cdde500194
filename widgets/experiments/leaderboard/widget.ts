/** The leaderboard, put together. */
import type { Missing, Widget } from '#kit/contract';
import { measure, share } from '#kit/contract';
import { draw } from './figure.ts';
import { meansOf, type BoardOutcome } from './model.ts';
import { params, presets } from './params.ts';
import { say, tabulate } from './say.ts';
import { timeline } from './timeline.ts';

const ALONE: Missing = { why: 'the attacker is alone' };
const ALIKE: Missing = { why: 'all teams are equally good' };
const NO_THEORY: Missing = { why: 'no formula is known for this attack' };

const TENTHS = { digits: 1 } as const;

/** A share of the contests, where teams differ in what is asked. */
function ofContests(outcome: BoardOutcome, is: (one: BoardOutcome['won'][number]) => boolean) {
  return outcome.won.filter(is).length / outcome.won.length;
}

/** The widget `leaderboard`: facts only. */
export const leaderboard: Widget<typeof params, BoardOutcome> = {
  tag: 'leaderboard',
  version: 1,
  title: 'The winner of a leaderboard',
  params,
  presets,
  runner: 'sim/leaderboard',
  spreadMeasure: 'gap',
  measures: {
    publicBest: share('The winner on the board', (o) => meansOf(o).first, TENTHS),
    privateOfBest: share('The winner on new items', (o) => meansOf(o).next, TENTHS),
    gap: share('What the winner loses', (o) => meansOf(o).first - meansOf(o).next, {
      digits: 2,
      isDifference: true,
      better: 'less',
    }),
    expectedBest: share('Expected on the board', (o) => o.expected?.best ?? NO_THEORY, {
      digits: 2,
    }),
    expectedGap: share('Expected loss', (o) => o.expected?.gap ?? NO_THEORY, {
      digits: 2,
      isDifference: true,
      better: 'less',
    }),
    placeOfWinner: measure('The winner’s place on new items', (o) =>
      o.sent.length > 0 ? ALONE : meansOf(o).place,
    ),
    firstAgain: share('First again', (o) =>
      o.sent.length > 0 ? ALONE : ofContests(o, ({ place }) => place === 1),
    ),
    winnerIsBest: share('The winner is the best', (o) =>
      o.sent.length > 0 ? ALONE : o.isSpread ? ofContests(o, ({ isBest }) => isBest) : ALIKE,
    ),
    differ: share('Items on which two teams differ', (o) => o.differ, TENTHS),
    itemsToTell: measure('Items to tell half a point', (o) => o.toTell, { figures: 3 }),
    itemsUsed: measure('Items used', (o) => o.items),
  },
  timeline,
  draw,
  say,
  tabulate,
};
