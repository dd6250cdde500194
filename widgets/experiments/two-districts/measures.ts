/** What may be cited of a run: means over all cities, of the district that leads the records in each. */
import { mean, sum } from 'd3-array';
import type { Measure, Missing } from '#kit/contract';
import { measure, share } from '#kit/contract';
import { within } from '#kit/numbers';
import { isOff, MARGIN, type City, type DistrictsOutcome } from './model.ts';

const EQUAL: Missing = { why: 'crime is equal in both' };
const NOTHING: Missing = { why: 'nothing has been recorded since half time' };

/** A's share of the records in the city that is seen: at a moment, or at last. */
export function shareAt(
  { moments }: DistrictsOutcome,
  moment = moments.length - 1,
): { readonly a: number; readonly day: number } {
  const { records: [a, b] = [1, 1], day = 0 } = moments[moment] ?? {};
  return { a: a / (a + b), day };
}

/** A share of A's, turned into that of the district with more of the records; of two with equally many, A's. */
function ofLeader(leads: number, share: number): number {
  return leads >= 0.5 ? share : 1 - share;
}

/** Whether the records name the district with less crime; never where crime is equal. */
export function isMisnamed({ records }: City, crime: number): boolean {
  return (records - 0.5) * (crime - 0.5) < 0;
}

/** The share of the records, at half time, of the district that led then; and of those made since, what came from it. */
export const predicted = ({ early }: City): number => ofLeader(early, early);
export const cameTrue = ({ early, late }: City): number | null =>
  late === null ? null : ofLeader(early, late);

/** The stretch that is near the truth, in per cent; where crime is equal, neither district has more than 60. */
export function nearOf({ crime }: DistrictsOutcome): readonly [number, number] {
  const at = (share: number): number => Math.round(100 * within(0, share, 1));
  return [at(crime - MARGIN), at(crime + MARGIN)];
}

/** A mean over all cities, in tenths of a per cent. */
const average = (label: string, of: (city: City, crime: number) => number | null) =>
  share<DistrictsOutcome>(
    label,
    ({ cities, crime }) => mean(cities, (city) => of(city, crime)) ?? NOTHING,
    { digits: 1 },
  );
/** The share of the cities of which something holds. */
const ofCities = (label: string, is: (city: City, crime: number) => boolean) =>
  share<DistrictsOutcome>(
    label,
    ({ cities, crime }) => cities.filter((city) => is(city, crime)).length / cities.length,
  );
const misnamed = ofCities('cities naming the wrong district', isMisnamed);

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
  outsideFortySixty: ofCities(
    'cities in which one district has more than 60 % of the records',
    ({ records }) => isOff(records),
  ),
  farFromTruth: ofCities(
    'cities over ten points from A’s share of the crime',
    ({ records }, crime) => isOff(records, crime),
  ),
  shareOfA: average('records from A, on average', ({ records }) => records),
  citiesMisnamed: { ...misnamed, of: (o) => (o.crime === 0.5 ? EQUAL : misnamed.of(o)) },
  predicted: average('records of the district that leads at half time', predicted),
  cameTrue: average('of the records made after it, those from that district', cameTrue),
  perPatrolOutside: ofCities('cities outside 40 to 60 % by records per patrol', ({ perPatrol }) =>
    isOff(perPatrol),
  ),
  perPatrolOfA: average('A’s share by records per patrol, on average', (city) => city.perPatrol),
  recordsMade: measure('records in the city that is seen', ({ moments }) =>
    sum(moments.at(-1)?.records ?? []),
  ),
};
