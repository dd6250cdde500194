/** The leaderboard, put together. */
import type { Missing, Widget } from '#kit/contract';
import { measure, share } from '#kit/contract';
import { draw } from './figure.ts';
import { meansOf, type BoardOutcome, type Won } from './model.ts';
import { params, presets } from './params.ts';
import { countAt, say, sayAt, tabulate } from './say.ts';

const ALONE: Missing = { why: 'the attacker is alone' };
const ALIKE: Missing = { why: 'all teams are equally good' };
const NO_THEORY: Missing = { why: 'no formula is known for this attack' };

const TENTHS = { digits: 1 } as const;
const HUNDREDTHS = { digits: 2 } as const;
const LOSS = { ...HUNDREDTHS, isDifference: true, better: 'less' } as const;

/** The share of the contests of which something holds, where teams take part. */
const ofContests = (label: string, is: (one: Won) => boolean, isAlike = false) =>
  share<BoardOutcome>(label, ({ won, sent, isSpread }) => {
    if (sent.length > 0) return ALONE;
    return isAlike && !isSpread ? ALIKE : won.filter(is).length / won.length;
  });

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
    gap: share('What the winner loses', (o) => meansOf(o).first - meansOf(o).next, LOSS),
    expectedBest: share('Expected on the board', (o) => o.expected?.best ?? NO_THEORY, HUNDREDTHS),
    expectedGap: share('Expected loss', (o) => o.expected?.gap ?? NO_THEORY, LOSS),
    placeOfWinner: measure('The winner’s place on new items', (o) =>
      o.sent.length > 0 ? ALONE : meansOf(o).place,
    ),
    firstAgain: ofContests('First again', ({ place }) => place === 1),
    winnerIsBest: ofContests('The winner is the best', ({ isBest }) => isBest, true),
    differ: share('Items on which two teams differ', (o) => o.differ, TENTHS),
    itemsToTell: measure('Items to tell half a point', (o) => o.toTell, { figures: 3 }),
    itemsUsed: measure('Items used', (o) => o.items),
  },
  timeline: {
    kind: 'moments',
    count: ({ boards, votes }) => Math.max(boards.length, votes.length),
    label: countAt,
    seconds: () => 20,
    played: () => Promise.resolve({ draw, say: sayAt }),
  },
  draw,
  say,
  tabulate,
};
