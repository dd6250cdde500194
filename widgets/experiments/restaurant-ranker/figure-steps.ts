/** All settings by orders and fees; and what a larger model is worth before and after the wait for it. */
import type { Layout } from '#kit/contract';
import type { Part, Step } from '#kit/draw';
import { below, dotsPath, labelAt, labelled, legend, linear, linePath, number } from '#kit/draw';
import { panel, plot, svg, WIDTH } from '#kit/draw';
import type { RankerOutcome } from './outcome.ts';
import { SHARES, type RankerSettings } from './params.ts';
import { RANKERS, rankerOf, type Ranker } from './standing.ts';

type Pair = readonly [orders: number, fees: number];

/** Those that no other beats in one without being worse in the other. */
export function frontOf(list: readonly Pair[]): readonly Pair[] {
  const byOrders = [...list].sort((one, other) => other[0] - one[0] || other[1] - one[1]);
  let most = -Infinity;
  return byOrders.filter(([, fees]) => {
    if (fees <= most) return false;
    most = fees;
    return true;
  });
}

/** All settings take the whole width. */
const CLOUD = {
  wide: { width: WIDTH.wide, height: 400 },
  narrow: { width: WIDTH.narrow, height: 330 },
} as const;
/** The other step is shown as wide as this. */
const WIDE = 240;
/** Traits of the model that others are compared with: the one in use when the meeting begins. */
const TODAY = 16;
/** Places of dots are whole numbers of a grid that both layouts stretch, so that a page holds them once. */
const GRID = { across: 320, up: 240 } as const;

/** The extent of orders or of fees, in whole steps, with so much of their range free at both ends. */
function extentOf(pairs: readonly Pair[], of: 0 | 1, step: number, free = 0) {
  const values = pairs.map((pair) => pair[of]);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const more = free * (high - low);
  return [step * Math.floor((low - more) / step), step * Math.ceil((high + more) / step)] as const;
}

/** All settings as a cloud, the line of those that none beats, and that along which the reader's control moves. */
export function cloudStep(
  settings: RankerSettings,
  { cloud, now, noSay, settings: all, feasible, demands }: RankerOutcome,
  layout: Layout,
): Step {
  const { width, height } = CLOUD[layout];
  const pairs = cloud.map(([orders, fees]) => [orders, fees] as const);
  const seen = [...pairs, [now.orders, now.fees] as const];
  const x = {
    extent: extentOf(seen, 0, 50),
    label: 'orders in 1,000 visits',
    ticks: 4,
  };
  const y = {
    // Room for the words at the first and the last ring.
    extent: extentOf(seen, 1, 50, 0.1),
    label: 'fees in $',
    ticks: 4,
    format: (value: number) => number(value),
  };
  const front = frontOf(pairs);
  const from = indexOf(rankerOf(settings));
  const own = from < 0 ? [] : pairs.slice(from, from + SHARES.length);
  const drawn = plot({ width, height, x, y, right: 10 }, ({ x: at, y: up }) => {
    const [left, right] = at.range;
    const [floor, top] = up.range;
    const across = linear(x.extent, [0, GRID.across]);
    const upwards = linear(y.extent, [GRID.up, 0]);
    const grid = `translate(${left} ${top}) scale(${(right - left) / GRID.across} ${(floor - top) / GRID.up})`;
    const dots = (wanted: boolean): string => {
      const places = cloud
        .filter(([, , isFeasible]) => isFeasible === wanted)
        .map(([orders, fees]) => `M${Math.round(across(orders))} ${Math.round(upwards(fees))}h0`);
      return [...new Set(places)].join('');
    };
    const here = dotsPath([[at(now.orders), up(now.fees)]], 7);
    const corner = Math.min(right, Math.max(left, at(demands.engineers)));
    const ceiling = Math.min(floor, Math.max(top, up(demands.sales * noSay.fees)));
    // Its edge is seen on paper and in the dark, too.
    const wish = svg`<path class="band" d="M${corner} ${top}H${right}V${ceiling}H${corner}z"/><path class="sure-line thin" d="M${corner} ${top}V${ceiling}H${right}"/>`;
    const places = own.map(([orders, fees]) => [at(orders), up(fees)] as const);
    const [none, all] = [places[0], places.at(-1)];
    const ends = [
      none && labelAt('no say', none[0] + 10, none[1] + 20, 'end'),
      all && labelAt('sales alone', all[0], all[1] - 9),
    ].map((words) => words && labelled(words, 'run strong'));
    return svg`${wish}<path class="ranker-dots" transform="${grid}" d="${dots(false)}"/><path class="mean-line thin" d="${linePath(front, at, up)}"/><path class="ranker-dots run" transform="${grid}" d="${dots(true)}"/><path class="run-line thin" d="${dotsPath(places, 3.5)}"/><path class="run-line" d="${here}"/>${ends}`;
  });
  const key = legend(
    [
      {
        swatch: (at, up) => svg`<path class="ranker-dots run" d="M${at} ${up}h0"/>`,
        words: 'all five content',
      },
      {
        swatch: (at, up) => svg`<circle class="run-line" cx="${at}" cy="${up}" r="5"/>`,
        words: 'as set',
      },
      {
        swatch: (at, up) => svg`<circle class="run-line thin" cx="${at}" cy="${up}" r="3.5"/>`,
        words: 'as sales’ share grows',
      },
      {
        swatch: (at, up) => svg`<path class="mean-line thin" d="M${at - 5} ${up}h10"/>`,
        words: 'the Pareto front',
      },
      {
        swatch: (at, up) =>
          svg`<path class="band" d="M${at - 5} ${up - 5}h10v10h-10z"/><path class="sure-line thin" d="M${at - 5} ${up - 5}v10h10"/>`,
        words: 'what engineers and sales ask for',
      },
    ],
    width,
  );
  return stepOf(
    panel({ title: `${number(all)} settings, a dot for each` }, below(2, drawn, key)),
    'all',
    'What would other settings bring?',
    `${number(feasible)} of ${number(all)} settings please all five, and ${number(front.length)} form the Pareto front: no other beats them in orders or in fees without being worse in the other.`,
  );
}

/** Where the settings of a ranker begin among all, with no say for sales; -1 where there is no model. */
function indexOf({ size, weeks }: Ranker): number {
  return RANKERS.findIndex((one) => one.size === size && one.weeks === weeks);
}

/** Orders by size of the model against those of today's: as a test on the log has them, and as people wait for the list. */
export function sizesStep({ bySize }: RankerOutcome): Step {
  const today = bySize.find(([size]) => size === TODAY) as Sized;
  const most = bySize.at(-1) as Sized;
  const x = { extent: [2, 64] as const, isLog: true, label: 'traits that it knows' };
  const y = {
    extent: [-10, 5] as const,
    label: `orders, % more than with today’s ${TODAY}`,
    ticks: 5,
  };
  const more = (one: Sized, of: 1 | 2): number => 100 * (one[of] / today[of] - 1);
  const drawn = plot({ width: WIDE, height: 210, x, y, right: 10 }, ({ x: at, y: up }) => {
    const line = (of: 1 | 2): string =>
      linePath(
        bySize.map((one) => [one[0], more(one, of)] as const),
        at,
        up,
      );
    return svg`<path class="hair" d="M${at(2)} ${up(0)}H${at(64)}"/><path class="sure-line" d="${line(2)}"/><path class="run-line" d="${line(1)}"/>`;
  });
  const key = legend(
    [
      {
        swatch: (at, up) => svg`<path class="sure-line" d="M${at - 5} ${up}h10"/>`,
        words: 'if nobody had to wait',
      },
      {
        swatch: (at, up) => svg`<path class="run-line" d="M${at - 5} ${up}h10"/>`,
        words: 'as they wait',
      },
    ],
    WIDE,
  );
  const told = (of: 1 | 2): string => {
    const value = more(most, of);
    return `${number(Math.abs(value), 1)} % ${value < 0 ? 'fewer' : 'more'}`;
  };
  return stepOf(
    panel({ title: 'A larger model' }, below(2, drawn, key)),
    'sizes',
    'Does a larger model bring more orders?',
    `With 64 traits there would be ${told(2)} orders than with today’s ${TODAY} if nobody had to wait; as people do wait, there are ${told(1)}.`,
  );
}

type Sized = RankerOutcome['bySize'][number];

function stepOf({ width, height, body }: Part, name: string, asks: string, says: string): Step {
  return { width, height: Math.ceil(height), body, name, asks, says, label: asks };
}
