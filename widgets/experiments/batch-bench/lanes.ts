/** The lanes on which requests are served: where they lie, and what is drawn on one. */
import type { Markup, Scale } from '#kit/draw';
import { short, svg } from '#kit/draw';
import type { Layout } from '#kit/contract';
import { requestsOf, type Slice, type SliceBatch } from '../../shared/queue/slice.ts';
import type { BenchOutcome } from './model.ts';
import type { BenchSettings } from './params.ts';

/** A lane, with a row for each replica that is shown; the request that is followed goes on the first. */
export interface Lane {
  readonly slice: Slice;
  /** The line that requests come on, and the edge of the lane that faces it. */
  readonly arrive: number;
  readonly edge: number;
  /** The corner of the block that a batch is drawn as; nothing where its replica is not shown. */
  readonly top: (batch: SliceBatch) => number | undefined;
  readonly block: number;
  /** It is the run itself, and no other one beside it. */
  readonly isOwn: boolean;
}

/** More rows would push the sentence below them off the screen. */
const MOST_ROWS = { wide: 3, narrow: 2 } as const;
const [BLOCK, ROW] = [20, 26];
/** Where there are two lanes they are lower, and words stand under the second one. */
const TWO = { rows: { wide: 2, narrow: 1 }, block: 16, row: 19, words: 16 } as const;

/** The lanes of a run, from the top, over a floor that is the same for one and for two. */
export function lanesOf(
  settings: BenchSettings,
  { story: { own: slice, alone } }: BenchOutcome,
  layout: Layout,
): { readonly lanes: readonly Lane[]; readonly floor: number; readonly hidden: number } {
  const { replicas } = settings;
  const most = Math.min(MOST_ROWS[layout], replicas);
  const floor = 112 + (most - 1) * ROW;
  const rowOf = ({ replica }: SliceBatch, { followed }: Slice): number =>
    (replica - (followed?.replica ?? 0) + replicas) % replicas;
  const laneOf = (
    of: Slice,
    [arrive, edge, row, block]: readonly [number, number, number, number],
    rows: number,
  ): Lane => ({
    ...{ slice: of, arrive, edge, block, isOwn: of === slice },
    top: (batch) => {
      const at = rowOf(batch, of);
      return at < rows ? edge + at * row - (row < 0 ? block : 0) : undefined;
    },
  });
  if (!alone) {
    const edge = floor - BLOCK - (most - 1) * ROW;
    return { lanes: [laneOf(slice, [32, edge, ROW, BLOCK], most)], floor, hidden: replicas - most };
  }
  const rows = Math.min(most, TWO.rows[layout]);
  const high = (rows - 1) * TWO.row + TWO.block;
  const edge = floor - TWO.words - high;
  const arrive = (high + edge) / 2;
  return {
    lanes: [
      laneOf(alone, [arrive, high, -TWO.row, TWO.block], rows),
      laneOf(slice, [arrive, edge, TWO.row, TWO.block], rows),
    ],
    floor,
    hidden: replicas - rows,
  };
}

/** Threads of those that wait, and blocks in two paths, the batch of the request that is followed darker. */
export function inside({ slice, arrive, edge, top, block, isOwn }: Lane, x: Scale): Markup {
  const { batches, followed } = slice;
  const thread = (arrival: number, start: number): string =>
    `M${short(x(arrival))} ${short(arrive)}L${short(x(start))} ${edge}`;
  const threads = requestsOf(slice).map(({ arrival, start }) =>
    arrival === followed?.arrival ? '' : thread(arrival, start),
  );
  const paths = ['', ''];
  for (const batch of batches) {
    const y = top(batch);
    if (y === undefined) continue;
    const [left, right] = [x(batch.start), x(batch.finish)];
    // A hair of paper between neighbours, so that back-to-back batches stay apart.
    const wide = short(Math.max(1, right - left - 1));
    const isIts = batch.start === followed?.start && batch.replica === followed.replica;
    paths[isIts ? 1 : 0] += `M${short(left)} ${y}h${wide}v${block}h-${wide}z`;
  }
  return svg`<g class="axis"><path d="${threads.join('')}" stroke-opacity="0.5"/></g>
    <path class="${isOwn ? 'run-fill' : 'before'}" fill-opacity="0.3" d="${paths[0]}"/><path class="run-fill" fill-opacity="0.6" d="${paths[1]}"/>
    ${followed && svg`<path class="run-line" d="${thread(followed.arrival, followed.start)}"/>`}`;
}

/** How many are in each batch that has begun by `now`, where it has room for the number. */
export function sizes({ slice, top, block }: Lane, x: Scale, now: number): Markup {
  const words = slice.batches.flatMap((batch) => {
    const [from, to] = [Math.max(0, x(batch.start)), Math.min(x.range[1], x(batch.finish))];
    const y = top(batch);
    const fits = y !== undefined && to - from > 18 && (from + to) / 2 + 6 <= x(now);
    return fits
      ? [svg`<tspan x="${(from + to) / 2}" y="${y + block / 2 + 5}">${batch.size}</tspan>`]
      : [];
  });
  return svg`<text text-anchor="middle">${words.slice(0, 24)}</text>`;
}
