/** The figure: the board of one contest as dots, the same models a week later, and the winners of all contests. */
import { extent as extentOf, nice, range, rollup } from 'd3-array';
import type { View } from '#kit/contract';
import type { Drawing, Extent, Part } from '#kit/draw';
import { behind, below, chart, drawing, extentBeside, keptExtent, number } from '#kit/draw';
import { perCent, pileOfDots, rule, steps, waiting } from '#kit/draw';
import { within } from '#kit/numbers';
import { heldBy, meansOf, voteAt } from './model.ts';
import type { Board, BoardOutcome, Won } from './model.ts';
import type { BoardSettings } from './params.ts';
import { scoreOf } from './say.ts';

type Seen = View<BoardSettings, BoardOutcome>;
type Week = ReturnType<typeof weeksAt>[number];

const LABEL =
  'Scores on the board as dots on an axis of right answers; then those of the same models on new items, and winners of many contests as two heaps.';
/** Heights of a row of dots, of the winners' row, and of an axis with its words. */
const [DOTS, HILLS, AXIS] = [60, 60, 40];
/** A column of fewer winners than this is not drawn at full height. */
const LOWEST = 8;
/** About so many columns are in the winners' row. */
const COLUMNS = 44;

/** Draws the run, or a moment of it, for a page or a phone. */
export function draw(settings: BoardSettings, outcome: BoardOutcome, view: Seen): Drawing {
  const { layout, ghost, moment } = view;
  const values = extentBeside(allOf(outcome), ghost && meansIn(ghost.outcome));
  const extent = keptExtent(values, roomy(values), view.axes?.['score']);
  const x = { extent, label: 'right answers in %', ticks: { wide: 8, narrow: 5 } };
  const dots = ({ mine, others, ...words }: Week, foot: number): Part => {
    const share = (count: number): number => (100 * count) / outcome.items;
    // The winner is filled, and stands at the foot of its column.
    const pile = { r: others.length > 120 ? 2 : 3.5, stack: DOTS - 4 };
    return chart({
      ...{ ...words, view: { layout } },
      ...{ height: DOTS + foot, foot, left: 8, top: 0, x: { ...x, isBare: foot < AXIS } },
      marks: [
        rule({ x: share(mine) }, { look: 'run-line thin' }),
        pileOfDots([mine, ...others].map(share), { ...pile, look: 'ring' }),
        pileOfDots([share(mine)], pile),
      ],
    });
  };
  const won = outcome.won.slice(0, heldBy(outcome, moment));
  const { edges, most, ...heaps } = heapsOf({ ...outcome, won }, extent);
  const means = meansOf({ ...outcome, won });
  const winners = chart<BoardSettings, BoardOutcome>({
    title: `${outcome.sent.length > 0 ? 'Such attacks' : 'Winners of such contests'}: ${number(won.length)}`,
    ...{ view, run: { settings, outcome }, keyBelow: true },
    ...{ height: HILLS + AXIS, left: 8, top: 4, x, y: { extent: [0, most], isHidden: true } },
    marks: (run) => [
      steps(edges, heaps.next, {
        ...{ isFilled: true, look: 'run-fill pale' },
        key: `on new items, mean ${perCent(means.next)}`,
      }),
      steps(edges, heaps.first, {
        ...{ look: 'ring', twice: false },
        key: `on the board, mean ${perCent(means.first)}`,
      }),
      // Of another run alone: upright lines at the mean of each heap.
      ...meansIn(run.outcome).map((at) => behind(rule({ x: at }))),
    ],
  });
  const [first, next] = weeksAt(outcome, moment);
  const whole = below(8, dots(first, AXIS), waiting(dots(next, 2)), waiting(winners));
  return { ...drawing(whole, LABEL), axes: { score: extent } };
}

/** From the lowest to the highest score that any moment shows, in per cent. */
function allOf({ items, won, boards, sent, votes }: BoardOutcome): Extent {
  const counts = [...won, ...votes, ...boards].flatMap(({ first, next }) => [first, next].flat());
  const [low = 0, high = 0] = extentOf([...counts, ...sent]);
  return [(100 * low) / items, (100 * high) / items];
}

/** The winners' means of both weeks in per cent, the lower first. */
function meansIn(outcome: BoardOutcome): Extent {
  const { first, next } = meansOf(outcome);
  return [100 * Math.min(first, next), 100 * Math.max(first, next)];
}

/** An extent with some room, at round ends. */
function roomy([low, high]: Extent): Extent {
  const room = Math.max(0.05, (high - low) * 0.06);
  const [from, to] = nice(low - room, high + room, 12);
  return [Math.max(0, from), Math.min(100, to)];
}

/** The contest or the attack that is seen, in its first week and in the next: what is said, and how many items the winner, or the vote, and all others have right. */
function weeksAt(outcome: BoardOutcome, moment = -1) {
  const { items, teams, boards, sent } = outcome;
  const vote = voteAt(outcome, moment);
  if (vote) {
    const of = (mine: number) => ({ mine, aside: `their vote: ${scoreOf(mine, items)}` });
    const others = sent.slice(0, vote.sent);
    return [
      { ...of(vote.first), title: `Blind submissions: ${number(vote.sent)}`, others },
      { ...of(vote.next), title: 'New items', others: [] as number[] },
    ] as const;
  }
  const { winner, place, first, next } = boards.at(moment) as Board;
  const of = (all: readonly number[], does: string, then = '') => {
    const mine = all[winner] as number;
    const aside = `team ${winner + 1}${does}: ${scoreOf(mine, items)}${then}`;
    return { mine, aside, others: all.filter((_, i) => i !== winner) };
  };
  return [
    { ...of(first, ' leads'), title: `The board: ${number(teams)} teams` },
    { ...of(next, '', `, place ${place}`), title: 'Next week' },
  ] as const;
}

/** Winners by score: how many stand in each column, and how many a column of the full height has. */
function heapsOf({ items, won }: BoardOutcome, [low, high]: Extent) {
  const wide = Math.max(1, Math.round(((high - low) * items) / 100 / COLUMNS));
  const start = Math.floor((low * items) / 100);
  const columns = Math.ceil(((high * items) / 100 - start) / wide) + 1;
  const heap = (week: 'first' | 'next'): readonly number[] => {
    const columnOf = (one: Won) => within(0, Math.floor((one[week] - start) / wide), columns - 1);
    const counts = rollup(won, ({ length }) => length, columnOf);
    return range(columns).map((column) => counts.get(column) ?? 0);
  };
  const [first, next] = [heap('first'), heap('next')];
  // A column holds the counts from its left end on, so half a count to the left of them.
  const edges = range(columns + 1).map((column) =>
    within(low, (100 * (start - 0.5 + column * wide)) / items, high),
  );
  return { edges, first, next, most: Math.max(LOWEST, ...first, ...next) };
}
