/** The jar as a picture: latencies from fast to slow, one dot a row, and pages that wait for the slowest of their calls. */
import { group, sort, ticks } from 'd3-array';
import type { Drawing, Extent, Ground, Mark, Markup, NamedValue, Point } from '#kit/draw';
import { chart, dots, drawing, named, number, pileOfDots, special, svg } from '#kit/draw';
import { CLIMB, endsOf, freshEnds, KEPT, SHOWN, SIDES, TOP, type Seen } from './frame.ts';
import type { Jar, JarOutcome } from './model.ts';
import { editable, type JarSettings } from './params.ts';
import { ms } from './say.ts';

const PAGES = 96;
/** Up to how many orders a customer has placed, and how that looks: colour, shape and size say the same. */
const KINDS = [
  { most: 1, key: '1 order', look: 'cat-1', sign: 0, grows: 0.85 },
  { most: 3, key: '2 or 3', look: 'cat-3', sign: 3, grows: 1.06 },
  { most: Infinity, key: '4 and more', look: 'cat-4', sign: 1, grows: 1.55 },
];
const LABEL =
  'Latencies from fast to slow, a dot each; mean and percentiles as upright lines. A queue without end has none.';

/** Draws the jar for a page or a phone. */
export function draw(settings: JarSettings, outcome: JarOutcome, view: Seen): Drawing {
  const { jar } = outcome;
  const { count, shown, pages } = jar ?? { count: 0, shown: [], pages: [] };
  const ends = jar ? endsOf(settings, jar, view) : freshEnds([10, 1000]);
  // The round numbers of a logarithmic axis lie too far apart where latencies are alike.
  const few = ends[1] < 5 * ends[0] && { ticks: ticks(...ends, 5) };
  const x = { extent: ends, isLog: true, ticks: { wide: 6, narrow: 4 }, ...few };
  const isFew = count <= 20;
  const most = isFew ? count : 100;
  const list = editable(settings);
  const filled = `${number(count)} ${count === 1 ? 'request' : 'requests, fast to slow'}`;
  const climb = chart<JarSettings, JarOutcome>({
    title: jar ? filled : 'An empty jar: the queue has no end',
    aside: !jar ? '' : count === shown.length ? 'a dot: a request' : 'a dot: 1 in 100',
    ...{ view, run: { settings, outcome }, ...SIDES, top: TOP, height: TOP + CLIMB + 38, foot: 38 },
    keyBelow: true,
    x: { ...x, label: 'latency in ms' },
    y: {
      ...{ extent: [0, most || 1], ticks: isFew ? Math.min(count, 5) : 4 },
      label: isFew ? 'done' : 'done, %',
    },
    marks: ({ outcome: of }) => [
      jar && named(namedIn(settings, jar)),
      ...(of.jar ? dotsOf(of.jar, most, ends) : []),
      list.length > 0 && special((on) => handles(list, on), { still: false }),
    ],
  });
  const further = pages.length > 0 && {
    whole: chart({
      title: 'A hundred pages',
      aside: `a page: the slowest of ${settings.fanOut} calls`,
      ...{ ...SIDES, view: { layout: view.layout }, top: 0, height: PAGES + 40 },
      x: { ...x, label: 'time of the page in ms' },
      marks: [pileOfDots(pages, { r: view.layout === 'wide' ? 4 : 3, stack: PAGES })],
    }),
    label: 'The times of a hundred pages.',
  };
  const drawn = drawing(climb, LABEL, climb.still, further);
  return jar ? { ...drawn, axes: { [KEPT]: ends } } : drawn;
}

/** What is marked: percentiles with the same value share one mark, p90, p99 3,000 ms. */
function namedIn({ fanOut }: JarSettings, jar: Jar): NamedValue[] {
  const { mean, fanOutMedian: page } = jar;
  const some = Array.from(
    group(SHOWN, (name) => jar[name]),
    ([value, names]) => ({ value, text: `${names.join(', ')} ${ms(value)}`, later: true }),
  );
  const median = { value: page, text: `median page ${ms(page)}`, look: 'run' } as const;
  const middle = { value: mean, text: `mean ${ms(mean)}`, look: 'run', later: true } as const;
  return [fanOut > 1 ? median : middle, ...some];
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
  const { x, y, left, right, top, floor } = on;
  // Somewhat more than the room of one: a drawing may be shown at less than its size.
  const r = Math.min(15.2, Math.max(5, (CLIMB / list.length) * 0.65));
  const rings = sort([...list.entries()], ([, value]) => value).map(([key, value], i) => {
    const cy = y(((i + 0.5) * y.domain[1]) / list.length);
    return svg`<circle data-handle="${String(key)}" role="slider" tabindex="${i && -1}" aria-label="request ${i + 1} of ${list.length}" aria-valuenow="${String(value)}" aria-valuetext="${ms(value)}" cx="${x(value)}" cy="${cy}" r="${r}"/>`;
  });
  return svg`<rect data-ground="" x="${left}" y="${top}" width="${right - left}" height="${floor - top}"/><text class="soft" x="${left}" y="${floor + 34}"><tspan class="edit-hint">drag dots, press to add one</tspan><tspan class="key-hint">← → move it, ↑ ↓ next, Delete</tspan></text>${rings}`;
}
