/** The climb: one dot a request, the fastest lowest, with what is marked on its axis and what a hand can take hold of. */
import type { Axis, Markup, NamedValue as Mark, Part, Scale } from '#kit/draw';
import { axisY, below, dotsPath, ghost, legend, linear, marks, number, panel } from '#kit/draw';
import { plot, signAt, svg } from '#kit/draw';
import type { Layout } from '#kit/contract';
import { CLIMB, editable, jarPlot, SHOWN, type Seen } from './frame.ts';
import type { Jar } from './model.ts';
import type { JarSettings } from './params.ts';
import { ms } from './say.ts';

type Position = readonly [x: number, y: number];

/** One dot a row, the fastest lowest: the height of a dot is the share of requests done by then. Also the dots alone. */
export function climb(
  settings: JarSettings,
  jar: Jar,
  axis: Axis,
  { layout, ghost: other }: Seen,
): readonly [Part, Markup] {
  const { shown, count, orders } = jar;
  const isWide = layout === 'wide';
  const few = count <= 20;
  const label = `${isWide ? 'requests done' : 'done'}${few ? '' : ', %'}`;
  const list = editable(settings);
  const r = Math.max(2.5, Math.min(6, CLIMB / shown.length / 2 - 0.5));
  let still = svg``;
  const drawn = plot(jarPlot(settings, axis, layout), ({ x, floor }) => {
    const places = placesOf(shown, x, floor);
    const y = linear([0, few ? count : 100], [floor, floor - CLIMB], few ? Math.min(count, 5) : 4);
    still = orders
      ? customers(places, orders.shown, r)
      : svg`<path class="run-fill" d="${dotsPath(places, r)}"/>`;
    return svg`${list.length > 0 && svg`<rect data-ground="" x="${x.range[0]}" y="${floor - CLIMB}" width="${x.range[1] - x.range[0]}" height="${CLIMB}"/>`}${other && behind(other, x, floor)}
    ${marks(marksOf(settings, jar, layout), x, 0, floor)}${still}${axisY(y, 40, { label })}
    ${list.length > 0 && svg`<text class="soft" x="40" y="${floor + 34}"><tspan class="edit-hint">${HINT[layout]}</tspan><tspan class="key-hint">← → move it, ↑ ↓ next${isWide && ', Delete takes it out'}</tspan></text>`}
    ${handles(list, places)}`;
  });
  const title = `${number(count)} ${count === 1 ? 'request' : 'requests, fast to slow'}`;
  const many = isWide ? 'each dot: one request in a hundred' : 'a dot: 1 in 100';
  const aside = count === shown.length ? 'each dot: one request' : many;
  return [panel({ title, aside }, orders ? below(0, drawn, KEY) : drawn), still];
}

/** The dots of another run, those that lie on the axis. */
function behind(other: NonNullable<Seen['ghost']>, x: Scale, floor: number): Markup {
  const all = placesOf(other.outcome.jar?.shown ?? [], x, floor);
  const seen = all.filter(([at]) => at >= x.range[0] && at <= x.range[1]);
  return ghost(other, (look) => svg`<path class="${look}" d="${dotsPath(seen, 2.5)}"/>`);
}

function placesOf(shown: readonly number[], x: Scale, floor: number): Position[] {
  const step = CLIMB / shown.length;
  return shown.map((value, i) => [x(value), floor - (i + 0.5) * step] as const);
}

function marksOf({ fanOut }: JarSettings, jar: Jar, layout: Layout): Mark[] {
  const names = SHOWN[layout];
  // Percentiles with the same value share one mark: p95, p99 3,000 ms.
  const named = [...new Set(names.map((name) => jar[name]))].map((value): Mark => {
    const same = names.filter((name) => jar[name] === value).join(', ');
    return { value, text: `${same} ${ms(value)}`, later: true };
  });
  const { mean, fanOutMedian: page } = jar;
  const median: Mark = { value: page, text: `median page ${ms(page)}`, look: 'dashed' };
  const all: Mark[] = [
    { value: mean, text: `mean ${ms(mean)}`, look: 'run', later: true },
    ...named,
  ];
  return fanOut > 1 ? [...all, median] : all;
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
  const kinds = orders.map((count) => KINDS.findIndex(({ most }) => count <= most));
  return svg`${KINDS.map(({ look, sign, grows }, kind) => {
    const of = places.filter((_, rank) => kinds[rank] === kind);
    const path = of.map(([x, y]) => signAt(sign, x, y, r * grows)).join('');
    return path && svg`<path class="${look}" d="${path}"/>`;
  })}`;
}

const HINT = {
  wide: 'drag a dot; press between them to add one; below the axis it is gone',
  narrow: 'drag dots, tap to add',
};

/** A ring to take hold of round each dot, known by its latency's place in the list. */
function handles(list: readonly number[], places: readonly Position[]): Markup {
  // Somewhat more than the room of one: a drawing may be shown at less than its size.
  const r = Math.min(15.2, Math.max(5, (CLIMB / places.length) * 0.65));
  const sorted = [...list.entries()].sort(([, a], [, b]) => a - b);
  return svg`${sorted.map(([key, value], i) => {
    const [x, y] = places[i] as Position;
    return svg`<circle data-handle="${String(key)}" role="slider" tabindex="${i && -1}" aria-label="request ${i + 1} of ${list.length}" aria-valuenow="${String(value)}" aria-valuetext="${ms(value)}" cx="${x}" cy="${y}" r="${r}"/>`;
  })}`;
}
