/** The bench while it is played: requests on their way along the lanes, and their latencies that fall onto the axis one by one. */
import type { Markup, Scale } from '#kit/draw';
import { dotsPath, stacked, svg } from '#kit/draw';
import { hundredOf } from '#kit/numbers';
import type { Played } from '#kit/contract';
import { requestsOf, type Slice, type SliceBatch } from '../../shared/queue/slice.ts';
import { draw, type Playing } from './figure.ts';
import type { Lane } from './lanes.ts';
import type { BenchOutcome } from './model.ts';
import { diamond } from './moment.ts';
import type { BenchSettings } from './params.ts';
import { sayAt } from './played-say.ts';
import { doneBy, placeOf, SINGLE, stageOf, type Place } from './place.ts';

/** How the moments before the last are drawn and told. */
export const played: Played<BenchOutcome, BenchSettings> = {
  draw: (settings, outcome, view) =>
    draw(settings, outcome, view, playing(outcome, view.moment ?? 0)),
  say: sayAt,
};

function playing(outcome: BenchOutcome, moment: number): Playing {
  const place = placeOf(outcome, moment);
  const { stage } = stageOf(outcome, place.counted);
  return {
    now: place.now,
    over: (x, lanes) => svg`${lanes.map((lane) => onTheirWay(lane, place.now, x))}`,
    each: stage === 0 ? 'one request' : '1 in 100',
    dots: (x, floor, r, stack) => dotsAt(outcome, place, { x, floor, r, stack }),
  };
}

/** Those that wait, on the line of the present moment, each as far as it has come; and the one that is followed. */
function onTheirWay({ slice, arrive, edge, top, block }: Lane, now: number, x: Scale): Markup {
  const { followed } = slice;
  const at = (arrival: number, start: number): readonly [number, number] => [
    x(now),
    arrive + ((edge - arrive) * (now - arrival)) / (start - arrival),
  ];
  const dots = requestsOf(slice)
    .filter((one) => one.arrival <= now && now < one.start && one.arrival !== followed?.arrival)
    .map(({ arrival, start }) => at(arrival, start));
  const mark = followed && now >= followed.arrival && markOf();
  return svg`<path class="soft" d="${dotsPath(dots, 3)}"/>${mark}`;

  function markOf(): Markup {
    const { arrival, start, finish } = followed as NonNullable<typeof followed>;
    const inside = (top(followed as SliceBatch) ?? edge) + block / 2;
    const [across, down] =
      now < start ? at(arrival, start) : ([x(Math.min(now, finish)), inside] as const);
    return svg`<path class="run-fill" d="${diamond(across, down)}"/>`;
  }
}

/** Latencies of a lane that are done by `now`, in that order. */
function doneOf(lane: Slice, now: number): Falling[] {
  return doneBy(lane, now)
    .toSorted((one, other) => one.finish - other.finish)
    .map(({ arrival, finish }) => {
      const isIt = arrival === lane.followed?.arrival;
      return { took: finish - arrival, since: now - finish, isIt };
    });
}

interface Falling {
  readonly took: number;
  /** How long ago it was done, in ms of the run. */
  readonly since: number;
  readonly isIt: boolean;
}

interface Axis {
  readonly x: Scale;
  readonly floor: number;
  readonly r: number;
  readonly stack: number;
}
/** A dot falls for this share of the time that is drawn. */
const FALL = 0.04;

function dotsAt(outcome: BenchOutcome, { now, counted }: Place, axis: Axis): Markup {
  const { own: slice, growth } = outcome.story;
  const { stage, near } = stageOf(outcome, counted);
  const done = doneOf(slice, now);
  if (!growth) return svg``;
  const room = Math.max(0, SINGLE - done.length);
  const more = counted > 0 ? (stage > 0 ? room : near * room) : 0;
  const span = FALL * (slice.to - slice.from);
  const all: Falling[] = [
    ...done,
    ...growth.next
      .slice(0, Math.ceil(more))
      .map((took, i) => ({ took, since: Math.min(1, (more - i) / 4) * span, isIt: false })),
  ];
  const singles = fallen(all, span, axis);
  if (stage === 0)
    return svg`<path class="run-fill" d="${dotsPath(singles.dots, axis.r)}"/>${sign(singles)}`;
  const before =
    stage === 1
      ? hundredOf(Float64Array.from(all, ({ took }) => took).sort())
      : (growth.stages[stage - 2]?.dots ?? []);
  const after = growth.stages[stage - 1]?.dots ?? before;
  const mixed = after.map((one, i) => one * near + (before[i] ?? one) * (1 - near));
  return svg`<path class="run-fill" d="${dotsPath(placed(mixed, axis), axis.r)}"/>${sign(singles)}`;
}

/** Values on the axis, or at its end. */
function placed(
  values: readonly number[],
  { x, floor, r, stack }: Axis,
): (readonly [number, number])[] {
  const xs = values.map((value) => x(Math.min(value, x.domain[1])));
  return stacked(xs, { r, base: floor, height: stack });
}

interface Fallen {
  readonly dots: readonly (readonly [number, number])[];
  /** Where the one is that is followed. */
  readonly it: readonly [number, number] | undefined;
}

/** Where single ones are, the latest still on their way down. */
function fallen(list: readonly Falling[], span: number, axis: Axis): Fallen {
  const stride = Math.ceil(list.length / SINGLE);
  const few = list.filter(({ isIt }, i) => isIt || i % stride === 0);
  const top = axis.floor - axis.stack - 40;
  const took = few.map((one) => one.took);
  const at = placed(took, axis).map(([x, y], i) => {
    const share = Math.min(1, (few[i] as Falling).since / span);
    return [x, top + (y - top) * share ** 2] as const;
  });
  return { dots: at.filter((_, i) => !few[i]?.isIt), it: at[few.findIndex(({ isIt }) => isIt)] };
}

function sign({ it }: Pick<Fallen, 'it'>): Markup | undefined {
  return it && svg`<path class="run-line" d="${diamond(...it, 5)}"/>`;
}
