/** A day in a shop: customers come, wait, are served or leave, while a scaler orders servers and lets them go. */
import { range } from 'd3-array';
import type { Run } from '#kit/contract';
import { customersOf, DAY, ELEVEN, HALF_HOUR, loadAt, NOON, RISE } from './demand.ts';
import { Fleet } from './fleet.ts';
import { Floor } from './floor.ts';
import type { params, FridaySettings } from './params.ts';
import { LOOK, scaler } from './scaler.ts';

/** Servers made ready beforehand stay at least so long. */
const WARM_FOR = HALF_HOUR;
const FIVE_MINUTES = 300;
/** Moments of the stretch that is seen. */
const MOMENTS = 201;

/** Customers who came in some time, and those of them who were late. */
export type Both = [came: number, late: number];
const nobody = (): Both => [0, 0];
function count(both: Both, isLate: boolean): void {
  both[0] += 1;
  if (isLate) both[1] += 1;
}

/** From when on the day is seen, and how long a moment is, in seconds. */
function stretchOf({ scenario }: FridaySettings): { readonly from: number; readonly each: number } {
  if (scenario === 'drawn') return { from: ELEVEN, each: 36 };
  if (scenario === 'smooth' || scenario === 'constant') return { from: 0, each: 432 };
  return { from: NOON - 600, each: LOOK };
}

/** Plays the day: what a run yields. */
export function outcomeOf(settings: FridaySettings) {
  const { scenario, target, coldStart, minServers, maxServers, warmServers, warmAt } = settings;
  const isSale = scenario === 'flash' || scenario === 'brokenScaler';
  const isNear = isSale || scenario === 'drawn';
  const load = loadAt(settings);
  const { from, each } = stretchOf(settings);
  const [all, halfHour] = [nobody(), nobody()];
  const became = range(MOMENTS).map(nobody);
  const floor = new Floor(customersOf(settings), settings.patience, (came, isLate) => {
    count(all, isLate);
    if (came >= NOON && came < NOON + HALF_HOUR) count(halfHour, isLate);
    const moment = Math.ceil((came - from) / each);
    // Most of a day is not seen.
    if (moment >= 0 && moment < MOMENTS) count(became[moment] as Both, isLate);
  });
  const first = Math.max(minServers, Math.ceil(load(0) / target - 1e-9), 1);
  const fleet = new Fleet(Math.min(maxServers, first), coldStart);
  const look = scaler(settings, fleet.ready);
  // With the load the servers of each moment, and how busy those ready were when the scaler looked, from 0 to 1.
  const seen: Record<'time' | 'load' | 'ready' | 'starting' | 'busy', number>[] = [];
  const day: number[] = [];
  let enough = null as number | null;
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
  const last = from + each * MOMENTS;
  return {
    /** The stretch that is seen; who came has done so since the moment before. */
    moments: seen.map((one, i) => {
      const [came, late] = became[i] as Both;
      return { ...one, came, late };
    }),
    /** Orders that came or were called off in it, where an hour or two are seen. */
    bricks: isNear ? fleet.bricks.filter(([, to]) => to >= from && to <= last) : [],
    /** Servers ordered, ready or not, every five minutes of the day. */
    day,
    all,
    halfHour,
    left: floor.left,
    waited: floor.waited + floor.left,
    /** From noon until enough servers are ready for the sale; `null`: never. */
    minutesToEnough: enough,
    isSale,
    /** What is seen is an hour or two, not the whole day. */
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
    const due = from + seen.length * each;
    if (seen.length < MOMENTS && time >= due)
      seen.push({ time: due, load: load(due), ready, starting: ordered - ready, busy });
  }
}

export type FridayOutcome = ReturnType<typeof outcomeOf>;

/** The run behind the widget. */
export const runBlackFriday: Run<typeof params, FridayOutcome> = async (settings, show) => {
  await show(outcomeOf(settings), 1);
};
