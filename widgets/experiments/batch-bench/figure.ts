/** The bench as a picture: a moment of the run above, how long requests took below. */
import type { Axis, Drawing, Extent, Markup, NamedValue as Mark, Part, Scale } from '#kit/draw';
import { below, dotPlot, dotsPath, drawing, extentBeside, keptExtent, marks } from '#kit/draw';
import { number, panel, peeps, plot, ROW, scalesOf, svg, WIDTH } from '#kit/draw';
import { requestsOf } from '../../shared/queue/slice.ts';
import type { Latencies } from '../../shared/queue/summary.ts';
import type { SeenRun, View } from '#kit/contract';
import { momentPanel, type Scene } from './moment.ts';
import type { BenchOutcome } from './model.ts';
import type { BenchSettings } from './params.ts';
import { ms } from './say.ts';

type Seen = View<BenchSettings, BenchOutcome>;
/** How high the dots may stand; a phone shows them above the controls. */
const STACK = { wide: 108, narrow: 66 } as const;

/** A moment of a run that is played: its lanes, and the dots so far on the axis of latencies. */
export interface Playing extends Scene {
  readonly dots: (x: Scale, floor: number, r: number, stack: number) => Markup;
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
  const { part: moment, still } = momentPanel(settings, outcome, view.layout, playing);
  const { latencies } = outcome;
  const values = extentOf({ settings, outcome });
  const fresh = values && extentBeside(values, view.ghost && extentOf(view.ghost));
  const extent = fresh && keptExtent(fresh, fresh, view.axes?.['latency']);
  const took =
    extent && latencies
      ? latencyPanel(settings, latencies, extent, view, playing)
      : growthPanel(settings, outcome, view, playing);
  const stands = { body: still, y: 14, height: 110 };
  const whole = view.isInline ? below(0, took) : below(8, moment, took);
  const figure = drawing(whole, described(settings, outcome, view.isInline), stands);
  return { ...figure, ...(extent && { axes: { latency: extent } }) };
}

/** The latencies that belong in the picture: the service level when it is near; far away it would squeeze the dots. */
function extentOf({ settings, outcome }: SeenRun<BenchSettings, BenchOutcome>): Extent | undefined {
  const { latencies } = outcome;
  if (!latencies) return undefined;
  const slowest = Math.max(latencies.dots[99] as number, latencies.p99.value);
  const level = settings.serviceLevel;
  return [0, 1.06 * (level < 1.7 * slowest ? Math.max(level, slowest) : slowest)];
}

/** A hundred dots, each for one request in a hundred; while it is played, those so far. */
function latencyPanel(
  { serviceLevel }: BenchSettings,
  latencies: Latencies,
  extent: Extent,
  { layout, ghost }: Seen,
  playing?: Playing,
): Part {
  const isWide = layout === 'wide';
  const stack = STACK[layout];
  const r = isWide ? 4 : 3;
  const x = { extent, label: 'latency in ms', ticks: isWide ? 7 : 4 };
  const size = { width: WIDTH[layout], height: 50 + 3 * ROW + stack, right: r + 1 };
  // Grey dots that lie under these, or off the axis, need no key.
  const at = scalesOf({ ...size, x }).x;
  const values = ghost?.outcome.latencies?.dots.filter((value) => value <= extent[1]);
  const isSeen = values && (ghost?.isPinned || peeps(values.map(at), latencies.dots.map(at), r));
  const behind = values && { ...ghost, values };
  const dots = playing ? [] : latencies.dots;
  const drawn = dotPlot({ ...size, x, r, stack, behind }, dots, (_, floor) =>
    playing
      ? playing.dots(at, floor, r, stack)
      : marks(marksOf(latencies, serviceLevel), at, 0, floor),
  );
  const each = playing?.each ?? (isWide ? 'one request in a hundred' : '1 in 100');
  const words = { title: 'How long they took', aside: `${isWide ? 'each' : 'a'} dot: ${each}` };
  return panel({ ...words, behind: isSeen ? ghost : undefined }, drawn);
}

function marksOf({ p50, p99, within }: Latencies, level: number): Mark[] {
  // Rounding must not turn nearly all into all.
  const digits = within <= 0.98 || within === 1 ? 0 : within < 0.9995 ? 1 : 3;
  const kept = number(100 * within, digits);
  const text = `service level ${number(level)} ms: ${kept} % keep it`;
  return [
    { value: p50, text: `half within ${ms(p50)} (p50)` },
    { value: p99.value, text: `99 of 100 within ${ms(p99.value)} (p99)` },
    { value: level, text, look: 'dashed', later: true },
  ];
}

/** A queue without end: the latency of each request against when it came. */
function growthPanel(
  { arrivals }: BenchSettings,
  { story: { own: slice }, capacity }: BenchOutcome,
  { layout }: Seen,
  playing?: Playing,
): Part {
  const width = WIDTH[layout];
  const points = requestsOf(slice).map(
    ({ arrival, finish }) => [arrival - slice.from, finish - arrival] as const,
  );
  const most = Math.max(1, ...points.map(([, latency]) => latency));
  const length = slice.to - slice.from;
  const x: Axis = { extent: [0, length], label: 'came after, in ms', ticks: width / 90 };
  const y: Axis = {
    extent: [0, most * 1.05],
    label: 'latency in ms',
    ticks: layout === 'wide' ? 4 : 3,
  };
  const drawn = plot({ width, height: STACK[layout] + ROW + 66, x, y, right: 6 }, (at) => {
    const come = points.filter(([after]) => after <= (playing?.now ?? slice.to) - slice.from);
    const dots = come.map(([after, latency]) => [at.x(after), at.y(latency)] as const);
    return svg`<path class="run-fill" d="${dotsPath(dots, 3)}"/>`;
  });
  const excess = arrivals - capacity;
  const aside =
    excess > 0
      ? `${number(excess, excess < 10 ? 1 : 0)} more a second come than can be served`
      : 'as many come as can be served: no slack';
  return panel({ title: 'The queue has no end', aside: layout === 'wide' ? aside : '' }, drawn);
}

function described(
  { replicas, maxBatch }: BenchSettings,
  { latencies, story }: BenchOutcome,
  isInline = false,
): string {
  const who = replicas === 1 ? 'one replica' : `${replicas} replicas`;
  if (!latencies)
    return `Requests come at ${who} faster than they are served; waits grow as long as that lasts.`;
  const took = `ne hundred dots for the latencies: half within ${ms(latencies.p50)}, 99 within ${ms(latencies.p99.value)}.`;
  if (isInline) return `O${took}`;
  const how = story.alone ? `one at a time and up to ${maxBatch} together` : 'in batches';
  return `Above, requests come and are served ${how} by ${who}. Below, o${took}`;
}
