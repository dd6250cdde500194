/** The figure: the board of one contest as dots, the same models a week later, and the winners of all contests. */
import { extent as extentOf, range } from 'd3-array';
import type { View } from '#kit/contract';
import type { Drawing, Extent, Mark, Part } from '#kit/draw';
import { below, chart, dotsPath, drawing, extentBeside, keptExtent, number } from '#kit/draw';
import { special, stacked, steps, svg, waiting } from '#kit/draw';
import { heldBy, meansOf, voteAt, type Board, type BoardOutcome } from './model.ts';
import type { BoardSettings } from './params.ts';
import { boardSeen, scoreOf } from './say.ts';

type Seen = View<BoardSettings, BoardOutcome>;

const LABEL =
  'Scores on the board as dots on an axis of right answers; then those of the same models on new items, and winners of many contests as two heaps.';
/** Heights of a row of dots, of the winners' row, and of an axis with its words. */
const [DOTS, HILLS, AXIS] = [54, 56, 40];
/** A column of fewer winners than this is not drawn at full height. */
const LOWEST = 8;
/** About so many columns are in the winners' row. */
const COLUMNS = 44;

/** Draws the run, or a moment of it, for a page or a phone. */
export function draw(settings: BoardSettings, outcome: BoardOutcome, view: Seen): Drawing {
  const { layout, ghost } = view;
  const values = extentBeside(allOf(outcome), ghost && meansIn(ghost.outcome));
  const extent = keptExtent(values, roomy(values), view.axes?.['score']);
  const x = { extent, label: 'right answers in %', ticks: { wide: 8, narrow: 5 } };
  const room = { left: 8, right: 8, x };
  const { first, next, all } = shownAt(outcome, view.moment);
  const dots = (one: Week, foot: number): Part =>
    chart({
      ...{ ...room, title: one.title, aside: one.aside, view: { layout } },
      ...{ height: DOTS + foot, foot, top: 0, x: { ...x, isBare: foot < AXIS } },
      marks: [pile(one, outcome.items)],
    });
  const heaps = heapsOf(outcome, extent, heldBy(outcome, view.moment));
  const winners = chart<BoardSettings, BoardOutcome>({
    ...{ ...room, ...all, view, run: { settings, outcome } },
    ...{ height: HILLS + AXIS, top: 4, y: { extent: [0, heaps.most], isHidden: true } },
    marks: (run) => [
      steps(heaps.edges, heaps.next, { isFilled: true, look: 'run-fill heap' }),
      steps(heaps.edges, heaps.first, { look: 'heap-line', twice: false }),
      // Of another run alone: upright lines at the mean of each heap, where they lie on this axis.
      special(
        ({ x, top, floor }, look) => {
          const means = meansIn(run.outcome).filter((at) => at >= extent[0] && at <= extent[1]);
          const lines = means.map((at) => `M${x(at)} ${top}V${floor}`);
          return look ? svg`<path class="${look}-line" d="${lines}"/>` : svg``;
        },
        { twice: true },
      ),
    ],
  });
  const whole = below(8, dots(first, AXIS), waiting(dots(next, 2)), waiting(winners));
  return { ...drawing(whole, LABEL), axes: { score: extent } };
}

/** From the lowest to the highest score that any moment shows, in per cent. */
function allOf({ items, won, boards, sent, votes }: BoardOutcome): Extent {
  const winners = [...won, ...votes].flatMap(({ first, next }) => [first, next]);
  const teams = boards.flatMap(({ first, next }) => [...first, ...next]);
  const [low = 0, high = 0] = extentOf([...winners, ...teams, ...sent]);
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
  const grain = 10 ** Math.floor(Math.log10(high - low + 2 * room)) / 2;
  return [
    Math.max(0, Math.floor((low - room) / grain) * grain),
    Math.min(100, Math.ceil((high + room) / grain) * grain),
  ];
}

/** The contest or the attack that is seen: what is said of each week, and the counts of right items. */
function shownAt(outcome: BoardOutcome, moment: number | undefined) {
  const { items, teams, sent } = outcome;
  const held = number(heldBy(outcome, moment));
  const vote = voteAt(outcome, moment);
  const aside = 'outline: on the board, filled: ';
  if (vote) {
    const [onBoard, onNew] = [scoreOf(vote.first, items), scoreOf(vote.next, items)];
    const title = `${number(vote.sent)} blind ${vote.sent === 1 ? 'submission' : 'submissions'}`;
    const others = sent.slice(0, vote.sent);
    return {
      first: { title, aside: `their vote: ${onBoard}`, mine: vote.first, others },
      next: { title: 'New items', aside: `the vote: ${onNew}`, mine: vote.next, others: [] },
      all: { title: `${held} such attacks`, aside: `${aside}new items` },
    };
  }
  const { winner, place, ...board } = boardSeen(outcome, moment) as Board;
  const week = (all: readonly number[]) => {
    const mine = all[winner] as number;
    return { mine, others: all.filter((_, i) => i !== winner), score: scoreOf(mine, items) };
  };
  const [first, next] = [week(board.first), week(board.next)];
  const winners = held === '1' ? 'winner' : 'winners';
  const team = `team ${winner + 1}`;
  const title = `The board: ${number(teams)} teams`;
  return {
    first: { ...first, title, aside: `${team} leads: ${first.score}` },
    next: { ...next, title: 'Next week', aside: `${team}: ${next.score}, place ${place}` },
    all: { title: `${held} such ${winners}`, aside: `${aside}next week` },
  };
}

type Week = ReturnType<typeof shownAt>['first' | 'next'];

/** The dots of a week: the winner's is filled, and stands at the foot of its column. */
function pile({ mine, others }: Week, items: number): Mark {
  const r = others.length > 120 ? 2 : 3.5;
  return special(({ x, floor }) => {
    const counts = [mine, ...others].map((count) => x((100 * count) / items));
    const [own = [0, 0] as const, ...rest] = stacked(counts, { r, base: floor, height: floor - 4 });
    return svg`<path class="rival" d="${dotsPath(rest, r)}"/><path class="run-line thin" d="M${own[0]} 0V${floor}"/><path class="run-fill" d="${dotsPath([own], r + 1)}"/>`;
  });
}

/** The first so many winners by score: how many stand in each column, and how many a column of the full height has. */
function heapsOf({ items, won }: BoardOutcome, [low, high]: Extent, held: number) {
  const wide = Math.max(1, Math.round(((high - low) * items) / 100 / COLUMNS));
  const start = Math.floor((low * items) / 100);
  const columns = Math.ceil(((high * items) / 100 - start) / wide) + 1;
  const columnOf = (count: number): number =>
    Math.min(columns - 1, Math.max(0, Math.floor((count - start) / wide)));
  const heap = (week: 'first' | 'next'): readonly number[] => {
    const at = won.slice(0, held).map((one) => columnOf(one[week]));
    return range(columns).map((column) => at.filter((one) => one === column).length);
  };
  const [first, next] = [heap('first'), heap('next')];
  // A column holds the counts from its left end on, so half a count to the left of them.
  const edges = range(columns + 1).map((column) =>
    Math.min(high, Math.max(low, (100 * (start - 0.5 + column * wide)) / items)),
  );
  return { edges, first, next, most: Math.max(LOWEST, ...first, ...next) };
}
