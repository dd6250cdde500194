/** The bench as a picture: a moment of the run above, how long requests took below. */
import type { Drawing, Extent, Ground, Markup, Part } from '#kit/draw';
import { below, chart, dots, drawing, extentBeside, named, number, pileOfDots } from '#kit/draw';
import { ROW } from '#kit/draw';
import type { SeenRun, View } from '#kit/contract';
import { requestsOf } from '../../shared/queue/slice.ts';
import { lanesPanel, type Scene } from './lanes.ts';
import type { BenchOutcome } from './model.ts';
import type { BenchSettings } from './params.ts';
import { ms } from './say.ts';

type Seen = View<BenchSettings, BenchOutcome>;
type One = SeenRun<BenchSettings, BenchOutcome>;
/** How high the dots may stand; a phone shows them above the controls. */
const STACK = { wide: 108, narrow: 66 } as const;

/** A moment of a run that is played: its lanes, and the dots so far on the axis of latencies. */
export interface Playing extends Scene {
  readonly dots: (on: Ground, r: number, stack: number) => Markup;
  /** What a dot stands for. */
  readonly each: string;
}

/** Draws the run for a page or a phone; all of it, or as it stands while it is played. */
export function draw(
  settings: BenchSettings,
  outcome: BenchOutcome,
  view: Seen,
  playing?: Playing,
): Drawing {
  const run = { settings, outcome };
  const moment = lanesPanel(run, view.layout, playing);
  const took = (outcome.latencies ? latencyPanel : growthPanel)(run, view, playing);
  const still = moment.still && { ...moment.still, y: 14, height: 110 };
  return drawing(view.isInline ? took : below(8, moment, took), described(run, view), still);
}

/** The latencies that belong in the picture: the service level when it is near; far away it would squeeze the dots. */
function extentOf({ settings, outcome: { latencies } }: One): Extent | undefined {
  if (!latencies) return undefined;
  const slowest = Math.max(latencies.dots[99] as number, latencies.p99.value);
  const level = settings.serviceLevel;
  return [0, 1.06 * (level < 1.7 * slowest ? Math.max(level, slowest) : slowest)];
}

/** A hundred dots, each for one request in a hundred; while it is played, those so far. */
function latencyPanel(run: One, view: Seen, playing?: Playing): Part {
  const isWide = view.layout === 'wide';
  const [r, stack] = [isWide ? 4 : 3, STACK[view.layout]];
  const each = playing?.each ?? (isWide ? 'one request in a hundred' : '1 in 100');
  const extent = extentBeside(extentOf(run) as Extent, view.ghost && extentOf(view.ghost));
  return chart<BenchSettings, BenchOutcome>({
    title: 'How long they took',
    aside: `${isWide ? 'each' : 'a'} dot: ${each}`,
    ...{ view, run, height: 50 + 3 * ROW + stack, right: r + 1, top: 0 },
    x: { extent, label: 'latency in ms', ticks: { wide: 7, narrow: 4 }, keep: 'latency' },
    marks: ({ settings: { serviceLevel: level }, outcome: { latencies } }) => {
      if (!latencies) return [];
      const { p50, p99, within } = latencies;
      const pile = pileOfDots(latencies.dots, { r, stack });
      if (playing) {
        const fallen = (on: Ground) => playing.dots(on, r, stack);
        return [{ ...pile, draw: (on, other) => (other ? pile.draw(on, other) : fallen(on)) }];
      }
      // Rounding must not turn nearly all into all.
      const digits = within <= 0.98 || within === 1 ? 0 : within < 0.9995 ? 1 : 3;
      const kept = `service level ${number(level)} ms: ${number(100 * within, digits)} % keep it`;
      return [
        named([
          { value: p50, text: `half within ${ms(p50)} (p50)` },
          { value: p99.value, text: `99 of 100 within ${ms(p99.value)} (p99)` },
          { value: level, text: kept, look: 'dashed', later: true },
        ]),
        pile,
      ];
    },
  });
}

/** A queue without end: the latency of each request against when it came. */
function growthPanel({ settings, outcome }: One, { layout }: Seen, playing?: Playing): Part {
  const { from, to } = outcome.story.own;
  const points = requestsOf(outcome.story.own).map(
    ({ arrival, finish }) => [arrival - from, finish - arrival] as const,
  );
  const most = Math.max(1, ...points.map(([, latency]) => latency));
  const excess = settings.arrivals - outcome.capacity;
  const aside =
    excess >= 0.05
      ? `${number(excess, excess < 10 ? 1 : 0)} more a second come than can be served`
      : 'as many come as can be served: no slack';
  return chart({
    title: 'The queue has no end',
    aside: layout === 'wide' ? aside : '',
    ...{ view: { layout }, height: STACK[layout] + ROW + 66, right: 6 },
    x: { extent: [0, to - from], label: 'came after, in ms', ticks: { wide: 7.6, narrow: 3.6 } },
    y: { extent: [0, most * 1.05], label: 'latency in ms', ticks: { wide: 4, narrow: 3 } },
    marks: [
      dots(
        points.filter(([after]) => after <= (playing?.now ?? to) - from),
        { r: 3 },
      ),
    ],
  });
}

function described({ settings, outcome: { latencies, story } }: One, { isInline }: Seen): string {
  const { replicas, maxBatch } = settings;
  const who = replicas === 1 ? 'one replica' : `${replicas} replicas`;
  if (!latencies)
    return `Requests come at ${who} faster than they are served; waits grow as long as that lasts.`;
  const took = `ne hundred dots for the latencies: half within ${ms(latencies.p50)}, 99 within ${ms(latencies.p99.value)}.`;
  if (isInline) return `O${took}`;
  const how = story.alone ? `one at a time and up to ${maxBatch} together` : 'in batches';
  return `Above, requests come and are served ${how} by ${who}. Below, o${took}`;
}
