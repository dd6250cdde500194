/** All settings by orders and fees; and what a larger model is worth before and after the wait for it. */
import { linePath } from '../../kit/draw/axes.ts';
import { dotsPath } from '../../kit/draw/dots.ts';
import type { Step } from '../../kit/draw/drawing.ts';
import { number } from '../../kit/draw/format.ts';
import { legend } from '../../kit/draw/legend.ts';
import { svg } from '../../kit/draw/markup.ts';
import { panel } from '../../kit/draw/panel.ts';
import { below, type Part } from '../../kit/draw/part.ts';
import { plot } from '../../kit/draw/plot.ts';
import type { RankerOutcome } from './outcome.ts';

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

/** Steps are shown as wide as this. */
const WIDE = 240;
/** Traits of the model that others are compared with: the one in use when the meeting begins. */
const TODAY = 16;

/** All settings as a cloud, and the line of those that none beats. */
export function cloudStep({ cloud, now, settings, feasible }: RankerOutcome): Step {
  const x = { extent: [250, 600] as const, label: 'orders in 1,000 visits', ticks: 3 };
  const y = {
    extent: [200, 900] as const,
    label: 'fees in $',
    ticks: 4,
    format: (value: number) => number(value),
  };
  const pairs = cloud.map(([orders, fees]) => [orders, fees] as const);
  const front = frontOf(pairs);
  const drawn = plot({ width: WIDE, height: 240, x, y, right: 8 }, ({ x: at, y: up }) => {
    const dots = (wanted: boolean): string => {
      const places = cloud
        .filter(([, , isFeasible]) => isFeasible === wanted)
        .map(([orders, fees]) => `M${Math.round(at(orders))} ${Math.round(up(fees))}h0`);
      return [...new Set(places)].join('');
    };
    const here = dotsPath([[at(now.orders), up(now.fees)]], 7);
    return svg`<path class="ranker-dots" d="${dots(false)}"/><path class="mean-line thin" d="${linePath(front, at, up)}"/><path class="ranker-dots run" d="${dots(true)}"/><path class="run-line" d="${here}"/>`;
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
        swatch: (at, up) => svg`<path class="mean-line thin" d="M${at - 5} ${up}h10"/>`,
        words: 'the Pareto front',
      },
    ],
    WIDE,
  );
  return stepOf(
    panel({ title: `${number(settings)} settings, a dot for each` }, below(2, drawn, key)),
    'What would other settings bring?',
    `${number(feasible)} of ${number(settings)} settings please all five, and ${number(front.length)} form the Pareto front: no other beats them in orders or in fees without being worse in the other.`,
  );
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
    'Does a larger model bring more orders?',
    `With 64 traits there would be ${told(2)} orders than with today’s ${TODAY} if nobody had to wait; as people do wait, there are ${told(1)}.`,
  );
}

type Sized = RankerOutcome['bySize'][number];

function stepOf({ width, height, body }: Part, asks: string, says: string): Step {
  return { width, height: Math.ceil(height), body, asks, says, label: asks };
}
