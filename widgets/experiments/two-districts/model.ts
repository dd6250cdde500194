/** Five hundred cities of two districts: one patrol a day follows the records, and writes them. */
import { range, rollup, transpose } from 'd3-array';
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

/** A district of a city that is played. */
interface District {
  readonly rate: number;
  records: number;
  /** What patrols have seen themselves. */
  seen: number;
  patrols: number;
}
type Played = Readonly<Record<'a' | 'b', District>>;

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
  const cityOf = (): Played => ({
    a: { rate: rateA, records: firstA, seen: firstA, patrols: before },
    b: { rate: rateB, records: firstB, seen: firstB, patrols: before },
  });
  const first = cityOf();
  const played = [first, ...range(1, CITIES).map(cityOf)];
  const countsOf = () => played.map(({ a, b }): Pair => [a.records, b.records]);
  const play = dayOf(settings);
  const crime = shareOf(rateA, rateB);
  const half = Math.floor(days / 2);
  const kept = new Set(momentsOf(days));
  const moments: Moment[] = [];
  const shares: number[][] = [];
  let early = countsOf();
  for (let day = 0; day <= days; day += 1) {
    const [patrol = null] = day > 0 ? played.map(play) : [];
    if (day === half) early = countsOf();
    if (!kept.has(day)) continue;
    const { a, b } = first;
    moments.push({ day, patrol, records: [a.records, b.records], patrols: [a.patrols, b.patrols] });
    shares.push(countsOf().map((counts) => shareOf(...counts)));
  }
  const cities = played.map(({ a, b }, i): City => {
    const [earlyA, earlyB] = early[i] as Pair;
    const [lateA, lateB] = [a.records - earlyA, b.records - earlyB];
    return {
      records: shareOf(a.records, b.records),
      patrols: (a.patrols - before) / days,
      perPatrol: shareOf(a.seen / a.patrols, b.seen / b.patrols),
      early: shareOf(earlyA, earlyB),
      late: lateA + lateB > 0 ? shareOf(lateA, lateB) : null,
    };
  });
  return {
    moments,
    others: transpose(shares).slice(1, OTHERS + 1),
    heaps: shares.map(heapOf),
    outside: shares.map((list) => list.filter((share) => isOff(share)).length),
    off: shares.map((list) => list.filter((share) => isOff(share, crime)).length),
    cities,
    crime,
    half,
  };
}

/** Plays one more day in a city, and says where the patrol was. */
function dayOf({ rule, explore, reports, seed }: DistrictSettings) {
  const [route, report] = [halves(seed, 'routes'), halves(seed, 'reports')];
  return ({ a, b }: Played): 'A' | 'B' => {
    const chance = (1 - explore) * chanceOfA(rule, a, b) + explore / 2;
    // One number decides where the patrol goes, and what it sees there.
    const lot = route();
    const isInA = lot < chance;
    const [here, there] = isInA ? [a, b] : [b, a];
    const sees = isInA ? lot < chance * a.rate : lot - chance < (1 - chance) * b.rate;
    here.patrols += 1;
    here.records += Number(sees);
    here.seen += Number(sees);
    if (reports > 0 && report() < there.rate * reports) there.records += 1;
    return isInA ? 'A' : 'B';
  };
}

/** The chance with which the rule sends the patrol to A. */
function chanceOfA(rule: DistrictSettings['rule'], a: District, b: District): number {
  if (rule === 'most') return (1 + Math.sign(a.records - b.records)) / 2;
  if (rule === 'proportional') return shareOf(a.records, b.records);
  if (rule === 'corrected') return shareOf(a.seen / a.patrols, b.seen / b.patrols);
  return 0.5;
}

/** Numbers between 0 and 1, two for each that the stream draws. */
function halves(seed: number, name: string): () => number {
  const random = seeded(seed, name);
  let [both, isSecond] = [0, true];
  return () => {
    isSecond = !isSecond;
    if (isSecond) return both % 1;
    both = random.uniform() * HALF;
    return (Math.floor(both) + 0.5) / HALF;
  };
}

/** How many of these shares lie in each bin. */
export function heapOf(shares: readonly number[]): readonly number[] {
  const binOf = (share: number): number => Math.min(BINS - 1, Math.floor(share * BINS + 1e-9));
  const counts = rollup(shares, ({ length }) => length, binOf);
  return range(BINS).map((bin) => counts.get(bin) ?? 0);
}

/** The run behind the widget. */
export const runTwoDistricts: Run<typeof params, DistrictsOutcome> = async (settings, show) => {
  await show(outcomeOf(settings), 1);
};
