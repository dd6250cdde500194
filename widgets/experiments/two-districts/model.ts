/** Five hundred cities of two districts: one patrol a day follows the records, and writes them. */
import type { Run } from '#kit/contract';
import { seeded } from '#kit/numbers';
import type { DistrictSettings, params } from './params.ts';

/** So many cities are played; the first of them is the one that is seen day by day. */
export const CITIES = 500;
/** So many others are drawn beside it. */
const OTHERS = 16;
/** So many bins has the heap of all cities, from 0 to 100 % of the records in A. */
export const BINS = 40;
/** About so many moments are kept. */
const MOMENTS = 56;
/** Two numbers are cut from each that is drawn: 26 bits are enough for a chance. */
const HALF = 2 ** 26;

type Pair = readonly [a: number, b: number];

/** The city that is seen, at the end of a day. */
export interface Moment {
  readonly day: number;
  /** Where the patrol was on that day; nowhere before the first one. */
  readonly patrol: 'A' | 'B' | null;
  /** All that is on record, first records included; and all days of patrol, those behind the first records included. */
  readonly records: Pair;
  readonly patrols: Pair;
}

/** One city at the end. Shares are of A. */
export interface City {
  readonly records: number;
  /** Of the patrols since the first day. */
  readonly patrols: number;
  /** Of what is seen on a day of patrol. */
  readonly perPatrol: number;
  /** Of the records at half time, and of those made after it; `null`: there are none. */
  readonly early: number;
  readonly late: number | null;
}

/** What a run yields. */
export interface DistrictsOutcome {
  readonly moments: readonly Moment[];
  /** A's share of the records in the others that are drawn, at each moment. */
  readonly others: readonly (readonly number[])[];
  /** How many cities lie in each bin, and how many outside 40 to 60 %, at each moment. */
  readonly heaps: readonly (readonly number[])[];
  readonly outside: readonly number[];
  /** How many are further from the truth than `MARGIN`, at each moment; with equal crime those outside 40 to 60 %. */
  readonly off: readonly number[];
  readonly cities: readonly City[];
  /** A's share of the crime. */
  readonly crime: number;
  /** The day after whose end the second half begins. */
  readonly half: number;
}

/** Of a district in all cities. */
interface District {
  readonly rate: number;
  readonly records: Float64Array;
  /** What patrols have seen themselves. */
  readonly seen: Float64Array;
  readonly patrols: Float64Array;
}

/** A share of A's as far as this from its share of the crime, or nearer, is near the truth. */
export const MARGIN = 0.1;

/** True of a share of A's that is further from the truth than that; where crime is equal, one district then has more than 60 %. */
export function isOff(share: number, crime = 0.5): boolean {
  return Math.abs(share - crime) > MARGIN + 1e-12;
}

const shareOf = (a: number, b: number): number => a / (a + b);

/** The days after which a moment is kept: each at first, then ever fewer, by factors; as many for every run of two months or more. */
export function momentsOf(days: number): readonly number[] {
  const list = [0];
  for (let i = 1; i <= MOMENTS; i += 1) {
    const wanted = Math.round(10 * (days / 10) ** ((i - 10) / (MOMENTS - 10)));
    list.push(Math.min(days, Math.max((list[i - 1] as number) + 1, i > 10 ? wanted : 0)));
  }
  return [...new Set(list)];
}

/** Plays all cities. */
export function outcomeOf(settings: DistrictSettings): DistrictsOutcome {
  const { firstA, firstB, rateA, rateB, days } = settings;
  // The first records were made on equally many days of patrol in each.
  const before = firstA + firstB;
  const crime = shareOf(rateA, rateB);
  const districtOf = (rate: number, first: number): District => ({
    rate,
    records: new Float64Array(CITIES).fill(first),
    seen: new Float64Array(CITIES).fill(first),
    patrols: new Float64Array(CITIES).fill(before),
  });
  const [a, b] = [districtOf(rateA, firstA), districtOf(rateB, firstB)];
  const step = dayOf(settings, a, b);
  const half = Math.floor(days / 2);
  let early: readonly Float64Array[] = [];
  const seen: ReturnType<typeof look>[] = [];
  const kept = new Set(momentsOf(days));
  for (let day = 0; day <= days; day += 1) {
    const patrol = day === 0 ? null : step();
    if (day === half) early = [a.records.slice(), b.records.slice()];
    if (kept.has(day)) seen.push(look(day, patrol, a, b, crime));
  }
  const cities = Array.from({ length: CITIES }, (_, i): City => {
    const at = (list: Float64Array | undefined): number => list?.[i] as number;
    const [thenA, thenB] = [at(early[0]), at(early[1])];
    const [newA, newB] = [at(a.records) - thenA, at(b.records) - thenB];
    return {
      records: shareOf(at(a.records), at(b.records)),
      patrols: (at(a.patrols) - before) / days,
      perPatrol: shareOf(at(a.seen) / at(a.patrols), at(b.seen) / at(b.patrols)),
      early: shareOf(thenA, thenB),
      late: newA + newB > 0 ? shareOf(newA, newB) : null,
    };
  });
  return {
    moments: seen.map(({ moment }) => moment),
    others: Array.from({ length: OTHERS }, (_, i) => seen.map(({ others }) => others[i] as number)),
    heaps: seen.map(({ heap }) => heap),
    outside: seen.map(({ outside }) => outside),
    off: seen.map(({ off }) => off),
    cities,
    crime,
    half,
  };
}

/** Plays one more day in all cities; says where the first one's patrol was. */
function dayOf({ rule, explore, reports, seed }: DistrictSettings, a: District, b: District) {
  const draw = halves(seed, 'routes');
  const drawReport = halves(seed, 'reports');
  return (): 'A' | 'B' => {
    let first: 'A' | 'B' = 'A';
    for (let i = 0; i < CITIES; i += 1) {
      const one = a.records[i] as number;
      const other = b.records[i] as number;
      let chance = 0.5;
      if (rule === 'most') chance = one > other ? 1 : one < other ? 0 : 0.5;
      else if (rule === 'proportional') chance = one / (one + other);
      else if (rule === 'corrected') {
        const perDay = (a.seen[i] as number) / (a.patrols[i] as number);
        chance = perDay / (perDay + (b.seen[i] as number) / (b.patrols[i] as number));
      }
      chance = (1 - explore) * chance + explore / 2;
      // One number decides where the patrol goes, and what it sees there.
      const lot = draw();
      const isInA = lot < chance;
      const here = isInA ? a : b;
      const there = isInA ? b : a;
      const sees = isInA ? lot < chance * a.rate : lot - chance < (1 - chance) * b.rate;
      here.patrols[i] = (here.patrols[i] as number) + 1;
      if (sees) {
        here.records[i] = (here.records[i] as number) + 1;
        here.seen[i] = (here.seen[i] as number) + 1;
      }
      if (reports > 0 && drawReport() < there.rate * reports)
        there.records[i] = (there.records[i] as number) + 1;
      if (i === 0) first = isInA ? 'A' : 'B';
    }
    return first;
  };
}

/** Numbers between 0 and 1, two for each that the stream draws. */
function halves(seed: number, name: string): () => number {
  const random = seeded(seed, name);
  let kept = -1;
  return () => {
    if (kept >= 0) {
      const half = kept;
      kept = -1;
      return half;
    }
    const both = random.uniform() * HALF;
    const whole = Math.floor(both);
    kept = both - whole;
    return (whole + 0.5) / HALF;
  };
}

/** How many of these shares lie in each bin. */
export function heapOf(shares: readonly number[]): readonly number[] {
  const heap = Array.from({ length: BINS }, () => 0);
  for (const share of shares) {
    const bin = Math.min(BINS - 1, Math.floor(share * BINS + 1e-9));
    heap[bin] = (heap[bin] as number) + 1;
  }
  return heap;
}

/** What is kept of a moment. */
function look(day: number, patrol: Moment['patrol'], a: District, b: District, crime: number) {
  const shares = Array.from(a.records, (one, i) => shareOf(one, b.records[i] as number));
  const ofFirst = (of: 'records' | 'patrols'): Pair => [a[of][0] as number, b[of][0] as number];
  return {
    moment: { day, patrol, records: ofFirst('records'), patrols: ofFirst('patrols') },
    others: shares.slice(1, OTHERS + 1),
    heap: heapOf(shares),
    outside: shares.filter((share) => isOff(share)).length,
    off: shares.filter((share) => isOff(share, crime)).length,
  };
}

/** The run behind the widget. */
export const runTwoDistricts: Run<typeof params, DistrictsOutcome> = async (settings, show) => {
  await show(outcomeOf(settings), 1);
};
