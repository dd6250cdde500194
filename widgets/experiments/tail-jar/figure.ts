/** The jar as a picture: latencies from fast to slow, one dot a row, and pages that wait for the slowest of their calls. */
import { axisY, linear, type Scale } from '../../kit/draw/axes.ts';
import { dotsPath, stacked } from '../../kit/draw/dots.ts';
import type { Drawing } from '../../kit/draw/drawing.ts';
import { keptExtent, type Extent } from '../../kit/draw/extent.ts';
import { number } from '../../kit/draw/format.ts';
import { ghost } from '../../kit/draw/ghost.ts';
import { legend } from '../../kit/draw/legend.ts';
import { marks, type Mark } from '../../kit/draw/marks.ts';
import { svg, type Markup } from '../../kit/draw/markup.ts';
import { main, panel } from '../../kit/draw/panel.ts';
import { below, drawing, WIDTH, type Part } from '../../kit/draw/part.ts';
import { plot, type Axis } from '../../kit/draw/plot.ts';
import { signAt } from '../../kit/draw/symbols.ts';
import type { Layout, SeenRun, View } from '../../kit/contract/widget.ts';
import { MOST_HANDLES } from './edit.ts';
import { axisOf, CLIMB, jarPlot, SHOWN } from './frame.ts';
import type { Jar, JarOutcome } from './model.ts';
import { listOf, type JarSettings } from './params.ts';
import { ms } from './say.ts';

type Seen = View<JarSettings, JarOutcome>;
type JarRun = SeenRun<JarSettings, JarOutcome>;
type Position = readonly [x: number, y: number];
const PAGES = 96;

/** Draws the jar for a page or a phone. */
export function draw(settings: JarSettings, outcome: JarOutcome, view: Seen): Drawing {
  const { layout } = view;
  const { jar } = outcome;
  if (!jar) return endless(settings, outcome.queue, layout);
  const [axis, keepsAxes] = axisFor({ settings, outcome }, view);
  const [climbing, still] = climb(settings, jar, axis, view);
  const whole = below(
    10,
    main(climbing),
    jar.pages.length > 0 && pagesPanel(settings, jar, axis, layout),
  );
  const stands = { body: still, y: 80, height: CLIMB + 60 };
  return { ...drawing(whole, described(jar), stands), keepsAxes };
}

/** From the fastest to the slowest of what is shown. */
function extentOf({ settings, outcome: { jar } }: JarRun, held?: JarSettings): Extent | undefined {
  const list = held && listOf(held);
  if (list) return [Math.min(...list), Math.max(...list)];
  if (!jar) return undefined;
  const slowest = jar.shown.at(-1) as number;
  // What is edited by hand has the axis that the hand aims at.
  const most =
    editable(settings).length > 0 ? slowest : Math.max(slowest, jar.p99, jar.fanOutMedian);
  return [jar.shown[0] as number, most];
}

/** The axis of a run, and whether it is kept: while a dot is dragged, that of the settings it was taken from; of a queue's log, that of the run before. */
function axisFor(
  run: JarRun,
  { layout, held, axes }: Seen,
): readonly [axis: Axis, isKept: boolean] {
  const values = extentOf(run, held) as Extent;
  const fresh = axisOf(values, layout);
  const before = axes && editable(run.settings).length === 0 ? extentOf(axes) : undefined;
  const kept = before && axisOf(before, layout);
  const isKept = kept && keptExtent(values, fresh.extent, kept.extent, kept.isLog) === kept.extent;
  return isKept ? [kept, true] : [fresh, false];
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
  const rate = (value: number): string => number(value, value < 10 && value % 1 ? 1 : 0);
  const spec = jarPlot(settings, axisOf([10, 1000], layout), layout);
  const words = [
    `${rate(queue.arrivals)} a second come, ${rate(queue.capacity)} can be served:`,
    'each waits longer than the one before.',
  ];
  const drawn = plot(spec, ({ floor }) => {
    const lines = words.map(
      (line, i) =>
        svg`<tspan x="${spec.width / 2}" y="${floor - CLIMB / 2 + 20 * i}">${line}</tspan>`,
    );
    return svg`<text text-anchor="middle">${lines}</text>`;
  });
  const label = 'An empty jar: a queue without end has no percentiles.';
  return drawing(main(panel({ title: 'An empty jar' }, drawn)), label);
}

function marksOf(settings: JarSettings, jar: Jar, layout: Layout): Mark[] {
  // Percentiles with the same value share one mark: p95, p99 3,000 ms.
  const values = [...new Set(SHOWN[layout].map((name) => jar[name]))];
  const named = values.map((value): Mark => {
    const names = SHOWN[layout].filter((name) => jar[name] === value);
    return { value, text: `${names.join(', ')} ${ms(value)}`, later: true };
  });
  const page = `median page ${ms(jar.fanOutMedian)}`;
  return [
    { value: jar.mean, text: `mean ${ms(jar.mean)}`, look: 'run', later: true },
    ...named,
    ...(settings.fanOut > 1
      ? [{ value: jar.fanOutMedian, text: page, look: 'dashed' } as const]
      : []),
  ];
}

/** One dot a row, the fastest lowest: the height of a dot is the share of requests done by then. Also the dots alone. */
function climb(
  settings: JarSettings,
  jar: Jar,
  axis: Axis,
  { layout, ghost: other }: Seen,
): readonly [Part, Markup] {
  const { shown, count, orders } = jar;
  const isWide = layout === 'wide';
  const few = count <= 20;
  const label = `${isWide ? 'requests done' : 'done'}${few ? '' : ', %'}`;
  let still = svg``;
  const drawn = plot(jarPlot(settings, axis, layout), ({ x, floor }) => {
    const places = placesOf(shown, x, floor);
    const r = Math.max(2.5, Math.min(6, CLIMB / shown.length / 2 - 0.5));
    const y = linear([0, few ? count : 100], [floor, floor - CLIMB], few ? Math.min(count, 5) : 4);
    still = orders
      ? customers(places, orders.shown, r)
      : svg`<path class="run-fill" d="${dotsPath(places, r)}"/>`;
    const behind = other?.outcome.jar?.shown;
    return svg`${ground(settings, x, floor)}${behind && ghost(svg`<path class="pinned" d="${dotsPath(within(placesOf(behind, x, floor), x), 2.5)}"/>`)}
    ${marks(marksOf(settings, jar, layout), x, 0, floor)}${still}${axisY(y, 40, { label })}
    ${!orders && hint(settings, isWide, floor)}
    ${handles(settings, places)}`;
  });
  const title = `${number(count)} ${count === 1 ? 'request' : 'requests, fast to slow'}`;
  const all = count === shown.length;
  const aside = all
    ? 'each dot: one request'
    : isWide
      ? 'each dot: one request in a hundred'
      : 'a dot: 1 in 100';
  return [panel({ title, aside }, orders ? below(0, drawn, KEY) : drawn), still];
}

function placesOf(shown: readonly number[], x: Scale, floor: number): Position[] {
  const step = CLIMB / shown.length;
  return shown.map((value, i) => [x(value), floor - (i + 0.5) * step] as const);
}

/** What another run has beyond the axis is not drawn. */
function within(places: readonly Position[], { range: [from, to] }: Scale): Position[] {
  return places.filter(([x]) => x >= from && x <= to);
}

/** Up to how many orders a customer has placed, and how that looks: colour, shape and size say the same. */
const KINDS = [
  { most: 1, words: '1 order', look: 'cat-1', sign: 0, grows: 0.85 },
  { most: 3, words: '2 or 3', look: 'cat-3', sign: 3, grows: 1.06 },
  { most: Infinity, words: '4 and more', look: 'cat-4', sign: 1, grows: 1.55 },
] as const;

const KEY = legend(
  KINDS.map(({ words, look, sign }) => ({
    words,
    swatch: (x, y) => svg`<path class="${look}" d="${signAt(sign, x, y, 5)}"/>`,
  })),
  320,
);

/** Requests by what their customers have bought; `orders` in the order of the places. */
function customers(places: readonly Position[], orders: readonly number[], r: number): Markup {
  return svg`${KINDS.map(({ most, look, sign, grows }, i) => {
    const least = KINDS[i - 1]?.most ?? 0;
    const own = places.filter((_, at) => (orders[at] ?? 0) > least && (orders[at] ?? 0) <= most);
    return (
      own.length > 0 &&
      svg`<path class="${look}" d="${own.map(([x, y]) => signAt(sign, x, y, r * grows))}"/>`
    );
  })}`;
}

/** Latencies that stand in the figure to be dragged; none of a queue's log. */
function editable(settings: JarSettings): readonly number[] {
  const list = listOf(settings);
  return list && list.length <= MOST_HANDLES ? list : [];
}

function ground(
  settings: JarSettings,
  { range: [from, to] }: Scale,
  floor: number,
): Markup | false {
  return (
    editable(settings).length > 0 &&
    svg`<rect data-ground="" x="${from}" y="${floor - CLIMB}" width="${to - from}" height="${CLIMB}"/>`
  );
}

function hint(settings: JarSettings, isWide: boolean, floor: number): Markup | false {
  const words = isWide
    ? 'drag a dot; press between them to add one; below the axis it is gone'
    : 'drag dots, tap to add';
  return (
    editable(settings).length > 0 &&
    svg`<text class="soft edit-hint" x="40" y="${floor + 34}">${words}</text>`
  );
}

/** A ring to take hold of round each dot, known by its latency's place in the list. */
function handles(settings: JarSettings, places: readonly Position[]): Markup {
  const r = Math.min(12, Math.max(5, CLIMB / places.length / 2));
  const sorted = editable(settings)
    .map((value, key) => ({ value, key }))
    .sort((a, b) => a.value - b.value || a.key - b.key);
  return svg`${sorted.map(({ value, key }, i) => {
    const [x, y] = places[i] as Position;
    return svg`<circle data-handle="${String(key)}" data-says="${ms(value)}" cx="${x}" cy="${y}" r="${r}"/>`;
  })}`;
}

function pagesPanel({ fanOut }: JarSettings, jar: Jar, axis: Axis, layout: Layout): Part {
  const isWide = layout === 'wide';
  const r = isWide ? 4 : 3;
  const x = { ...axis, label: 'time of the page in ms' };
  const spec = { width: WIDTH[layout], height: PAGES + 40, x, left: 40, right: 18 };
  const drawn = plot(spec, ({ x: at, floor }) => {
    const dots = stacked(jar.pages.map(at), { r, base: floor, height: PAGES });
    return svg`<path class="run-fill" d="${dotsPath(dots, r)}"/>`;
  });
  const aside = `${isWide ? 'each waits for the ' : ''}slowest of ${fanOut} calls`;
  return panel({ title: 'A hundred pages', aside }, drawn);
}
