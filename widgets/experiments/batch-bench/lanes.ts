/**
 * A moment of the run: requests come on a line, wait along their thread, and are served in blocks on a lane. Where several
 * go together, the same requests go one at a time on a second lane above the line.
 */
import type { Ground, Markup, Part } from '#kit/draw';
import { chart, dotsPath, labelAt, short, signAt, special, svg, widthOf, words } from '#kit/draw';
import type { Layout, SeenRun } from '#kit/contract';
import { requestsOf, type Slice, type SliceBatch } from '../../shared/queue/slice.ts';
import type { BenchOutcome } from './model.ts';
import type { BenchSettings } from './params.ts';
import { fate, note } from './say.ts';

/** Where a time of the run is. */
export type Across = (time: number) => number;

/** A lane, with a row for each replica that is shown; the request that is followed goes on the first. */
export interface Lane {
  readonly slice: Slice;
  /** The line that requests come on, and the edge of the lane that faces it. */
  readonly arrive: number;
  readonly edge: number;
  /** The corner of the block that a batch is drawn as, so high; nothing where its replica is not shown. */
  readonly top: (batch: SliceBatch) => number | undefined;
  readonly block: number;
}

/** What has happened by `now`, in ms of the run, and what is drawn over it. */
export interface Scene {
  readonly now: number;
  readonly over: (lane: Lane, x: Across) => Markup;
}

/** More rows would push the sentence below them off the screen. */
const ROWS = { wide: 3, narrow: 2 } as const;
const KEY = 'dots: requests come; threads: they wait; blocks: a batch at work';

/** The panel; without a scene all that is seen of the run. */
export function lanesPanel(
  { settings: { replicas, maxBatch }, outcome }: SeenRun<BenchSettings, BenchOutcome>,
  layout: Layout,
  scene?: Scene,
): Part {
  const { latencies, story } = outcome;
  const { own, alone, come } = story;
  const isWide = layout === 'wide';
  const now = Math.min(own.to, scene?.now ?? own.to);
  const across =
    (on: Ground): Across =>
    (time) =>
      on.x(time - own.from);
  const { lanes, floor, hidden } = lanesOf(replicas, outcome, layout);
  const lane = lanes.at(-1) as Lane;
  const first = own.followed?.arrival ?? Infinity;
  const dots = come.filter((one) => one <= now && one !== first);
  const told = !alone && note(outcome, now, isWide);
  return chart({
    title: alone ? 'One at a time' : 'A moment of the run',
    aside: alone ? fate(alone, now, isWide) : isWide ? KEY : 'dots come, blocks serve',
    ...{ view: { layout }, height: floor + 46, foot: 38, right: 1, top: 0 },
    x: { extent: [0, own.to - own.from], label: 'time in ms', ticks: { wide: 7, narrow: 4 } },
    marks: [
      special((on) => {
        const x = across(on);
        const [y, end] = [lane.arrive, on.right + 1];
        return svg`<g class="axis"><path d="M0 ${y}H${end}"/></g><svg width="${now < own.to ? x(now) : end}" height="${floor + 4}">${lanes.map((one) => inside(one, x, one === lane))}</svg><path class="soft" d="${dotsPath(
          dots.map((one) => [x(one), y] as const),
          3,
        )}"/>${first <= now && svg`<path class="run-fill" d="${signAt(3, x(first), y, 5)}"/>`}${scene && lanes.map((one) => scene.over(one, x))}`;
      }),
      special((on) => sizes(lane, across(on), now, on.right), { still: false }),
      told &&
        words(
          told,
          (on, text) => {
            const most = on.right + 1 - widthOf(text);
            const wanted = latencies ? across(on)(first) - 5 : 0;
            return [labelAt(text, Math.max(0, Math.min(wanted, most)), 18)];
          },
          { say: latencies ? 'run' : '' },
        ),
      alone &&
        words(`Up to ${maxBatch} together`, (_, text) => [labelAt(text, 0, floor - 2)], {
          say: 'strong words',
        }),
      alone &&
        words(fate(own, now, isWide), ({ right }, text) => [
          labelAt(text, right + 1, floor - 2, 'end'),
        ]),
      hidden > 0 &&
        words(`and ${hidden} more ${hidden === 1 ? 'replica' : 'replicas'}`, (_, text) => [
          labelAt(text, 0, floor + 42),
        ]),
    ],
  });
}

/** The lanes of a run, from the top, over a floor that is the same for one and for two; where there are two they are lower. */
function lanesOf(
  replicas: number,
  { story: { own, alone } }: BenchOutcome,
  layout: Layout,
): { readonly lanes: readonly Lane[]; readonly floor: number; readonly hidden: number } {
  const most = Math.min(ROWS[layout], replicas);
  const rows = alone ? Math.min(most, ROWS[layout] - 1) : most;
  const [block, pitch] = alone ? [16, 19] : [20, 26];
  const high = (rows - 1) * pitch + block;
  const floor = 112 + (most - 1) * 26;
  // Words stand under the second of two.
  const below = floor - high - (alone ? 16 : 0);
  const arrive = alone ? (high + below) / 2 : 32;
  const laneOf = (slice: Slice, edge: number): Lane => ({
    ...{ slice, arrive, edge, block },
    top: ({ replica }) => {
      const row = (replica - (slice.followed?.replica ?? 0) + replicas) % replicas;
      if (row >= rows) return undefined;
      return edge < arrive ? edge - row * pitch - block : edge + row * pitch;
    },
  });
  const lanes = alone ? [laneOf(alone, high), laneOf(own, below)] : [laneOf(own, below)];
  return { lanes, floor, hidden: replicas - rows };
}

/** Threads of those that wait, and blocks in two paths, the batch of the request that is followed darker. */
function inside({ slice, arrive, edge, top, block }: Lane, x: Across, isOwn: boolean): Markup {
  const { batches, followed } = slice;
  const thread = (one: { readonly arrival: number; readonly start: number }): string =>
    `M${short(x(one.arrival))} ${short(arrive)}L${short(x(one.start))} ${edge}`;
  const threads = requestsOf(slice).filter(({ arrival }) => arrival !== followed?.arrival);
  const blocks = (areIts: boolean): readonly string[] =>
    batches
      .filter(
        ({ start, replica }) =>
          (start === followed?.start && replica === followed.replica) === areIts,
      )
      .map((batch) => {
        const y = top(batch);
        const left = x(batch.start);
        // A hair of paper between neighbours, so that back-to-back batches stay apart.
        const wide = short(Math.max(1, x(batch.finish) - left - 1));
        return y === undefined ? '' : `M${short(left)} ${y}h${wide}v${block}h-${wide}z`;
      });
  return svg`<g class="axis"><path d="${threads.map(thread)}" stroke-opacity="0.5"/></g><path class="${isOwn ? 'run-fill' : 'before'}" fill-opacity="0.3" d="${blocks(false)}"/><path class="run-fill" fill-opacity="0.6" d="${blocks(true)}"/>${followed && svg`<path class="run-line" d="${thread(followed)}"/>`}`;
}

/** How many are in each batch that has begun by `now`, where it has room for the number. */
function sizes({ slice, top, block }: Lane, x: Across, now: number, end: number): Markup {
  const words = slice.batches.flatMap((batch) => {
    const [from, to] = [Math.max(0, x(batch.start)), Math.min(end, x(batch.finish))];
    const [middle, y] = [(from + to) / 2, top(batch)];
    const fits = y !== undefined && to - from > 18 && middle + 6 <= x(now);
    return fits ? [svg`<tspan x="${middle}" y="${y + block / 2 + 5}">${batch.size}</tspan>`] : [];
  });
  return svg`<text text-anchor="middle">${words.slice(0, 24)}</text>`;
}
