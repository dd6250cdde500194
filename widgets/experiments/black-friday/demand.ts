/** How much work comes in each second of the day, in servers' worth: as many servers as would be busy all the time. */
import { readCurve } from '../../controls/curve/pure/curve.ts';
import { latest, seeded, within } from '#kit/numbers';
import { TEN_MINUTES, type FridaySettings } from './params.ts';

/** Seconds of half an hour, of a day, and when the sale begins. */
export const HALF_HOUR = 1800;
export const DAY = 86_400;
export const ELEVEN = 39_600;
export const NOON = 43_200;
/** A request takes this long on average, in seconds. */
const SERVICE = 2;
/** Load before the sale, and in it. */
const [QUIET, PEAK] = [7, 70];
const SALE = 4 * HALF_HOUR;
export const RISE = 60;

/** The load at a second of the day. */
export function loadAt({ scenario, load, demand }: FridaySettings): (second: number) => number {
  if (scenario === 'constant') return () => load;
  if (scenario === 'smooth')
    return (t) => QUIET + ((PEAK - QUIET) * (1 - Math.cos((2 * Math.PI * t) / DAY))) / 2;
  if (scenario === 'drawn') {
    const drawn = readCurve({ xs: TEN_MINUTES }, demand);
    // Ten minutes later it is again as it was at 11:00.
    const values = [...drawn, drawn[0] ?? 0];
    return (t) => {
      const at = within(0, (t - ELEVEN) / 600, drawn.length);
      const before = Math.floor(at);
      const [from, to] = [values[before] ?? 0, values[before + 1] ?? values[before] ?? 0];
      return from + (to - from) * (at - before);
    };
  }
  // Up within a minute, and down again within one.
  const share = (since: number): number => within(0, since / RISE, 1);
  return (t) => QUIET + (PEAK - QUIET) * (share(t - NOON) - share(t - NOON - SALE));
}

/** Who comes in a day, and how long each that is served takes, in the order in which they are served. */
export interface Customers {
  readonly arrivals: Float64Array;
  readonly services: Float64Array;
}

const drawn = latest<Customers>(1);

/** The customers of the day: the same ones come whatever the servers do. */
export function customersOf(settings: FridaySettings): Customers {
  const { seed, scenario, load, demand } = settings;
  return drawn([seed, scenario, load, demand].join(), () => {
    const arrivals = arrivalsOf(settings);
    const random = seeded(seed, 'service');
    return { arrivals, services: arrivals.map(() => random.exponential(SERVICE)) };
  });
}

function arrivalsOf(settings: FridaySettings): Float64Array {
  const random = seeded(settings.seed, 'customers');
  const load = loadAt(settings);
  const all: number[] = [];
  let due = random.exponential(1);
  for (let second = 0; second < DAY; second += 1) {
    const rate = load(second + 0.5) / SERVICE;
    let into = 0;
    while (due <= rate * (1 - into)) {
      into += due / rate;
      all.push(second + into);
      due = random.exponential(1);
    }
    due -= rate * (1 - into);
  }
  return new Float64Array(all);
}
