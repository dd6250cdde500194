/** The city in words: the takeaway, what changed, and the same as a table. */
import { mean } from 'd3-array';
import { number, perCent } from '#kit/draw';
import type { Rows } from '#kit/contract';
import { isMisnamed, shareAt } from './measures.ts';
import { isOff, type DistrictsOutcome } from './model.ts';
import type { DistrictSettings } from './params.ts';

/** Which district leads in the city that is seen, by how much; of a share of A's. */
function leader(a: number): string {
  if (Math.round(100 * a) === 50) return 'A and B have 50 % of this city’s records each';
  return `${a > 0.5 ? 'A' : 'B'} has ${perCent(Math.max(a, 1 - a), 0)} of this city’s records`;
}

/** In how many cities the records are far from the truth at a moment; and in how many they were at the end of the run before. */
function farOff(outcome: DistrictsOutcome, moment: number, before?: DistrictsOutcome): string {
  const { off, cities, crime } = outcome;
  const [now = 0, was = now] = [off.at(moment), before?.off.at(-1)];
  const of = ` of ${number(cities.length)}`;
  const what =
    crime === 0.5
      ? 'one district has more than 60 %'
      : 'A’s share is over ten points from the truth';
  return `In ${number(now)}${of} such cities, ${what}${was === now ? '' : ` (before: ${number(was)}${of})`}`;
}

/** The takeaway and, given the run before, what changed. */
export function say(_: DistrictSettings, now: DistrictsOutcome, then?: DistrictsOutcome): string {
  const { crime, cities } = now;
  const { a, day } = shareAt(now);
  const leads = `After ${number(day)} days, ${leader(a)}`;
  const far = farOff(now, -1, then);
  if (crime === 0.5) return `${leads}, and crime is equal. ${far}.`;
  const wrong = cities.filter((city) => isMisnamed(city, crime)).length;
  return `${leads} and ${perCent(a >= 0.5 ? crime : 1 - crime, 0)} of its crime. ${far}; in ${wrong === 0 ? 'none' : number(wrong)} the records name the district with less crime.`;
}

/** A moment of the city. */
export function sayAt(_: DistrictSettings, outcome: DistrictsOutcome, moment: number): string {
  const { patrol } = outcome.moments[moment] ?? {};
  const { a, day } = shareAt(outcome, moment);
  const step = day - shareAt(outcome, moment - 1).day;
  const paced = step > 1 ? `, now ${number(step)} days a step` : '';
  const where = patrol ? `The patrol is in ${patrol}, and` : 'Before the first day,';
  return `Day ${number(day)}${paced}. ${where} ${leader(a)}. ${farOff(outcome, moment)}.`;
}

/** What a moment is called. The last has a name that holds for any run: until somebody plays it, the row says what the build has written. */
export function nameOf(outcome: DistrictsOutcome, moment: number): string {
  const { day } = shareAt(outcome, moment);
  return moment < outcome.moments.length - 1 ? `day ${number(day)}` : 'last day';
}

/** The city that is seen, and all of them. */
export function tabulate(_: DistrictSettings, outcome: DistrictsOutcome): Rows {
  const { cities, crime, moments } = outcome;
  const { day = 0, records = [0, 0], patrols = [0, 0] } = moments.at(-1) ?? {};
  const both = (share: number) => [perCent(share), perCent(1 - share)] as const;
  const above = (sign: 1 | -1): number =>
    cities.filter(({ records }) => isOff(records, crime) && sign * (records - crime) > 0).length;
  return {
    caption: `One city after ${number(day)} days, and ${number(cities.length)} such cities; first records and their days of patrol are counted in`,
    head: ['What', 'District A', 'District B'],
    rows: [
      ['Records in this city', ...records],
      ['Days of patrol', ...patrols],
      ['Share of its records', ...both(shareAt(outcome).a)],
      ['Share of the crime', ...both(crime)],
      ['Share of the records, mean of all cities', ...both(mean(cities, (c) => c.records) ?? 0)],
      ['Share of the patrols, mean of all cities', ...both(mean(cities, (c) => c.patrols) ?? 0)],
      [
        crime === 0.5
          ? 'Cities in which it has more than 60 % of the records'
          : 'Cities in which that is over ten points more than of the crime',
        above(1),
        above(-1),
      ],
    ],
  };
}
