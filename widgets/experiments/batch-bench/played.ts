/** The bench while it is played: requests on their way along the lanes, their latencies that fall onto the axis one by one, and what is said of them. */
import { sum } from 'd3-array';
import type { Ground, Markup } from '#kit/draw';
import { dotsPath, number, signAt, stacked, svg } from '#kit/draw';
import { hundredOf } from '#kit/numbers';
import type { Played } from '#kit/contract';
import { requestsOf, type Followed, type Slice } from '../../shared/queue/slice.ts';
import { draw } from './figure.ts';
import type { Across, Lane } from './lanes.ts';
import type { BenchOutcome } from './model.ts';
import type { BenchSettings } from './params.ts';
import { ms } from './say.ts';
import { countAt, doneBy, placeOf, SINGLE, stageOf, type Place } from './place.ts';

/** How the moments before the last are drawn and told. */
export const played: Played<BenchOutcome, BenchSettings> = {
  draw: (settings, outcome, view) => {
    const place = placeOf(outcome, view.moment ?? 0);
    return draw(settings, outcome, view, {
      now: place.now,
      over: (lane, x) => onTheirWay(lane, place.now, x),
      each: stageOf(outcome, place.counted).stage === 0 ? 'one request' : '1 in 100',
      dots: (on, r, stack) => dotsAt(outcome, place, on, r, stack),
    });
  },
  say: sayAt,
};

/** Those that wait, on the line of the present moment, each as far as it has come; and the one that is followed. */
function onTheirWay({ slice, arrive, edge, top, block }: Lane, now: number, x: Across): Markup {
  const { followed: it } = slice;
  const at = ({ arrival, start }: Followed): readonly [number, number] => [
    x(now),
    arrive + ((edge - arrive) * (now - arrival)) / (start - arrival),
  ];
  const waits = (one: Followed): boolean => one.arrival <= now && now < one.start;
  const others = requestsOf(slice).filter((one) => waits(one) && one.arrival !== it?.arrival);
  const place =
    it &&
    it.arrival <= now &&
    (waits(it) ? at(it) : ([x(Math.min(now, it.finish)), (top(it) ?? edge) + block / 2] as const));
  return svg`<path class="soft" d="${dotsPath(others.map(at), 3)}"/>${place && svg`<path class="run-fill" d="${signAt(3, ...place, 5)}"/>`}`;
}

/** A dot falls for this share of the time that is drawn. */
const FALL = 0.04;

/** Latencies on their axis, the latest still on their way down; from the first stage on, hundredths that pass into those of the next. */
function dotsAt(
  outcome: BenchOutcome,
  { now, counted }: Place,
  { x, floor }: Ground,
  r: number,
  stack: number,
): Markup {
  const { own, growth } = outcome.story;
  if (!growth) return svg``;
  const { stage, near } = stageOf(outcome, counted);
  const span = FALL * (own.to - own.from);
  // How far each has fallen: once it is done, or as the count comes to it.
  const done = doneBy(own, now)
    .toSorted((one, other) => one.finish - other.finish)
    .map(({ arrival, finish }) => {
      const isIt = arrival === own.followed?.arrival;
      return { took: finish - arrival, fallen: (now - finish) / span, isIt };
    });
  const more = (stage > 0 ? 1 : near) * Math.max(0, SINGLE - done.length);
  const next = growth.next.slice(0, Math.ceil(more));
  const all = [...done, ...next.map((took, i) => ({ took, fallen: (more - i) / 4, isIt: false }))];
  const placed = (values: readonly number[]): (readonly [number, number])[] => {
    const xs = values.map((value) => x(Math.min(value, x.domain[1])));
    return stacked(xs, { r, base: floor, height: stack });
  };
  const stride = Math.ceil(all.length / SINGLE);
  const few = all.filter(({ isIt }, i) => isIt || i % stride === 0);
  const top = floor - stack - 40;
  const singles = placed(few.map(({ took }) => took)).map(([across, down], i) => {
    const share = Math.min(1, few[i]?.fallen ?? 1);
    return [across, top + (down - top) * share ** 2] as const;
  });
  const it = singles[few.findIndex(({ isIt }) => isIt)];
  const mixed = (): number[] => {
    const before =
      stage === 1
        ? hundredOf(Float64Array.from(all, ({ took }) => took).sort())
        : (growth.stages[stage - 2]?.dots ?? []);
    const after = growth.stages[stage - 1]?.dots ?? before;
    return after.map((one, i) => one * near + (before[i] ?? one) * (1 - near));
  };
  const dots = stage > 0 ? placed(mixed()) : singles.filter((one) => one !== it);
  return svg`<path class="run-fill" d="${dotsPath(dots, r)}"/>${it && svg`<path class="run-line" d="${signAt(3, ...it, 3.85)}"/>`}`;
}

/** The sentence of a moment. */
function sayAt(settings: BenchSettings, outcome: BenchOutcome, moment: number): string {
  const { now, counted } = placeOf(outcome, moment);
  const { own, alone, growth, come } = outcome.story;
  // What is so on a lane; where there are two, of the one and of the other.
  const each = (so: (lane: Slice) => string): string =>
    alone
      ? `One at a time, ${so(alone)}. Up to ${settings.maxBatch} together, ${so(own)}.`
      : `${so(own)}.`;
  const waiting = (lane: Slice): number => waitingAt(lane, come, now);
  const came = come.filter((one) => one <= now);
  if (!growth) {
    const since = `After ${ms(now - own.from)}, ${people(came.length, 'has', 'have')} come.`;
    const stand = each((lane) => `${doneBy(lane, now).length} are done and ${waiting(lane)} wait`);
    return `${since} ${alone ? '' : 'Of these '}${stand}`;
  }
  if (counted > 0) {
    const count = number(countAt(outcome, counted, doneBy(own, own.to).length));
    const { stage } = stageOf(outcome, counted);
    if (stage === 0)
      return `That was one request. The next ones are counted too, each a dot: ${count} by now.`;
    const dot = stage === 1 ? 'a dot each' : 'each dot stands for one in a hundred of them';
    return `So it went for one request. Here are ${count}: ${dot}.`;
  }
  const { arrival } = own.followed as Followed;
  if (now < arrival) {
    const queues = each((lane) => people(waiting(lane), 'waits', 'wait'));
    return `${queues} Watch for the diamond: the next request is followed.`;
  }
  const behind = came.filter((one) => one >= arrival).length;
  const who = alone ? 'it' : 'This request';
  return each((lane) => `${who} ${way(lane.followed as Followed, waiting(lane) - behind, now)}`);
}

/** How many wait on a lane at a moment; `come` are the times at which requests come. */
export function waitingAt(lane: Slice, come: readonly number[], now: number): number {
  const since = come.filter((one) => one <= now).length;
  const begun = lane.batches.filter(({ start }) => start > lane.from && start <= now);
  return lane.waiting + since - sum(begun, ({ size }) => size);
}

function people(count: number, one: string, more: string): string {
  if (count === 0) return `no request ${one}`;
  return count === 1 ? `1 request ${one}` : `${number(count)} requests ${more}`;
}

/** The way of the request that is followed, with so many before it. */
function way({ arrival, start, finish, size }: Followed, ahead: number, now: number): string {
  const waited = ms(start - arrival);
  const batch = size === 1 ? 'alone' : `in a batch of ${size}`;
  if (now < start) {
    const before = ahead > 0 ? `${number(ahead)} before it` : 'nobody before it';
    return `has waited ${ms(now - arrival)}, ${before}`;
  }
  const wait = start - arrival < 0.005 ? 'has not waited' : `has waited ${waited}`;
  if (now < finish) return `${wait} and is served ${batch}`;
  return `is done after ${ms(finish - arrival)}: ${waited} of waiting, then served ${batch}`;
}
