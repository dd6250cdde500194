/** A moment of the run: requests come on the upper line, wait along their thread, and are served in blocks on the lanes. */
import { axisX, linear, type Scale } from '../../kit/draw/axes.ts';
import { dotsPath } from '../../kit/draw/dots.ts';
import { widthOf } from '../../kit/draw/text-width.ts';
import { short, svg, type Markup } from '../../kit/draw/markup.ts';
import { panel } from '../../kit/draw/panel.ts';
import { part, WIDTH, type Part } from '../../kit/draw/part.ts';
import type { Slice } from '../../shared/queue/slice.ts';
import type { View } from '../../kit/contract/widget.ts';
import type { BenchOutcome } from './model.ts';
import type { BenchSettings } from './params.ts';
import { ms } from './say.ts';
import { sceneAt, type Scene } from './timeline.ts';

const ARRIVE = 32;
const LANE = 92;
const LANE_STEP = 26;
const BLOCK = 20;
/** More lanes would push the sentence below them off the screen. */
const MOST_LANES = { wide: 3, narrow: 2 } as const;

/** The upper panel, and its marks without a word. */
export function momentPanel(
  settings: BenchSettings,
  outcome: BenchOutcome,
  { layout, moment }: View,
): { readonly part: Part; readonly still: Markup } {
  const isWide = layout === 'wide';
  const width = WIDTH[layout];
  const lanes = Math.min(MOST_LANES[layout], settings.replicas);
  const floor = LANE + (lanes - 1) * LANE_STEP + BLOCK;
  const scene = sceneAt(outcome, isWide ? outcome.slice : nearer(outcome.slice), moment);
  const { from, to, now, slice } = scene;
  const x = linear([from, to], [1, width - 1]);
  const clock = linear([0, to - from], [1, width - 1], isWide ? 7 : 4);
  const more = settings.replicas - lanes;
  const [marks, sizes] = inside(slice, x, lanes);
  const still = svg`<g class="axis"><path d="M0 ${ARRIVE}H${width}"/></g>
    <svg width="${now < to ? x(now) : width}" height="${floor + 4}">${marks}</svg>`;
  const body = svg`${still}${sizes}${note(outcome, scene, x, isWide)}
    ${more > 0 && svg`<text class="soft" y="${floor + 42}">and ${more} more ${more === 1 ? 'replica' : 'replicas'}</text>`}
    ${axisX(clock, floor + 8, { label: 'time in ms' })}`;
  const aside = isWide
    ? 'dots: requests come; threads: they wait; blocks: a batch at work'
    : 'dots come, blocks serve';
  const drawn = panel({ title: 'A moment of the run', aside }, part(width, floor + 46, body));
  return { part: drawn, still };
}

/** A phone shows the later part of the same moment, where the marked request is served. */
function nearer({ from, to, requests, marked }: Slice): Pick<Scene, 'from' | 'to'> {
  const span = to - from;
  if (marked < 0) return { from, to: from + span * 0.5 };
  const early = to - span * 0.55;
  const soon = Math.min(early, (requests[marked]?.arrival ?? early) - span * 0.06);
  return { from: Math.max(from, soon), to };
}

/** The marks, and the sizes of batches that are written on them. */
function inside(
  { requests, batches, marked }: Slice,
  x: Scale,
  lanes: number,
): readonly [marks: Markup, sizes: Markup] {
  const served = requests.flatMap(({ arrival, batch: own }, i) => {
    const batch = batches[own];
    if (!batch) return [];
    const thread = `M${short(x(arrival))} ${ARRIVE}L${short(x(batch.start))} ${LANE - 1}`;
    return [{ at: [x(arrival), ARRIVE] as const, thread, isMarked: i === marked }];
  });
  const one = served.find(({ isMarked }) => isMarked);
  const threads = served.filter((other) => other !== one).map(({ thread }) => thread);
  const dots = served.map(({ at }) => at);
  const [at, sizes] = blocks(batches, requests[marked]?.batch ?? -1, x, lanes);
  const marks = svg`<g class="axis"><path d="${threads}" stroke-opacity="0.5"/></g>
    ${at}
    <path class="soft" d="${dotsPath(dots, 3)}"/>
    ${one && svg`<path class="run-line" d="${one.thread}"/><path class="run-fill" d="${dotsPath([one.at], 5)}"/>`}`;
  return [marks, sizes];
}

/** Blocks in two paths, the marked request's own batch darker; a number where it fits. */
function blocks(
  batches: Slice['batches'],
  own: number,
  x: Scale,
  lanes: number,
): readonly [marks: Markup, sizes: Markup] {
  const paths = ['', ''];
  const sizes: Markup[] = [];
  batches.forEach(({ start, finish, replica, size }, i) => {
    if (replica >= lanes) return;
    const y = LANE + replica * LANE_STEP;
    const [left, right] = [x(start), x(finish)];
    // A hair of paper between neighbours, so that back-to-back batches stay apart.
    const wide = short(Math.max(1, right - left - 1));
    paths[i === own ? 1 : 0] += `M${short(left)} ${y}h${wide}v${BLOCK}h-${wide}z`;
    const [from, to] = [Math.max(0, left), Math.min(x.range[1], right)];
    if (to - from > 18 && sizes.length < 24)
      sizes.push(svg`<tspan x="${(from + to) / 2}" y="${y + 15}">${size}</tspan>`);
  });
  return [
    svg`<path class="run-fill" fill-opacity="0.3" d="${paths[0]}"/><path class="run-fill" fill-opacity="0.6" d="${paths[1]}"/>`,
    svg`<text text-anchor="middle">${sizes}</text>`,
  ];
}

/** What the marked request goes through, beside its dot; nothing before it has come. */
function note(
  { latencies }: BenchOutcome,
  { slice, now }: Scene,
  x: Scale,
  isWide: boolean,
): Markup | false {
  if (!latencies)
    return svg`<text y="${ARRIVE - 16}">From the start: each waits longer than the one before</text>`;
  const request = slice.requests[slice.marked];
  const batch = request && slice.batches[request.batch];
  if (!batch) return false;
  const text = waits(batch.start - request.arrival, now - request.arrival, isWide);
  const most = x.range[1] + 1 - widthOf(text);
  const left = Math.max(0, Math.min(x(request.arrival) - 5, most));
  return svg`<text class="run" x="${left}" y="${ARRIVE - 14}">${text}</text>`;
}

/** How long it waits, of which so much has gone by. */
function waits(all: number, soFar: number, isWide: boolean): string {
  const who = isWide ? 'This request' : 'This one';
  if (soFar < all) return `${who} has waited ${ms(soFar)}`;
  const among = isWide ? 'of 100 requests, 99 are done as fast or faster' : '99 of 100 are faster';
  return `${who} waits ${ms(all)}: ${among}`;
}
