/**
 * A moment of the run: requests come on a line, wait along their thread, and are served in blocks on a lane. Where several
 * go together, the same requests go one at a time on a second lane above the line.
 */
import { mean } from 'd3-array';
import type { Markup, Part, Scale } from '#kit/draw';
import { axisX, dotsPath, linear, number, panel, part, short, svg, WIDTH } from '#kit/draw';
import { widthOf } from '#kit/draw';
import type { Layout } from '#kit/contract';
import { requestsOf, type Slice } from '../../shared/queue/slice.ts';
import { inside, lanesOf, sizes, type Lane } from './lanes.ts';
import type { BenchOutcome } from './model.ts';
import type { BenchSettings } from './params.ts';
import { ms } from './say.ts';

/** What has happened by `now`, in ms of the run, and what is drawn over it; without it all that is seen of the run. */
export interface Scene {
  readonly now: number;
  readonly over: (x: Scale, lanes: readonly Lane[]) => Markup;
}

/** The upper panel, and its marks without a word. */
export function momentPanel(
  settings: BenchSettings,
  outcome: BenchOutcome,
  layout: Layout,
  scene?: Scene,
): { readonly part: Part; readonly still: Markup } {
  const isWide = layout === 'wide';
  const width = WIDTH[layout];
  const { lanes, floor, hidden } = lanesOf(settings, outcome, layout);
  const own = lanes.at(-1) as Lane;
  const { from, to } = own.slice;
  const now = Math.min(to, scene?.now ?? to);
  const x = linear([from, to], [1, width - 1]);
  const clock = linear([0, to - from], [1, width - 1], isWide ? 7 : 4);
  const still = svg`<g class="axis"><path d="M0 ${own.arrive}H${width}"/></g>
    <svg width="${now < to ? x(now) : width}" height="${floor + 4}">${lanes.map((lane) => inside(lane, x))}</svg>
    ${come(outcome, now, x, own.arrive)}${scene?.over(x, lanes)}`;
  const isTwo = lanes.length > 1;
  const body = svg`${still}${sizes(own, x, now)}
    ${isTwo ? under(settings, outcome, now, [isWide, width, floor - 2]) : note(outcome, now, x, isWide)}
    ${hidden > 0 && svg`<text class="soft" y="${floor + 42}">and ${hidden} more ${hidden === 1 ? 'replica' : 'replicas'}</text>`}
    ${axisX(clock, floor + 8, { label: 'time in ms' })}`;
  const words = isTwo
    ? { title: 'One at a time', aside: fate((lanes[0] as Lane).slice, now, isWide) }
    : { title: 'A moment of the run', aside: isWide ? KEY : 'dots come, blocks serve' };
  return { part: panel(words, part(width, floor + 46, body)), still };
}

/** A mark for each request that has come, another one for that which is followed. */
function come({ story: { come, own } }: BenchOutcome, now: number, x: Scale, y: number): Markup {
  const arrival = own.followed?.arrival ?? Infinity;
  const dots = come.filter((one) => one <= now && one !== arrival);
  return svg`<path class="soft" d="${dotsPath(
    dots.map((one) => [x(one), y] as const),
    3,
  )}"/>${arrival <= now && svg`<path class="run-fill" d="${diamond(x(arrival), y)}"/>`}`;
}

/** The path of the sign of the request that is followed. */
export function diamond(x: number, y: number, size = 6.5): string {
  return `M${short(x)} ${short(y - size)}l${size} ${size} -${size} ${size} -${size} -${size}z`;
}

const KEY = 'dots: requests come; threads: they wait; blocks: a batch at work';

/** What stands under two lanes, of the lower one. */
function under(
  { maxBatch }: BenchSettings,
  { story }: BenchOutcome,
  now: number,
  [isWide, width, y]: readonly [boolean, number, number],
): Markup {
  return svg`<text class="strong words" y="${y}">Up to ${maxBatch} together</text>
    <text class="soft" x="${width}" y="${y}" text-anchor="end">${fate(story.own, now, isWide)}</text>`;
}

/** So many of a queue without end are looked at. */
const FEW = 5;
/** A queue that is longer is told of rather than the one request in it. */
const LONG = 60;

/** What has become of the request that is followed, on one lane; of a queue without end nobody is. */
function fate(slice: Slice, now: number, isWide: boolean): string {
  const { followed: one, waiting } = slice;
  if (!one) return crowd(slice, now, isWide);
  if (waiting > LONG) return `${number(waiting)} wait already`;
  if (now < one.arrival) return '';
  const who = isWide ? 'the marked request:' : 'marked:';
  if (now < one.start) return `${who} waits, ${ms(now - one.arrival)} so far`;
  if (now < one.finish) return `${who} served now`;
  return `${who} done after ${ms(one.finish - one.arrival)}`;
}

/** Of a queue without end: how long those waited on average that were taken first, and those that were taken last by `now`. */
function crowd(slice: Slice, now: number, isWide: boolean): string {
  const begun = requestsOf(slice).filter(({ start }) => start <= now);
  const waits = begun.map(({ arrival, start }) => start - arrival);
  if (waits.length < 2 * FEW) return '';
  const [first, last] = [waits.slice(0, FEW), waits.slice(-FEW)].map((few) => ms(mean(few) ?? 0));
  return isWide
    ? `the first five waited ${first} on average, the latest five ${last}`
    : `waits: ${first}, then ${last}`;
}

/** What the request that is followed goes through, beside its mark; nothing before it has come. */
function note(
  { latencies, story }: BenchOutcome,
  now: number,
  x: Scale,
  isWide: boolean,
): Markup | false {
  if (!latencies) {
    const waits = crowd(story.own, now, isWide);
    return svg`<text y="16">${waits && `From the start, ${waits}`}</text>`;
  }
  const one = story.own.followed;
  if (!one || now < one.arrival) return false;
  const [wait, soFar] = [one.start - one.arrival, now - one.arrival];
  const who = isWide ? 'This request' : 'This one';
  const among = isWide ? 'of 100 requests, 99 are done as fast or faster' : '99 of 100 are faster';
  const isOver = soFar >= wait;
  const text = isOver ? `${who} waits ${ms(wait)}: ${among}` : `${who} has waited ${ms(soFar)}`;
  const most = x.range[1] + 1 - widthOf(text);
  const left = Math.max(0, Math.min(x(one.arrival) - 5, most));
  return svg`<text class="run" x="${left}" y="18">${text}</text>`;
}
