/** A moment of the run: requests come on the upper line, wait along their thread, and are served in blocks on the lanes. */
import { axisX, linear, type Scale } from '../../kit/draw/axes.ts';
import { dotsPath } from '../../kit/draw/dots.ts';
import { short, svg, type Markup } from '../../kit/draw/markup.ts';
import type { Slice } from '../../shared/queue/slice.ts';
import type { Layout, View } from '../../kit/contract/widget.ts';
import type { BenchOutcome } from './model.ts';
import type { BenchSettings } from './params.ts';
import { ms } from './say.ts';
import { sceneAt, type Scene } from './timeline.ts';

const ARRIVE = 58;
const LANE = 148;
const LANE_STEP = 26;
const BLOCK = 20;
const MOST_LANES = 4;

/** The upper panel and its height. */
export function momentPanel(
  settings: BenchSettings,
  outcome: BenchOutcome,
  { layout, moment }: View,
  width: number,
): { markup: Markup; still: Markup; height: number } {
  const lanes = Math.min(MOST_LANES, settings.replicas);
  const floor = LANE + (lanes - 1) * LANE_STEP + BLOCK;
  const scene = sceneAt(outcome, windowOf(outcome.slice, layout), moment);
  const { from, to, now, slice } = scene;
  const x = linear([from, to], [1, width - 1]);
  const clock = linear([0, to - from], [1, width - 1], layout === 'wide' ? 7 : 4);
  const marks = svg`<g class="axis"><path d="M0 ${ARRIVE}H${width}"/></g>
    <svg x="0" y="20" width="${now < to ? x(now) : width}" height="${floor - 18}"><g transform="translate(0 -20)">${inside(slice, x, lanes)}</g></svg>`;
  const markup = svg`<text x="0" y="14" class="strong">A moment of the run</text>
    <text x="${width}" y="14" text-anchor="end" class="soft">${layout === 'wide' ? 'dots: requests come; threads: they wait; blocks: a batch at work' : 'dots come, blocks serve'}</text>
    ${marks}
    ${note(outcome, scene, x, layout)}
    ${unseen(settings, lanes, floor)}
    ${axisX(clock, floor + 8, { label: 'time in ms' })}`;
  return { markup, still: marks, height: floor + 46 };
}

/** What is seen of a slice. A phone shows the later part of the same moment, where the marked request is served. */
function windowOf(slice: Slice, layout: Layout): Pick<Scene, 'from' | 'to'> {
  const { from, to, marked } = slice;
  if (layout === 'wide') return { from, to };
  return marked < 0 ? { from, to: from + (to - from) * 0.5 } : { from: nearer(slice), to };
}

function nearer(slice: Slice): number {
  const request = slice.requests[slice.marked];
  const early = slice.to - (slice.to - slice.from) * 0.55;
  const margin = (slice.to - slice.from) * 0.06;
  return Math.max(slice.from, Math.min(early, (request?.arrival ?? early) - margin));
}

function inside(slice: Slice, x: Scale, lanes: number): Markup {
  const threads: string[] = [];
  const come: [number, number][] = [];
  let followed = '';
  slice.requests.forEach((request, i) => {
    const batch = slice.batches[request.batch];
    if (!batch) return;
    const thread = `M${short(x(request.arrival))} ${ARRIVE}L${short(x(batch.start))} ${LANE - 1}`;
    if (i === slice.marked) followed = thread;
    else threads.push(thread);
    come.push([x(request.arrival), ARRIVE]);
  });
  const marked = slice.requests[slice.marked];
  return svg`<g class="axis"><path d="${threads.join('')}" stroke-opacity="0.5"/></g>
    ${blocks(slice, x, lanes)}
    <path class="soft" d="${dotsPath(come, 3)}"/>
    ${marked && svg`<path class="run-line" d="${followed}"/><path class="run-fill" d="${dotsPath([[x(marked.arrival), ARRIVE]], 5)}"/>`}`;
}

/** Blocks in two paths, the marked request's own batch darker; a number where it fits. */
function blocks(slice: Slice, x: Scale, lanes: number): Markup {
  const own = slice.requests[slice.marked]?.batch ?? -1;
  const paths = ['', ''];
  const sizes: Markup[] = [];
  slice.batches.forEach((batch, i) => {
    if (batch.replica >= lanes) return;
    const y = LANE + batch.replica * LANE_STEP;
    const [left, right] = [x(batch.start), x(batch.finish)];
    const which = i === own ? 1 : 0;
    // A hair of paper between neighbours, so that back-to-back batches stay apart.
    const wide = Math.max(1, right - left - 1);
    paths[which] += `M${short(left)} ${y}h${short(wide)}v${BLOCK}h${short(-wide)}z`;
    const middle = (Math.max(0, left) + Math.min(x.range[1], right)) / 2;
    if (Math.min(x.range[1], right) - Math.max(0, left) > 18 && sizes.length < 24) {
      sizes.push(svg`<text x="${middle}" y="${y + 15}" text-anchor="middle">${batch.size}</text>`);
    }
  });
  return svg`<path class="run-fill" fill-opacity="0.3" d="${paths[0] ?? ''}"/><path class="run-fill" fill-opacity="0.6" d="${paths[1] ?? ''}"/>${sizes}`;
}

/** What the marked request goes through, beside its dot; nothing before it has come. */
function note(
  outcome: BenchOutcome,
  { slice, now }: Scene,
  x: Scale,
  layout: Layout,
): Markup | false {
  if (!outcome.latencies) {
    return svg`<text x="0" y="${ARRIVE - 16}">From the start: each waits longer than the one before</text>`;
  }
  const request = slice.requests[slice.marked];
  const batch = request && slice.batches[request.batch];
  if (!request || !batch) return false;
  const text = waits(batch.start - request.arrival, now - request.arrival, layout);
  const at = x(request.arrival);
  const wide = text.length * 6.4;
  const left = Math.max(0, Math.min(at - 5, x.range[1] + 1 - wide));
  return svg`<text class="run" x="${left}" y="${ARRIVE - 14}">${text}</text>`;
}

/** How long it waits, of which so much has gone by. */
function waits(all: number, soFar: number, layout: Layout): string {
  const who = layout === 'wide' ? 'This request' : 'This one';
  if (soFar < all) return `${who} has waited ${ms(soFar)}`;
  return layout === 'wide'
    ? `${who} waits ${ms(all)}: of 100 requests, 99 are done as fast or faster`
    : `${who} waits ${ms(all)}: 99 of 100 are faster`;
}

function unseen(settings: BenchSettings, lanes: number, floor: number): Markup | false {
  const more = settings.replicas - lanes;
  if (more <= 0) return false;
  return svg`<text class="soft" x="0" y="${floor + 42}">and ${more} more ${more === 1 ? 'replica' : 'replicas'}</text>`;
}
