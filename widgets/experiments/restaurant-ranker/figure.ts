/** The figure: how one visitor's list is sorted, and what each of the five gets; below, all settings at once, and what size is worth. */
import { extent, range, sort } from 'd3-array';
import type { Layout, View } from '#kit/contract';
import type { BarRow, Drawing, Mark, Part, Point, Step } from '#kit/draw';
import { barRows, below, beside, boxAround, cells, chart, clamped, dots, drawing } from '#kit/draw';
import { labelAt, later, line, number, ofWhole, panel, rule, specks, svg } from '#kit/draw';
import { toStep, words } from '#kit/draw';
import { SHOWN } from './city.ts';
import { askedBy, AT_MOST } from './demands.ts';
import { mixed } from './lists.ts';
import { nameOf } from './names.ts';
import { PEOPLE, type Near, type RankerOutcome } from './outcome.ts';
import type { RankerSettings } from './params.ts';
import { TOLD } from './say.ts';
import { frontOf, RANKERS, rankerOf, type Pair } from './standing.ts';

const BARS = {
  wide: { most: 1, width: 350, pitch: 46, bar: 12 },
  narrow: { most: 1, width: 320, pitch: 30, bar: 7 },
};

type Seen = View<RankerSettings, RankerOutcome>;

/** Draws the run for a page or a phone. */
export function draw(settings: RankerSettings, outcome: RankerOutcome, view: Seen): Drawing {
  const { layout, ghost } = view;
  const parts = [drawList(outcome, layout), drawPeople(outcome, layout, ghost)];
  const whole = layout === 'wide' ? beside(30, ...parts) : below(8, ...parts);
  const label =
    'Sixteen restaurants near one visitor, sorted by what the visitor is likely to order and as they are shown, with a line from place to place; beside them a bar for what each of the people at the table gets.';
  const steps = [cloudStep(settings, outcome, layout), sizesStep(outcome, layout)];
  return { ...drawing(whole, label), steps };
}

/** One visitor's sixteen restaurants, sorted without sales and with them: the five that are shown stand at the top. */
function drawList({ visitor, share }: RankerOutcome, layout: Layout): Part {
  // Below those that are shown, places lie closer.
  const y = (place: number): number => (place < SHOWN ? place : SHOWN + (place - SHOWN) / 3);
  const sorted = (weight: number) => sort(visitor, (one) => -mixed(one.appeal, one.fee, weight));
  const [before, now] = [sorted(0), sorted(share)];
  const ends = before.map((one, i) => [i, now.indexOf(one)] as const);
  const across = (i: number, j: number): Point[] => [
    [0, y(i)],
    [1, y(j)],
    [0, null],
  ];
  const places = before.flatMap((_, i) => across(i, i));
  const paths = (look: string, isSo: (i: number, j: number) => boolean): Mark => {
    const points = ends.flatMap(([i, j]) => (isSo(i, j) ? across(i, j) : []));
    return line(points, { look, twice: false });
  };
  const told = (text: string, i: number, x: number, say = 'soft words'): Mark => {
    const anchor = x === 170 ? 'start' : 'end';
    return words(text, (on) => [labelAt(text, x, on.y(i) + 4.5, anchor)], { say });
  };
  const names = range(SHOWN).flatMap((i) => {
    const [old, one] = [before[i], now[i]] as [Near, Near];
    const look = before.indexOf(one) < SHOWN ? 'run words' : 'run strong words';
    return [
      told(nameOf(old.restaurant), i, 90),
      told(nameOf(one.restaurant), i, 170, look),
      told(`$${number(one.paid, 2)}`, i, 300),
    ];
  });
  return chart({
    title: 'One visitor’s list of five',
    ...{ view: { layout }, width: 300, height: { wide: 226, narrow: 164 } },
    ...{ left: 100, right: 140, top: 0, foot: 4 },
    x: { extent: [0, 1], isHidden: true },
    y: { extent: [y(visitor.length), -1.4], isHidden: true },
    marks: [
      paths('hair', (i, j) => i >= SHOWN && j >= SHOWN),
      paths('sure-line', (i, j) => i < SHOWN && j >= SHOWN),
      paths('run-line', (_, j) => j < SHOWN),
      dots(places, { r: 2, look: 'soft' }),
      ...names,
      told('by orders only', -1, 90),
      told('as shown, and its fee', -1, 170),
    ],
  });
}

/** A bar for what each of the five has, and the stretch in which they are content; the last three wait for the prediction. */
function drawPeople(outcome: RankerOutcome, layout: Layout, other: Seen['ghost']): Part {
  const rows = PEOPLE.map((person, i): BarRow => {
    const [, what, of, most, written] = TOLD[person];
    const share = outcome.now[of] / most;
    const asked = Math.min(1, askedBy(person, outcome) / most);
    const content = outcome.unmet.includes(person) ? '' : later(', content');
    return {
      name: svg`<tspan class="strong">${person.replace(/^./, (one) => one.toUpperCase())}</tspan><tspan class="soft" dx="6">${what}</tspan>`,
      bars: ofWhole(share, 'run-fill'),
      told: svg`${written(outcome.now[of])}${content}`,
      band: AT_MOST.has(person) ? [0, asked] : [asked, 1],
      was: other && other.outcome.now[of] / most,
      waits: i > 1,
    };
  });
  return panel({ title: 'Who gets what', behind: other }, barRows(rows, BARS[layout], other));
}

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
  const across: Pair = [demands.engineers, x[1]];
  const up: Pair = [demands.sales * noSay.fees, y[1]];
  const { size, weeks } = rankerOf(settings);
  const own = pairs.filter((_, i) => RANKERS[i]?.size === size && RANKERS[i].weeks === weeks);
  const told = (words: string) => own.length > 0 && words;
  const ring = { r: 3.5, look: 'run-line thin', say: 'run strong', must: true };
  const drawn = chart({
    title: `${number(all)} settings, a dot for each`,
    ...{ view: { layout }, height: { wide: 400, narrow: 330 }, right: 10, keyBelow: true },
    x: { extent: x, label: 'orders in 1,000 visits', ticks: 4 },
    y: { extent: y, label: 'fees in $', ticks: 4 },
    marks: [
      those(false, 'before-line speck'),
      line(front, { look: 'mean-line thin', key: 'the Pareto front' }),
      those(true, 'run-line pleasing', 'all five content'),
      dots([[now.orders, now.fees]], { r: 6, look: 'run-line', key: 'as set' }),
      dots(own.slice(0, 1), { ...ring, words: told('no say') }),
      dots(own.slice(1), { ...ring, words: told('sales alone'), key: 'as fees weigh more' }),
      clamped(cells([[across, up]], { look: 'band', isGround: true })),
      // Its edge is seen on paper and in the dark, too.
      clamped(
        cells([[across, up]], { look: 'sure-line thin', key: 'what engineers and sales ask for' }),
      ),
    ],
  });
  return toStep(drawn, {
    name: 'all',
    asks: 'What would other settings bring?',
    says: `${number(feasible)} of ${number(all)} settings please all five, and ${number(front.length)} form the Pareto front: no other beats them in orders or in fees without being worse in the other.`,
  });
}

/** Orders by size of the model against those of today's: as a test on the log has them, and as people wait for the list. */
function sizesStep({ bySize }: RankerOutcome, layout: Layout): Step {
  // The model in use when the meeting begins.
  const today = bySize.find(([size]) => size === 16) ?? [16, 1, 1];
  const more = (of: 1 | 2): readonly Pair[] =>
    bySize.map((one) => [one[0], 100 * (one[of] / today[of] - 1)]);
  const [waited, atOnce] = [more(1), more(2)];
  const drawn = chart({
    title: 'Orders by the size of the model',
    ...{ view: { layout }, height: { wide: 210, narrow: 190 }, right: 10 },
    x: { extent: [2, 64], isLog: true, label: 'traits that it knows' },
    y: { extent: [-10, 5], label: '% more orders than with today’s 16 traits', ticks: 4 },
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
