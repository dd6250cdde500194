/** The bench as a picture: a moment of the run above, how long requests took below. */
import type { Cell, Drawing, Extent, Ground, LabelBox, Mark, Part, Point } from '#kit/draw';
import { below, cells, chart, dots, drawing, extentBeside, labelAt, line, named } from '#kit/draw';
import { number, percent, pileOfDots, ROW, words } from '#kit/draw';
import type { SeenRun, View } from '#kit/contract';
import { doneBy, requestsOf, type Followed, type Slice } from '../../shared/queue/slice.ts';
import type { BenchOutcome } from './model.ts';
import type { BenchSettings } from './params.ts';
import { blocksOf, MOMENTS, placeOf, wayOf, type Place } from './place.ts';
import { fate, ms } from './say.ts';

type Seen = View<BenchSettings, BenchOutcome>;
type One = SeenRun<BenchSettings, BenchOutcome>;

/** How high the dots may stand; a phone shows them above the controls. */
const STACK = { wide: 108, narrow: 66 } as const;
const LABEL =
  'Requests on their way: each comes as a dot, waits along a thread and is served in a block. Below, how long they took, as dots.';

/** So many dots fill the room across: of more, one that comes as soon after another lies on it. */
const FULL = 300;

/** Those that can be told apart, in the order in which they came. */
function apart<T>(all: readonly T[], cameAt: (one: T) => number, span: number): readonly T[] {
  if (all.length <= FULL) return all;
  let last = -Infinity;
  return all.filter((one) => {
    const isFree = cameAt(one) - last >= span / FULL;
    if (isFree) last = cameAt(one);
    return isFree;
  });
}

/** Draws the run for a page or a phone; all of it, or as it stands while it is played. */
export function draw(settings: BenchSettings, outcome: BenchOutcome, view: Seen): Drawing {
  const { moment = MOMENTS - 1, isInline } = view;
  const run = { settings, outcome };
  const place = placeOf(outcome, moment);
  const took = outcome.latencies
    ? latencyPanel(run, view, moment < MOMENTS - 1 ? place : undefined)
    : growthPanel(run, view, place.now);
  return drawing(isInline ? took : below(8, lanesPanel(run, view, place.now), took), LABEL);
}

/** What has happened by `now`: where several go together, the same requests go one at a time above, and both are as high as one. */
function lanesPanel({ settings, outcome }: One, { layout }: Seen, now: number): Part {
  const { replicas, maxBatch } = settings;
  const { own, alone, come } = outcome.story;
  // More rows of replicas would push the sentence below them off the screen.
  const rows = Math.min(replicas, alone ? 1 : 2);
  const lane = (title: string, slice: Slice, height: number, foot = 38): Part => {
    // The line that requests come on, in rows above the first one.
    const top = rows - height / (alone ? 18 : 22);
    return chart({
      ...{ title, aside: fate(slice, now, '◆'), view: { layout } },
      ...{ height: height + foot, left: 1, right: 1, top: 4, foot },
      x: {
        ...{ extent: [0, own.to - own.from], isHidden: foot < 38, ticks: { wide: 7, narrow: 4 } },
        label: `dots come, blocks serve; time in ms${rows < replicas ? `, ${rows} of ${replicas} replicas` : ''}`,
      },
      y: { extent: [rows, top], isHidden: true },
      marks: laneMarks(slice, come, now, { top, rows, replicas }),
    });
  };
  if (!alone) return lane('One at a time', own, 120);
  const together = lane(`Up to ${maxBatch} together`, own, 46);
  return below(0, lane('One at a time', alone, 46, 2), together);
}

/** Requests on their line, threads as far as they have waited, batches that have begun; and a diamond for the request that is followed. */
function laneMarks(
  slice: Slice,
  come: readonly number[],
  now: number,
  { top, rows, replicas }: Readonly<Record<'top' | 'rows' | 'replicas', number>>,
): readonly Mark[] {
  const { from, to, followed } = slice;
  const its = followed && followed.arrival <= now ? [followed] : [];
  const isOther = (arrival: number): boolean => arrival <= now && arrival !== followed?.arrival;
  const seen = apart(requestsOf(slice), ({ arrival }) => arrival, to - from);
  const others = seen.filter(({ arrival, start }) => isOther(arrival) && start > from);
  const thread = (one: Followed): Point[] =>
    wayOf(slice, one, now).map(({ time, share }) => [time, top * (1 - share)]);
  const threads = others.flatMap((one): Point[] => [...thread(one), [0, null]]);
  const waiting = others.filter(({ start }) => start > now).flatMap((one) => thread(one).slice(1));
  const onLine = (times: readonly number[]): Point[] => times.map((one) => [one - from, top]);
  const diamonds = its.flatMap((one): Point[] => [
    ...onLine([one.arrival]),
    ...(now < one.start
      ? thread(one).slice(1)
      : [[Math.min(now, to, one.finish) - from, 0.45] as const]),
  ]);
  const blocks = blocksOf(slice, now, replicas).filter(({ row }) => row < rows);
  const fields = blocks.map(({ low, high, row }): Cell => [
    [low, high],
    [row, row + 0.9],
  ]);
  const sizes = blocks.map(({ size, low, high, row }) => {
    const at = ({ x, y }: Ground, text: string): LabelBox[] =>
      size > 1 && x(high) - x(low) > 24
        ? [labelAt(text, x((low + high) / 2), y(row + 0.45) + 5, 'middle')]
        : [];
    return words(String(size), at, { say: 'words' });
  });
  return [
    line(onLine([from, to]), { look: 'before-line thin' }),
    line(threads, { look: 'seed-line' }),
    cells(fields, { look: 'run-fill pale', air: 1 }),
    ...sizes,
    dots([...onLine(apart(come, Number, to - from).filter(isOther)), ...waiting], {
      look: 'soft',
      r: 3,
    }),
    line(its.flatMap(thread)),
    dots(diamonds, { sign: 3 }),
  ];
}

const tookOf = ({ arrival, finish }: Followed): number => finish - arrival;

/** The latencies that belong in the picture; a service level beyond them would squeeze the dots. */
function extentOf({ outcome: { latencies } }: One): Extent | undefined {
  return latencies ? [0, 1.06 * Math.max(latencies.dots[99] ?? 0, latencies.p99.value)] : undefined;
}

/** A hundred dots, each for one request in a hundred; while it is played, those of the requests that are counted so far. */
function latencyPanel(run: One, view: Seen, place: Place | undefined): Part {
  const [r, stack] = [view.layout === 'wide' ? 4 : 3, STACK[view.layout]];
  const extent = extentBeside(extentOf(run) as Extent, view.ghost && extentOf(view.ghost));
  const { own } = run.outcome.story;
  const soFar = place && (place.stage?.dots ?? doneBy(own, place.now).map(tookOf));
  const isEach = place && (place.stage?.count ?? 0) <= 100;
  return chart<BenchSettings, BenchOutcome>({
    title: 'How long they took',
    aside: isEach ? 'a dot: a request' : 'a dot: 1 request in 100',
    ...{ view, run, height: 50 + 3 * ROW + stack, right: r + 1, top: 0 },
    x: { extent, label: 'latency in ms', ticks: { wide: 7, narrow: 4 }, keep: 'latency' },
    marks: ({ settings: { serviceLevel: level }, outcome: { latencies } }) => {
      if (!latencies) return [];
      const { p50, p99, within } = latencies;
      const kept = `service level ${number(level)} ms: ${percent(within)} keep it`;
      const isPlayed = soFar && latencies === run.outcome.latencies;
      const names = [
        { value: p50, text: `half within ${ms(p50)} (p50)` },
        { value: p99.value, text: `99 of 100 within ${ms(p99.value)} (p99)` },
        { value: level, text: kept, look: 'dashed', later: true },
      ] as const;
      return [!soFar && named(names), pileOfDots(isPlayed ? soFar : latencies.dots, { r, stack })];
    },
  });
}

/** A queue without end: the latency of each request against when it came. */
function growthPanel({ outcome: { story } }: One, { layout }: Seen, now: number): Part {
  const { from, to } = story.own;
  const came = requestsOf(story.own);
  const most = Math.max(1, ...came.map(tookOf));
  const told = apart(came, ({ arrival }) => arrival, to - from);
  const seen = told.filter(({ arrival }) => arrival <= now);
  const points = seen.map((one): Point => [one.arrival - from, tookOf(one)]);
  return chart({
    title: 'The later they come, the longer they take',
    ...{ view: { layout }, height: STACK[layout] + ROW + 66, right: 6 },
    x: { extent: [0, to - from], label: 'came after, in ms', ticks: { wide: 7.6, narrow: 3.6 } },
    y: { extent: [0, most * 1.05], label: 'latency in ms', ticks: { wide: 4, narrow: 3 } },
    marks: [dots(points, { r: 3 })],
  });
}
