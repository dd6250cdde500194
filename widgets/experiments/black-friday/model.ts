/** A day in a shop: customers come, wait, are served or leave, while a scaler orders servers and lets them go. */
import type { Run } from '#kit/contract';
import { customersOf, DAY, ELEVEN, HALF_HOUR, loadAt, NOON, RISE } from './demand.ts';
import { Fleet, type Brick } from './fleet.ts';
import { Floor, type Both } from './floor.ts';
import type { params, FridaySettings } from './params.ts';
import { LOOK, scaler } from './scaler.ts';

/** Servers made ready beforehand stay at least so long. */
const WARM_FOR = HALF_HOUR;
const FIVE_MINUTES = 300;
/** Moments of the stretch that is seen. */
const MOMENTS = 201;

/** The day at a moment, and what became of those who have come since the moment before. */
export interface Moment {
  readonly time: number;
  readonly load: number;
  readonly ready: number;
  readonly starting: number;
  readonly came: number;
  readonly late: number;
  /** What the scaler has seen last: how busy those ready are, from 0 to 1. */
  readonly busy: number;
}

/** What a day yields. */
export interface FridayOutcome {
  /** The stretch that is seen. */
  readonly moments: readonly Moment[];
  /** Orders that came or were called off in it, where an hour or two are seen. */
  readonly bricks: readonly Brick[];
  /** Servers ordered, ready or not, every five minutes of the day. */
  readonly day: readonly number[];
  readonly all: Readonly<Both>;
  readonly halfHour: Readonly<Both>;
  readonly left: number;
  readonly waited: number;
  /** Minutes from noon until enough servers are ready for the sale; `null`: never. */
  readonly minutesToEnough: number | null;
  readonly isSale: boolean;
  /** What is seen is an hour or two, not the whole day. */
  readonly isNear: boolean;
  readonly serverHours: number;
  readonly peakServers: number;
}

/** From when on the day is seen, and how long a moment is, in seconds. */
function stretchOf({ scenario }: FridaySettings): { readonly from: number; readonly each: number } {
  if (scenario === 'drawn') return { from: ELEVEN, each: 36 };
  if (scenario === 'smooth' || scenario === 'constant') return { from: 0, each: 432 };
  return { from: NOON - 600, each: LOOK };
}

/** Plays the day. */
export function outcomeOf(settings: FridaySettings): FridayOutcome {
  const { scenario, target, coldStart, minServers, warmServers, warmAt } = settings;
  const isSale = scenario === 'flash' || scenario === 'brokenScaler';
  const isNear = isSale || scenario === 'drawn';
  const load = loadAt(settings);
  const stretch = stretchOf(settings);
  const floor = new Floor(settings, customersOf(settings), { ...stretch, count: MOMENTS });
  const most = settings.maxServers;
  const first = Math.max(minServers, Math.ceil(load(0) / target - 1e-9), 1);
  const fleet = new Fleet(Math.min(most, first), coldStart);
  const look = scaler(settings, fleet.ready);
  const seen: Omit<Moment, 'came' | 'late'>[] = [];
  const day: number[] = [];
  let enough: number | null = null;
  let busy = 0;
  const warmFrom = NOON - 60 * warmAt;
  for (let time = 0; time < DAY; time += LOOK) {
    note(time);
    const until = time + LOOK;
    const now = floor.advance(until, fleet);
    ({ busy } = now);
    if (scenario === 'brokenScaler' && until > ELEVEN) continue;
    const isWarm = until >= warmFrom && until < warmFrom + WARM_FOR;
    const { ready, ordered } = fleet;
    const least = isWarm ? Math.max(minServers, warmServers) : minServers;
    fleet.setTo(look({ ready, ordered, ...now }, least), until);
  }
  note(DAY);
  fleet.setTo(fleet.ordered, DAY);
  const last = stretch.from + stretch.each * MOMENTS;
  return {
    moments: seen.map((one, i) => {
      const [came, late] = floor.moments[i] as Both;
      return { ...one, came, late };
    }),
    bricks: isNear ? fleet.bricks.filter(([, to]) => to >= stretch.from && to <= last) : [],
    day,
    all: floor.all,
    halfHour: floor.halfHour,
    left: floor.left,
    waited: floor.waited + floor.left,
    minutesToEnough: enough,
    isSale,
    isNear,
    serverHours: fleet.paid / 3600,
    peakServers: fleet.peak,
  };

  /** Notes how things stand, where this time belongs to what is seen. */
  function note(time: number): void {
    const { ready, ordered } = fleet;
    if (isSale && enough === null && time >= NOON && time <= NOON + 4 * HALF_HOUR) {
      if (ready >= load(NOON + RISE) / target - 1e-9) enough = (time - NOON) / 60;
    }
    if (time % FIVE_MINUTES === 0) day.push(ordered);
    const due = stretch.from + seen.length * stretch.each;
    if (seen.length < MOMENTS && time >= due)
      seen.push({ time: due, load: load(due), ready, starting: ordered - ready, busy });
  }
}

/** The run behind the widget. */
export const runBlackFriday: Run<typeof params, FridayOutcome> = async (settings, show) => {
  await show(outcomeOf(settings), 1);
};
