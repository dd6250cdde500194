/** The jar as a picture: latencies from fast to slow, one dot a row, and pages that wait for the slowest of their calls. */
import { axisX, axisY, linear, type Scale } from '../../kit/draw/axes.ts';
import { dotsPath, stacked } from '../../kit/draw/dots.ts';
import { number } from '../../kit/draw/format.ts';
import { marks, type Mark } from '../../kit/draw/marks.ts';
import { svg, type Markup } from '../../kit/draw/markup.ts';
import type { Drawing } from '../../kit/draw/drawing.ts';
import type { Layout, View } from '../../kit/contract/widget.ts';
import { customers, customersLegend } from './figure-customers.ts';
import { MOST_HANDLES } from './edit.ts';
import { CLIMB, frameOf, SHOWN, TOP, type JarFrame } from './frame.ts';
import type { Jar, JarOutcome } from './model.ts';
import { listOf, type JarSettings } from './params.ts';
import { ms } from './say.ts';

const PAGES = 96;

/** Draws the jar for a page or a phone; while a dot is dragged, on the axis of the settings it was taken from. */
export function draw(
  settings: JarSettings,
  outcome: JarOutcome,
  { layout, held }: View<JarSettings>,
): Drawing {
  const { jar } = outcome;
  if (!jar) return endless(settings, outcome.queue, layout);
  const list = held && listOf(held);
  const ends = list
    ? ([Math.min(...list), Math.max(...list)] as const)
    : ([
        jar.shown[0] as number,
        Math.max(jar.shown.at(-1) as number, jar.p99, jar.fanOutMedian),
      ] as const);
  const frame = frameOf(settings, ends[0], ends[1], layout);
  const pages =
    jar.pages.length > 0 && pagesPanel(settings, jar, layout, frame.x, frame.floor + 52);
  const height = frame.floor + 42 + (pages ? PAGES + 60 : 0);
  const body = svg`
    ${climb(settings, jar, layout, frame)}${pages}`;
  const still = { body: dotsOf(jar, frame), y: frame.floor - CLIMB - 20, height: CLIMB + 20 };
  return { width: frame.width, height, label: described(jar), body, still };
}

/** What the dots show by themselves: the mean is for the sentence, which a page may keep back. */
function described({ count, shown }: Jar): string {
  const [fast, slow] = [ms(shown[0] as number), ms(shown.at(-1) as number)];
  return count === 1
    ? `One latency of ${fast}.`
    : `${number(count)} latencies from fast to slow, from ${fast} to ${slow}.`;
}

function endless(
  settings: JarSettings,
  queue: { readonly arrivals: number; readonly capacity: number },
  layout: Layout,
): Drawing {
  const { width, floor, x } = frameOf(settings, 10, 1000, layout);
  const middle = floor - CLIMB / 2;
  const label = 'An empty jar: a queue without end has no percentiles.';
  const body = svg`
    <text x="0" y="14" class="strong">An empty jar</text>
    <text x="${width / 2}" y="${middle}" text-anchor="middle">${rate(queue.arrivals)} a second come, ${rate(queue.capacity)} can be served:</text>
    <text x="${width / 2}" y="${middle + 20}" text-anchor="middle">each waits longer than the one before.</text>
    ${axisX(x, floor, { label: 'latency in ms' })}`;
  return { width, height: floor + 42, label, body };
}

const rate = (value: number): string => number(value, value < 10 && value % 1 ? 1 : 0);

function marksOf(settings: JarSettings, jar: Jar, layout: Layout): Mark[] {
  const median = `median page ${ms(jar.fanOutMedian)}`;
  const page: Mark[] =
    settings.fanOut > 1 ? [{ value: jar.fanOutMedian, text: median, look: 'dashed' }] : [];
  return [
    { value: jar.mean, text: `mean ${ms(jar.mean)}`, look: 'run', later: true },
    ...together(SHOWN[layout].map((name) => ({ name, value: jar[name] }))),
    ...page,
  ];
}

/** Percentiles with the same value share one mark: p95, p99 3,000 ms. */
function together(list: readonly { name: string; value: number }[]): Mark[] {
  const values = [...new Set(list.map((one) => one.value))];
  return values.map((value) => {
    const names = list.filter((one) => one.value === value).map((one) => one.name);
    return { value, text: `${names.join(', ')} ${ms(value)}`, later: true };
  });
}

/** One dot a row, the fastest lowest: the height of a dot is the share of requests done by then. */
function climb(settings: JarSettings, jar: Jar, layout: Layout, { x, floor }: JarFrame): Markup {
  const { shown, count, orders } = jar;
  const few = count <= 20;
  const y = linear([0, few ? count : 100], [floor, floor - CLIMB], few ? Math.min(count, 5) : 4);
  const named = layout === 'wide' ? 'requests done' : 'done';
  const all = count === shown.length;
  const each = all ? 'each dot: one request' : 'each dot: one request in a hundred';
  const whole = `${number(count)} ${count === 1 ? 'request' : 'requests, fast to slow'}`;
  return svg`<text x="0" y="14" class="strong">${whole}</text>
    <text x="${x.range[1] + 18}" y="14" text-anchor="end" class="soft">${layout === 'wide' || all ? each : 'a dot: 1 in 100'}</text>
    ${ground(settings, x, floor)}
    ${marks(marksOf(settings, jar, layout), x, TOP, floor)}
    ${dotsOf(jar, { x, floor })}
    ${axisY(y, 40, { label: few ? named : `${named}, %` })}${axisX(x, floor, { label: 'latency in ms' })}
    ${orders ? customersLegend(layout === 'wide' ? x.range[0] : 0, floor + 34) : hint(settings, layout, floor)}
    ${handles(settings, placesOf(jar, { x, floor }), CLIMB / shown.length)}`;
}

type Climbed = Pick<JarFrame, 'x' | 'floor'>;

function placesOf({ shown }: Jar, { x, floor }: Climbed): (readonly [number, number])[] {
  const step = CLIMB / shown.length;
  return shown.map((value, i) => [x(value), floor - (i + 0.5) * step] as const);
}

function dotsOf(jar: Jar, at: Climbed): Markup {
  const r = Math.max(2.5, Math.min(6, CLIMB / jar.shown.length / 2 - 0.5));
  const places = placesOf(jar, at);
  return jar.orders
    ? customers(places, jar.orders.shown, r)
    : svg`<path class="run-fill" d="${dotsPath(places, r)}"/>`;
}

/** How many latencies stand in the figure to be dragged; none of a queue's log. */
function editable(settings: JarSettings): readonly number[] {
  const list = listOf(settings);
  return list && list.length <= MOST_HANDLES ? list : [];
}

function ground(settings: JarSettings, x: Scale, floor: number): Markup | false {
  const [from, to] = x.range;
  return (
    editable(settings).length > 0 &&
    svg`<rect data-ground="" x="${from}" y="${floor - CLIMB}" width="${to - from}" height="${CLIMB}"/>`
  );
}

function hint(settings: JarSettings, layout: Layout, floor: number): Markup | false {
  if (editable(settings).length === 0) return false;
  const words =
    layout === 'wide'
      ? 'drag a dot; press between them to add one; below the axis it is gone'
      : 'drag dots, tap to add';
  return svg`<text class="soft edit-hint" x="40" y="${floor + 34}">${words}</text>`;
}

/** A ring to take hold of round each dot, known by its latency's place in the list. */
function handles(
  settings: JarSettings,
  places: readonly (readonly [number, number])[],
  step: number,
): Markup {
  const list = editable(settings).map((value, key) => ({ value, key }));
  const r = Math.min(12, Math.max(5, step / 2));
  return svg`${list
    .sort((a, b) => a.value - b.value || a.key - b.key)
    .map(({ value, key }, i) => {
      const [x, y] = places[i] as readonly [number, number];
      return svg`<circle data-handle="${String(key)}" data-says="${ms(value)}" cx="${x}" cy="${y}" r="${r}"/>`;
    })}`;
}

function pagesPanel(
  settings: JarSettings,
  jar: Jar,
  layout: Layout,
  x: Scale,
  top: number,
): Markup {
  const r = layout === 'wide' ? 4 : 3;
  const base = top + 24 + PAGES;
  const dots = stacked(jar.pages.map(x), { r, base, height: PAGES });
  const each = `${layout === 'wide' ? 'each waits for the ' : ''}slowest of ${settings.fanOut} calls`;
  return svg`<text x="0" y="${top + 14}" class="strong">A hundred pages</text>
    <text x="${x.range[1] + 18}" y="${top + 14}" text-anchor="end" class="soft">${each}</text>
    <path class="run-fill" d="${dotsPath(dots, r)}"/>
    ${axisX(x, base, { label: 'time of the page in ms' })}`;
}
