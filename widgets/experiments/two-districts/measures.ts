/** What may be cited of a run: means over all cities, of the district that leads the records in each. */
import { mean, sum } from 'd3-array';
import type { Measure, Missing } from '#kit/contract';
import { measure, share } from '#kit/contract';
import { isOff, MARGIN, type City, type DistrictsOutcome } from './model.ts';

const EQUAL: Missing = { why: 'crime is equal in both' };
const NOTHING: Missing = { why: 'nothing has been recorded since half time' };

/** The last moment. */
export function lastOf({ moments }: DistrictsOutcome): number {
  return moments.length - 1;
}

/** A's share of the records in the city that is seen. */
export function shareAt(
  { moments }: DistrictsOutcome,
  moment: number,
): { readonly a: number; readonly day: number } {
  const { records: [a, b] = [1, 1], day = 0 } = moments[moment] ?? {};
  return { a: a / (a + b), day };
}

/** The mean over all cities. */
export function meanOf({ cities }: DistrictsOutcome, of: (city: City) => number): number {
  return mean(cities, of) ?? 0;
}

/** A share of A's, turned into that of the district with more of the records; of two with equally many, A's. */
function ofLeader(leads: number, share: number): number {
  return leads >= 0.5 ? share : 1 - share;
}

/** In how many cities the records name the district with less crime; `null` where crime is equal. */
export function misnamed({ cities, crime }: DistrictsOutcome): number | null {
  if (crime === 0.5) return null;
  const isMore = (share: number): boolean => (crime > 0.5 ? share < 0.5 : share > 0.5);
  return cities.filter(({ records }) => isMore(records)).length;
}

/** The share of the records, at half time, of the district that led then; and of those made since, what came from it. */
export function predicted(outcome: DistrictsOutcome): number {
  return meanOf(outcome, ({ early }) => ofLeader(early, early));
}
export function cameTrue({ cities }: DistrictsOutcome): number | Missing {
  return (
    mean(cities, ({ early, late }) => (late === null ? null : ofLeader(early, late))) ?? NOTHING
  );
}

/** The stretch that is near the truth, in per cent; where crime is equal, neither district has more than 60. */
export function nearOf({ crime }: DistrictsOutcome): readonly [number, number] {
  const at = (share: number): number => Math.round(100 * Math.min(1, Math.max(0, share)));
  return [at(crime - MARGIN), at(crime + MARGIN)];
}

/** How many cities lie outside 40 to 60 % by what is seen on a day of patrol. */
export function outsidePerPatrol({ cities }: DistrictsOutcome): number {
  return cities.filter(({ perPatrol }) => isOff(perPatrol)).length;
}

/** A mean over all cities, in tenths of a per cent. */
const average = (label: string, of: (city: City, crime: number) => number) =>
  share<DistrictsOutcome>(label, (o) => meanOf(o, (city) => of(city, o.crime)), { digits: 1 });

/** The measures of `two-districts`. */
export const measures: Readonly<Record<string, Measure<DistrictsOutcome>>> = {
  recordShare: average('records of the district that has more of them', ({ records }) =>
    ofLeader(records, records),
  ),
  patrolShare: average('patrols sent to the district with more records', ({ records, patrols }) =>
    ofLeader(records, patrols),
  ),
  trueShare: average('crime in the district with more records', ({ records }, crime) =>
    ofLeader(records, crime),
  ),
  outsideFortySixty: share(
    'cities in which one district has more than 60 % of the records',
    (o) => (o.outside.at(-1) ?? 0) / o.cities.length,
  ),
  farFromTruth: share(
    'cities over ten points from A’s share of the crime',
    (o) => (o.off.at(-1) ?? 0) / o.cities.length,
  ),
  shareOfA: average('records from A, on average', ({ records }) => records),
  citiesMisnamed: share('cities naming the wrong district', (o) => {
    const count = misnamed(o);
    return count === null ? EQUAL : count / o.cities.length;
  }),
  predicted: share('records of the district that leads at half time', predicted, { digits: 1 }),
  cameTrue: share('of the records made after it, those from that district', cameTrue, {
    digits: 1,
  }),
  perPatrolOutside: share(
    'cities outside 40 to 60 % by records per patrol',
    (o) => outsidePerPatrol(o) / o.cities.length,
  ),
  perPatrolOfA: average('A’s share by records per patrol, on average', (city) => city.perPatrol),
  recordsMade: measure('records in the city that is seen', ({ moments }) =>
    sum(moments.at(-1)?.records ?? []),
  ),
};
