/** The jar as a picture: latencies from fast to slow, one dot a row, and pages that wait for the slowest of their calls. */
import { group, sort } from 'd3-array';
import type { Drawing, Extent, Ground, Mark, Markup, NamedValue, Point } from '#kit/draw';
import { chart, dots, drawing, named, number, pileOfDots, special, svg } from '#kit/draw';
import type { Layout } from '#kit/contract';
import { rate } from '../../shared/queue/say.ts';
import { axisOf, CLIMB, editable, freshAxis, roomOf, SHOWN, SIDES, type Seen } from './frame.ts';
import type { Jar, JarOutcome, Rates } from './model.ts';
import type { JarSettings } from './params.ts';
import { ms } from './say.ts';

const PAGES = 96;
/** Up to how many orders a customer has placed, and how that looks: colour, shape and size say the same. */
const KINDS = [
  { most: 1, key: '1 order', look: 'cat-1', sign: 0, grows: 0.85 },
  { most: 3, key: '2 or 3', look: 'cat-3', sign: 3, grows: 1.06 },
  { most: Infinity, key: '4 and more', look: 'cat-4', sign: 1, grows: 1.55 },
];
const HINT = {
  wide: 'drag a dot; press between them to add one; below the axis it is gone',
  narrow: 'drag dots, tap to add',
};
const TICKS = { wide: 6, narrow: 4 };

/** Draws the jar for a page or a phone. */
export function draw(settings: JarSettings, outcome: JarOutcome, view: Seen): Drawing {
  const { jar } = outcome;
  if (!jar) return endless(settings, outcome.queue, view);
  const { count, shown } = jar;
  const axis = { ...axisOf(settings, jar, view), ticks: TICKS };
  const isWide = view.layout === 'wide';
  const isFew = count <= 20;
  const many = isWide ? 'each dot: one request in a hundred' : 'a dot: 1 in 100';
  const climb = chart<JarSettings, JarOutcome>({
    ...{ view, run: { settings, outcome }, ...roomOf(settings, view.layout) },
    title: `${number(count)} ${count === 1 ? 'request' : 'requests, fast to slow'}`,
    aside: count === shown.length ? 'each dot: one request' : many,
    x: { ...axis, label: 'latency in ms' },
    y: {
      extent: [0, isFew ? count : 100],
      ticks: isFew ? Math.min(count, 5) : 4,
      label: `${isWide ? 'requests done' : 'done'}${isFew ? '' : ', %'}`,
    },
    marks: ({ outcome: of }) => {
      if (!of.jar) return [];
      const list = editable(settings);
      return [
        named(namedIn(settings, jar, view.layout)),
        ...dotsOf(of.jar, isFew ? count : 100, axis.extent),
        list.length > 0 && special((on) => handles(list, on), { still: false }),
      ];
    },
  });
  const pages = jar.pages.length > 0 && {
    whole: chart({
      title: 'A hundred pages',
      aside: `${isWide ? 'each waits for the ' : ''}slowest of ${settings.fanOut} calls`,
      ...{ ...SIDES, view: { layout: view.layout }, top: 0, height: PAGES + 40 },
      x: { ...axis, label: 'time of the page in ms' },
      marks: [pileOfDots(jar.pages, { r: isWide ? 4 : 3, stack: PAGES })],
    }),
    label: 'The times of a hundred pages.',
  };
  const axes = { [axis.isLog ? 'log' : 'straight']: axis.extent };
  return { ...drawing(climb, described(jar), climb.still, pages), axes };
}

/** What the dots show by themselves: the mean is for the sentence, which a page may keep back. */
function described({ count, shown }: Jar): string {
  const [fast, slow] = [ms(shown[0] as number), ms(shown.at(-1) as number)];
  return count === 1
    ? `One latency of ${fast}.`
    : `${number(count)} latencies from fast to slow, from ${fast} to ${slow}.`;
}

function endless(settings: JarSettings, queue: Rates, view: Seen): Drawing {
  const words = [
    `${rate(queue.arrivals)} a second come, ${rate(queue.capacity)} can be served:`,
    'each waits longer than the one before.',
  ];
  const told = ({ left, right, top }: Ground): Markup =>
    svg`<text text-anchor="middle">${words.map((line, i) => svg`<tspan x="${(left + right) / 2}" y="${top + CLIMB / 2 + 20 * i}">${line}</tspan>`)}</text>`;
  const drawn = chart({
    ...{ title: 'An empty jar', view: { layout: view.layout }, ...roomOf(settings, view.layout) },
    x: { ...freshAxis([10, 1000]), ticks: TICKS, label: 'latency in ms' },
    marks: [special(told, { still: false })],
  });
  return drawing(drawn, 'An empty jar: a queue without end has no percentiles.');
}

/** What is marked: percentiles with the same value share one mark, p95, p99 3,000 ms. */
function namedIn({ fanOut }: JarSettings, jar: Jar, layout: Layout): NamedValue[] {
  const { mean, fanOutMedian: page } = jar;
  const some = Array.from(
    group(SHOWN[layout], (name) => jar[name]),
    ([value, names]) => ({ value, text: `${names.join(', ')} ${ms(value)}`, later: true }),
  );
  const median = { value: page, text: `median page ${ms(page)}`, look: 'dashed' } as const;
  const middle = { value: mean, text: `mean ${ms(mean)}`, look: 'run', later: true } as const;
  return [middle, ...some, ...(fanOut > 1 ? [median] : [])];
}

/** The dots that lie on the axis; where customers differ, by what they have bought. */
function dotsOf({ shown, orders }: Jar, most: number, [low, high]: Extent): Mark[] {
  const r = Math.max(2.5, Math.min(6, CLIMB / shown.length / 2 - 0.5));
  const kinds = orders?.shown.map((count) => KINDS.findIndex(({ most }) => count <= most));
  const placed = (kind?: number): Point[] =>
    shown
      .map((value, i): Point => [value, ((i + 0.5) * most) / shown.length])
      .filter(([x], i) => x >= low && x <= high && kinds?.[i] === kind);
  return kinds
    ? KINDS.map(({ most: _, grows, ...how }, kind) =>
        dots(placed(kind), { ...how, r: r * grows, twice: true }),
      )
    : [dots(placed(), { r })];
}

/** The ground, where a press adds a dot, and a ring to take hold of round each, known by its latency's place in the list. */
function handles(list: readonly number[], on: Ground): Markup {
  const { x, y, left, right, top, floor, layout } = on;
  // Somewhat more than the room of one: a drawing may be shown at less than its size.
  const r = Math.min(15.2, Math.max(5, (CLIMB / list.length) * 0.65));
  const rings = sort([...list.entries()], ([, value]) => value).map(([key, value], i) => {
    const cy = y(((i + 0.5) * y.domain[1]) / list.length);
    return svg`<circle data-handle="${String(key)}" role="slider" tabindex="${i && -1}" aria-label="request ${i + 1} of ${list.length}" aria-valuenow="${String(value)}" aria-valuetext="${ms(value)}" cx="${x(value)}" cy="${cy}" r="${r}"/>`;
  });
  const keys = `← → move it, ↑ ↓ next${layout === 'wide' ? ', Delete takes it out' : ''}`;
  return svg`<rect data-ground="" x="${left}" y="${top}" width="${right - left}" height="${floor - top}"/><text class="soft" x="${left}" y="${floor + 34}"><tspan class="edit-hint">${HINT[layout]}</tspan><tspan class="key-hint">${keys}</tspan></text>${rings}`;
}
