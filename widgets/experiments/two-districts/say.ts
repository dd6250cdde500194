/** The city in words: the takeaway, what changed, and the same as a table. */
import { number, perCent } from '#kit/draw';
import type { Rows } from '#kit/contract';
import { lastOf, meanOf, misnamed, shareAt } from './measures.ts';
import { isOff, type DistrictsOutcome } from './model.ts';
import type { DistrictSettings } from './params.ts';

/** Which district leads in the city that is seen, by how much; of a share of A's. */
function leader(a: number): string {
  const rounded = Math.round(100 * a);
  if (rounded === 50) return 'A and B have 50 % of this city’s records each';
  return `${a > 0.5 ? 'A' : 'B'} has ${perCent(Math.max(a, 1 - a), 0)} of this city’s records`;
}

/** How many cities are far from the truth at a moment. */
function farOff({ off, cities }: DistrictsOutcome, moment: number): string {
  return `${number(off[moment] ?? 0)} of ${number(cities.length)}`;
}

/** The same as a sentence; `than` says what it was before. */
function lopsided(outcome: DistrictsOutcome, moment: number, than = ''): string {
  const what =
    outcome.crime === 0.5
      ? 'one district has more than 60 %'
      : 'A’s share is over ten points from the truth';
  return `In ${farOff(outcome, moment)} such cities, ${what}${than}`;
}

/** The takeaway and, given the run before, what changed. */
export function say(
  _: DistrictSettings,
  outcome: DistrictsOutcome,
  before?: DistrictsOutcome,
): string {
  const last = lastOf(outcome);
  const { a, day } = shareAt(outcome, last);
  const now = farOff(outcome, last);
  const then = before && farOff(before, lastOf(before));
  const was = then !== undefined && then !== now ? ` (before: ${then})` : '';
  const wrong = misnamed(outcome);
  const named =
    wrong === null
      ? ''
      : `; in ${wrong === 0 ? 'none' : number(wrong)} the records name the district with less crime`;
  const leads = a >= 0.5 ? outcome.crime : 1 - outcome.crime;
  const truth = wrong === null ? ', and crime is equal' : ` and ${perCent(leads, 0)} of its crime`;
  return `After ${number(day)} days, ${leader(a)}${truth}. ${lopsided(outcome, last, was)}${named}.`;
}

/** A moment of the city. */
export function sayAt(_: DistrictSettings, outcome: DistrictsOutcome, moment: number): string {
  const { moments } = outcome;
  const { patrol } = moments[moment] ?? {};
  const { a, day } = shareAt(outcome, moment);
  const step = day - (moments[moment - 1]?.day ?? day);
  const paced = step > 1 ? `, now ${number(step)} days a step` : '';
  const where = patrol ? `The patrol is in ${patrol}, and` : 'Before the first day,';
  return `Day ${number(day)}${paced}. ${where} ${leader(a)}. ${lopsided(outcome, moment)}.`;
}

/** What a moment is called. The last has a name that holds for any run: until somebody plays it, the row says what the build has written. */
export function nameOf(outcome: DistrictsOutcome, moment: number): string {
  return moment >= lastOf(outcome) ? 'last day' : `day ${number(shareAt(outcome, moment).day)}`;
}

/** The city that is seen, and all of them. */
export function tabulate(_: DistrictSettings, outcome: DistrictsOutcome): Rows {
  const { cities, crime, moments } = outcome;
  const { day = 0, records = [0, 0], patrols = [0, 0] } = moments.at(-1) ?? {};
  const [a, b] = records;
  const both = (share: number) => [perCent(share), perCent(1 - share)] as const;
  const above = (sign: 1 | -1): number =>
    cities.filter(({ records }) => isOff(records, crime) && sign * (records - crime) > 0).length;
  return {
    caption: `One city after ${number(day)} days, and ${number(cities.length)} such cities; first records and their days of patrol are counted in`,
    head: ['What', 'District A', 'District B'],
    rows: [
      ['Records in this city', ...records],
      ['Days of patrol', ...patrols],
      ['Share of its records', ...both(a / (a + b))],
      ['Share of the crime', ...both(crime)],
      ['Share of the records, mean of all cities', ...both(meanOf(outcome, (c) => c.records))],
      ['Share of the patrols, mean of all cities', ...both(meanOf(outcome, (c) => c.patrols))],
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
