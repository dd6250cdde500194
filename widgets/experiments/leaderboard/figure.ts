/** The figure: the board of one contest as dots, the same models a week later, and the winners of all contests. */
import type { View } from '#kit/contract';
import type { Drawing, Extent, Markup, Part, Scale } from '#kit/draw';
import { axisX, below, dotsPath, drawing, extentBeside, ghost, keptExtent } from '#kit/draw';
import { linear, number, panel, part, short, stacked, svg, waiting, WIDTH } from '#kit/draw';
import { heldBy, meansOf, voteAt, type BoardOutcome, type Won } from './model.ts';
import type { BoardSettings } from './params.ts';
import { boardSeen, scoreOf } from './say.ts';

type Seen = View<BoardSettings, BoardOutcome>;

/** Heights of a row of dots, of the winners' row, and of an axis with its words. */
const [DOTS, HILLS, AXIS] = [54, 56, 40];
/** A column of fewer winners than this is not drawn at full height. */
const LOWEST = 8;
/** About so many columns are in the winners' row. */
const COLUMNS = 44;

/** Draws the run, or a moment of it, for a page or a phone. */
export function draw(_: BoardSettings, outcome: BoardOutcome, view: Seen): Drawing {
  const width = WIDTH[view.layout];
  const means = view.ghost && meansOf(view.ghost.outcome);
  const values = extentBeside(
    extentOf(outcome),
    means && [100 * Math.min(means.first, means.next), 100 * Math.max(means.first, means.next)],
  );
  const extent = keptExtent(values, roomy(values), view.axes?.['score']);
  const at = linear(extent, [8, width - 8], view.layout === 'wide' ? 8 : 5);
  const row = rowsOf(outcome, view.moment, at);
  const words = titles(outcome, view);
  const strip = (body: Markup, hasAxis: boolean): Part =>
    part(
      width,
      DOTS + (hasAxis ? AXIS : 2),
      svg`${body}${hasAxis ? axisX(at, DOTS, { label: 'right answers in %', beyond: 8 }) : floor(at)}`,
    );
  const first = panel(words.first, strip(row.first, true));
  const next = waiting(panel(words.next, strip(row.next, false)));
  const all = waiting(winners(outcome, at, width, words.all, view));
  const label =
    'Scores on the board as dots on an axis of right answers; then those of the same models on new items, and winners of many contests as two heaps.';
  const still = { body: row.first, y: 0, height: DOTS };
  return { ...drawing(below(8, first, next, all), label, still), axes: { score: extent } };
}

function floor(at: Scale): Markup {
  return svg`<path class="hair" d="M${at.range[0]} ${DOTS}H${at.range[1]}"/>`;
}

/** From the lowest to the highest score that any moment shows, in per cent. */
function extentOf({ items, won, boards, sent, votes }: BoardOutcome): Extent {
  let low = Infinity;
  let high = -Infinity;
  const see = (count: number): void => {
    low = Math.min(low, count);
    high = Math.max(high, count);
  };
  for (const { first, next } of [...won, ...votes]) [first, next].forEach(see);
  for (const { first, next } of boards) [...first, ...next].forEach(see);
  sent.forEach(see);
  return [(100 * low) / items, (100 * high) / items];
}

/** The same with some room, at round ends. */
function roomy([low, high]: Extent): Extent {
  const room = Math.max(0.05, (high - low) * 0.06);
  const grain = 10 ** Math.floor(Math.log10(high - low + 2 * room)) / 2;
  return [
    Math.max(0, Math.floor((low - room) / grain) * grain),
    Math.min(100, Math.ceil((high + room) / grain) * grain),
  ];
}

/** The dots of both weeks: the winner's is filled, and stands at the foot of its column. */
function rowsOf(
  outcome: BoardOutcome,
  moment: number | undefined,
  at: Scale,
): { first: Markup; next: Markup } {
  const { items, sent } = outcome;
  const x = (count: number): number => at((100 * count) / items);
  const dots = (mine: number, others: readonly number[]): Markup => {
    const r = others.length > 120 ? 2 : 3.5;
    const places = stacked([mine, ...others].map(x), { r, base: DOTS, height: DOTS - 4 });
    const [own = [0, 0] as const] = places;
    return svg`<path class="rival" d="${dotsPath(places.slice(1), r)}"/><path class="run-line thin" d="M${short(own[0])} 0V${DOTS}"/><path class="run-fill" d="${dotsPath([own], r + 1)}"/>`;
  };
  const board = boardSeen(outcome, moment);
  const vote = voteAt(outcome, moment);
  if (vote) return { first: dots(vote.first, sent.slice(0, vote.sent)), next: dots(vote.next, []) };
  if (!board) return { first: svg``, next: svg`` };
  const others = (list: readonly number[]): readonly number[] =>
    list.filter((_, i) => i !== board.winner);
  return {
    first: dots(board.first[board.winner] as number, others(board.first)),
    next: dots(board.next[board.winner] as number, others(board.next)),
  };
}

function titles(outcome: BoardOutcome, { moment }: Seen) {
  const { items, teams } = outcome;
  const held = number(heldBy(outcome, moment));
  const board = boardSeen(outcome, moment);
  const vote = voteAt(outcome, moment);
  if (vote || !board) {
    const { sent, first, next } = vote ?? { sent: 0, first: 0, next: 0 };
    return {
      first: {
        title: `${number(sent)} blind ${sent === 1 ? 'submission' : 'submissions'}`,
        aside: `their vote: ${scoreOf(first, items)}`,
      },
      next: { title: 'New items', aside: `the vote: ${scoreOf(next, items)}` },
      all: { title: `${held} such attacks`, aside: 'outline: on the board, filled: new items' },
    };
  }
  const name = `team ${board.winner + 1}`;
  const score = (list: readonly number[]): string => scoreOf(list[board.winner] as number, items);
  return {
    first: {
      title: `The board: ${number(teams)} teams`,
      aside: `${name} leads: ${score(board.first)}`,
    },
    next: { title: 'Next week', aside: `${name}: ${score(board.next)}, place ${board.place}` },
    all: {
      title: `${held} such ${held === '1' ? 'winner' : 'winners'}`,
      aside: 'outline: on the board, filled: next week',
    },
  };
}

/** Winners as two heaps over the axis: on the board as an outline, on new items filled. */
function winners(
  outcome: BoardOutcome,
  at: Scale,
  width: number,
  words: { readonly title: string; readonly aside: string },
  view: Seen,
): Part {
  const held = heldBy(outcome, view.moment);
  const heaps = heapsOf(outcome, at.domain, held);
  const up = (of: Heaps) => (count: number) => HILLS - (count / of.most) * (HILLS - 4);
  const x = (of: Heaps, bin: number): number =>
    Math.min(at.range[1], Math.max(at.range[0], at(of.from + bin * of.width)));
  const outline = (of: Heaps, list: readonly number[]): string =>
    list
      .map(
        (count, i) =>
          `${i === 0 ? 'M' : 'L'}${short(x(of, i))} ${short(up(of)(count))}H${short(x(of, i + 1))}`,
      )
      .join('');
  const filled = (of: Heaps, list: readonly number[]): string =>
    list
      .map((count, i) =>
        count === 0
          ? ''
          : `M${short(x(of, i))} ${HILLS}V${short(up(of)(count))}H${short(x(of, i + 1))}V${HILLS}Z`,
      )
      .join('');
  const behind =
    view.ghost &&
    ghost(view.ghost, (look) => svg`<path class="${look}-line" d="${meanLines(view.ghost, at)}"/>`);
  const body = svg`<path class="run-fill heap" d="${filled(heaps, heaps.next)}"/><path class="heap-line" d="${outline(heaps, heaps.first)}"/>${behind}${axisX(at, HILLS, { label: 'right answers in %', beyond: 8 })}`;
  return panel({ ...words, behind: view.ghost }, part(width, HILLS + AXIS, body));
}

/** Upright lines at the mean of each heap of another run, where they lie on this axis. */
function meanLines(run: Seen['ghost'], at: Scale): string {
  if (!run) return '';
  const { first, next } = meansOf(run.outcome);
  return [first, next]
    .map((share) => 100 * share)
    .filter((value) => value >= at.domain[0] && value <= at.domain[1])
    .map((value) => `M${short(at(value))} 0V${HILLS}`)
    .join('');
}

/** Winners by score: how many stand in each column, and how many a column of the full height has. */
interface Heaps {
  readonly from: number;
  readonly width: number;
  readonly most: number;
  readonly first: readonly number[];
  readonly next: readonly number[];
}

function heapsOf(
  { items, won }: BoardOutcome,
  [low, high]: readonly [number, number],
  held: number,
): Heaps {
  const wide = Math.max(1, Math.round(((high - low) * items) / 100 / COLUMNS));
  const start = Math.floor((low * items) / 100);
  const columns = Math.ceil(((high * items) / 100 - start) / wide) + 1;
  const heap = (of: (one: Won) => number, list: readonly Won[]): number[] => {
    const counts = Array.from({ length: columns }, () => 0);
    for (const one of list) {
      const bin = Math.min(columns - 1, Math.max(0, Math.floor((of(one) - start) / wide)));
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
    return counts;
  };
  const [first, next] = [(one: Won) => one.first, (one: Won) => one.next];
  // A column holds the counts from its left end on, so half a count to the left of them.
  const from = (100 * (start - 0.5)) / items;
  const seen = won.slice(0, held);
  return {
    from,
    width: (100 * wide) / items,
    most: Math.max(LOWEST, ...heap(first, seen), ...heap(next, seen)),
    first: heap(first, seen),
    next: heap(next, seen),
  };
}
