/** The figure: how one visitor's list is sorted, and what each of the five gets; below, all settings at once, and what size is worth. */
import { extent, range, sort } from 'd3-array';
import type { Layout, View } from '#kit/contract';
import type { BarRow, Drawing, LabelBox, Mark, Part, Step } from '#kit/draw';
import { barRows, below, beside, boxAround, chart, dots, dotsPath, drawing } from '#kit/draw';
import { labelAt, labelled, line, number, ofWhole, panel, part, rule, special } from '#kit/draw';
import { specks, svg, toStep, waiting } from '#kit/draw';
import { SHOWN } from './city.ts';
import { askedBy, AT_MOST } from './demands.ts';
import { mixed } from './lists.ts';
import { nameOf } from './names.ts';
import { PEOPLE, type Near, type RankerOutcome } from './outcome.ts';
import type { RankerSettings } from './params.ts';
import { TOLD } from './say.ts';
import { frontOf, RANKERS, rankerOf } from './standing.ts';

const LAY = {
  wide: { width: 300, row: 21, rest: 10, bars: { most: 1, width: 332, pitch: 46, bar: 12 } },
  narrow: { width: 320, row: 16, rest: 5.4, bars: { most: 1, width: 302, pitch: 30, bar: 7 } },
} as const;

type Seen = View<RankerSettings, RankerOutcome>;

/** Draws the run for a page or a phone. */
export function draw(settings: RankerSettings, outcome: RankerOutcome, view: Seen): Drawing {
  const { layout, ghost } = view;
  const parts = [drawList(outcome, layout), drawPeople(outcome, layout, ghost)];
  const whole = layout === 'wide' ? beside(30, ...parts) : below(8, ...parts);
  const label =
    'Sixteen restaurants near one visitor, sorted by what the visitor is likely to order and as they are shown, with a line from place to place; beside them a bar for what each of the people at the table gets.';
  const steps = [cloudStep(settings, outcome, layout), sizesStep(outcome)];
  return { ...drawing(whole, label), steps };
}

/** One visitor's sixteen restaurants, sorted without sales and with them: the five that are shown stand at the top. */
function drawList({ visitor, share }: RankerOutcome, layout: Layout): Part {
  const { width, row, rest } = LAY[layout];
  const [from, to] = [100, width - 140];
  const y = (place: number): number =>
    17 + (place < SHOWN ? (place + 0.5) * row : SHOWN * row + (place - SHOWN + 0.8) * rest);
  const sorted = (weight: number) => sort(visitor, (one) => -mixed(one.appeal, one.fee, weight));
  const [before, now] = [sorted(0), sorted(share)];
  const places = before.map((one, i) => ({ i, j: now.indexOf(one) }));
  const path = (look: string, isSo: (i: number, j: number) => boolean) =>
    svg`<path class="${look}" d="${places.map(({ i, j }) => isSo(i, j) && svg`M${from} ${y(i)}L${to} ${y(j)}`)}"/>`;
  const dots = range(visitor.length).flatMap((i) => [[from, y(i)] as const, [to, y(i)] as const]);
  const lines = svg`${path('hair', (i, j) => i >= SHOWN && j >= SHOWN)}${path('sure-line', (i, j) => i < SHOWN && j >= SHOWN)}${path('run-line', (_, j) => j < SHOWN)}<path class="soft" d="${dotsPath(dots, 2)}"/>`;
  const text = (words: string, x: number, up: number, anchor?: LabelBox['anchor'], look = 'soft') =>
    labelled(labelAt(words, x, up, anchor), look);
  const heads = svg`${text('by orders only', from + 4, 9, 'end')}${text('as shown, and its fee', to - 4, 9)}`;
  const names = range(SHOWN).map((i) => {
    const [old, one] = [before[i], now[i]] as [Near, Near];
    const look = before.indexOf(one) < SHOWN ? 'run' : 'run strong';
    const up = y(i) + 4.5;
    return svg`${text(nameOf(old.restaurant), from - 10, up, 'end')}${text(nameOf(one.restaurant), to + 10, up, 'start', look)}${text(`$${number(one.paid, 2)}`, width, up, 'end')}`;
  });
  const body = svg`${lines}<g class="words">${heads}${names}</g>`;
  const still = { body: lines, x: 60, y: 10, width: 160, height: 150 };
  const title = layout === 'wide' ? 'One visitor’s list' : 'One visitor’s list of five';
  return panel({ title }, { ...part(width, y(visitor.length - 1) + rest, body), still });
}

/** A bar for what each of the five has, and the stretch in which they are content; the last three wait for the prediction. */
function drawPeople(outcome: RankerOutcome, layout: Layout, other: Seen['ghost']): Part {
  const { bars } = LAY[layout];
  const rows = PEOPLE.map((person, i): BarRow => {
    const [, what, of, most, written] = TOLD[person];
    const share = outcome.now[of] / most;
    const asked = Math.min(1, askedBy(person, outcome) / most);
    return {
      name: svg`<tspan class="strong">${person.replace(/^./, (one) => one.toUpperCase())}</tspan><tspan class="soft" dx="6">${what}</tspan>`,
      bars: ofWhole(share, 'run-fill'),
      told: written(outcome.now[of]),
      band: AT_MOST.has(person) ? [0, asked] : [asked, 1],
      was: other && other.outcome.now[of] / most,
      waits: i > 1,
    };
  });
  // Filled where somebody is content, else a ring.
  const lamps = PEOPLE.map((person, i) => {
    const look = outcome.unmet.includes(person) ? 'run-line' : 'run-fill';
    return svg`<circle class="${look}" cx="5" cy="${i * bars.pitch + 8.5}" r="4.5"/>`;
  });
  const beyond = waiting(part(10, PEOPLE.length * bars.pitch, svg`${lamps}`));
  return panel(
    { title: 'Who gets what', behind: other },
    beside(8, barRows(rows, bars, other), beyond),
  );
}

type Pair = readonly [number, number];

/** The extent of orders or of fees, in steps of 50, with so much of their range free at both ends. */
function extentOf(pairs: readonly Pair[], of: 0 | 1, free = 0): Pair {
  const [low = 0, high = 0] = extent(pairs, (pair) => pair[of]);
  const more = free * (high - low);
  return [50 * Math.floor((low - more) / 50), 50 * Math.ceil((high + more) / 50)];
}

/** All settings as a cloud, the line of those that none beats, and that along which the reader's control moves. */
function cloudStep(settings: RankerSettings, outcome: RankerOutcome, layout: Layout): Step {
  const { cloud, now, noSay, settings: all, feasible, demands } = outcome;
  const pairs = cloud.map(([orders, fees]) => [orders, fees] as const);
  const those = (please: boolean, look: string, key?: string): Mark => {
    const some = pairs.filter((_, i) => cloud[i]?.[2] === please);
    const covers: Mark['covers'] = ({ x, y }) => some.map(([a, b]) => boxAround(x(a), y(b), 2));
    return { ...specks(some, { look, ...(key && { key }) }), covers };
  };
  const front = frontOf(pairs);
  const seen: readonly Pair[] = [...pairs, [now.orders, now.fees]];
  // Room for the words at the first and the last ring.
  const [x, y] = [extentOf(seen, 0), extentOf(seen, 1, 0.1)];
  const { size, weeks } = rankerOf(settings);
  const own = pairs.filter((_, i) => RANKERS[i]?.size === size && RANKERS[i].weeks === weeks);
  const ring = { r: 3.5, look: 'run-line thin', say: 'run strong', must: true };
  const drawn = chart({
    title: `${number(all)} settings, a dot for each`,
    ...{ view: { layout }, height: { wide: 400, narrow: 330 }, right: 10, keyBelow: true },
    x: { extent: x, label: 'orders in 1,000 visits', ticks: 4 },
    y: { extent: y, label: 'fees in $', ticks: 4 },
    marks: [
      those(false, 'ranker-dots'),
      line(front, { look: 'mean-line thin', key: 'the Pareto front' }),
      those(true, 'ranker-dots run', 'all five content'),
      dots([[now.orders, now.fees]], { r: 6, look: 'run-line', key: 'as set' }),
      dots(own.slice(0, 1), { ...ring, words: own.length > 0 && 'no say' }),
      dots(own.slice(1), {
        ...ring,
        words: own.length > 0 && 'sales alone',
        key: 'as sales’ share grows',
      }),
      askedFor(demands.engineers, demands.sales * noSay.fees),
    ],
  });
  return toStep(drawn, {
    name: 'all',
    asks: 'What would other settings bring?',
    says: `${number(feasible)} of ${number(all)} settings please all five, and ${number(front.length)} form the Pareto front: no other beats them in orders or in fees without being worse in the other.`,
  });
}

/** So many orders and fees or more; the edge is seen on paper and in the dark, too. */
function askedFor(orders: number, fees: number): Mark {
  const corner = (left: number, floor: number, right: number, top: number) =>
    svg`<path class="band" d="M${left} ${top}H${right}V${floor}H${left}z"/><path class="sure-line thin" d="M${left} ${top}V${floor}H${right}"/>`;
  return special(
    ({ x, y, left, right, top, floor }) => {
      const at = Math.min(right, Math.max(left, x(orders)));
      return corner(at, Math.min(floor, Math.max(top, y(fees))), right, top);
    },
    {
      isGround: true,
      key: {
        words: 'what engineers and sales ask for',
        swatch: (x, y) => corner(x - 5, y + 5, x + 5, y - 5),
      },
    },
  );
}

/** Orders by size of the model against those of today's: as a test on the log has them, and as people wait for the list. */
function sizesStep({ bySize }: RankerOutcome): Step {
  // The model in use when the meeting begins.
  const today = bySize.find(([size]) => size === 16) ?? [16, 1, 1];
  const more = (of: 1 | 2): readonly Pair[] =>
    bySize.map((one) => [one[0], 100 * (one[of] / today[of] - 1)]);
  const [waited, atOnce] = [more(1), more(2)];
  const drawn = chart({
    ...{ title: 'A larger model', width: 240, height: 210, right: 10, keyBelow: true },
    x: { extent: [2, 64], isLog: true, label: 'traits that it knows' },
    y: { extent: [-10, 5], label: 'orders, % more than with today’s 16', ticks: 5 },
    marks: [
      rule({ y: 0 }),
      line(atOnce, { look: 'sure-line', key: 'if nobody had to wait' }),
      line(waited, { key: 'as they wait' }),
    ],
  });
  const told = (list: readonly Pair[]): string => {
    const value = list.at(-1)?.[1] ?? 0;
    return `${number(Math.abs(value), 1)} % ${value < 0 ? 'fewer' : 'more'}`;
  };
  return toStep(drawn, {
    name: 'sizes',
    asks: 'Does a larger model bring more orders?',
    says: `With 64 traits there would be ${told(atOnce)} orders than with today’s 16 if nobody had to wait; as people do wait, there are ${told(waited)}.`,
  });
}
