/** Three officers: the banks, a model that is not told of race, and one that is, judged by the same five shares. */
import { cross, cumsum, mean, range, sort, sum } from 'd3-array';
import type { Run } from '#kit/contract';
import { chance, latest, seeded } from '#kit/numbers';
import { readApplicants, type Applicants } from './applicants.ts';
import { COLUMNS, MAP, type Column, type OfficerOutcome } from './outcome.ts';
import type { OfficerSettings, params } from './params.ts';
import { comparedBy, litOf, redraws, SHARES } from './rates.ts';
import type { Group, Groups, OfBoth } from './rates.ts';
import { guessOf, scoresOf, type Decider } from './scores.ts';

/** A share of so many people, as people: a hair more, so that 0.29 of 100 are 29. */
const peopleIn = (share: number, { length }: ArrayLike<number>): number =>
  Math.floor(share * length + 1e-9);

/** A group from its lowest score to its highest: places in the order of all, and how many of the first so many the banks approved, from none on. */
type Line = Readonly<Record<'places' | 'approvedBefore', readonly number[]>>;

function ofBoth<Value>(of: (name: keyof Groups) => Value): OfBoth<Value> {
  return { white: of('white'), black: of('black') };
}

/** All that who decides and the seed settle: the order of the applicants in either group, and what the outcome tells of it. */
function judge(applicants: Applicants, features: Decider, seed: number) {
  const { count, isBlack, isApproved } = applicants;
  const scores = scoresOf(applicants, features, seed);
  // Dealt first, and sorted by a sort that leaves ties as they lie: the file has the groups in clumps.
  const order = sort(seeded(seed, 'ties').order(count), (i) => scores[i] as number);
  const at = (place: number): number => order[place] as number;
  const lines = ofBoth((name): Line => {
    const places = range(count).filter((place) => !isBlack[at(place)] === (name === 'white'));
    const approvedBefore = [0, ...cumsum(places, (place) => isApproved[at(place)])];
    return { places, approvedBefore };
  });
  const isBank = features === 'bank';
  const chanceAt = (place: number): number => chance(scores[at(place)] as number);
  const told = {
    columns: columnsOf(applicants, order),
    chances: isBank ? null : ofBoth((name) => mean(lines[name].places, chanceAt) ?? 0),
    guess: guessOf(applicants, features, seed),
    map: isBank ? [] : mapOf(lines),
  };
  return { lines, told };
}

/** The latest: nothing else in the settings changes them. A spread over seeds needs a few at once. */
const kept = latest<ReturnType<typeof judge>>(20);

/** A group of which the first so many are refused. */
function groupAt({ places, approvedBefore }: Line, refused: number): Group {
  const onlyBanks = approvedBefore[refused] as number;
  const bothApproved = (approvedBefore.at(-1) as number) - onlyBanks;
  const onlyModel = places.length - refused - bothApproved;
  return { bothApproved, onlyBanks, onlyModel, neither: refused - onlyBanks };
}

function columnsOf({ isBlack, isApproved }: Applicants, order: readonly number[]): Column[] {
  const edge = (column: number): number => Math.ceil((column * order.length) / COLUMNS);
  return range(COLUMNS).map((column) => {
    const people = order.slice(edge(column), edge(column + 1));
    const count = (black: number, approved: number): number =>
      people.filter((i) => isBlack[i] === black && isApproved[i] === approved).length;
    return [count(0, 0), count(0, 1), count(1, 0), count(1, 1)];
  });
}

function mapOf({ white, black }: OfBoth<Line>): number[] {
  const at = (line: Line): Group[] =>
    range(MAP.steps).map((i) => groupAt(line, peopleIn(i * MAP.step, line.places)));
  return cross(at(black), at(white), (black, white) => litOf({ white, black }));
}

/** The run of these settings on these applicants. */
export function outcomeOf(applicants: Applicants, settings: OfficerSettings): OfficerOutcome {
  const { features, rule, refused, refusedWhite, refusedBlack, seed } = settings;
  const { lines, told } = kept(`${features} ${seed}`, () => judge(applicants, features, seed));
  const isBank = features === 'bank';
  const isSeparate = !isBank && rule === 'separate';
  const { isApproved, count } = applicants;
  // The banks refused whom they did not approve.
  const ofAll = isBank ? count - sum(isApproved) : peopleIn(refused, isApproved);
  const shares = { white: refusedWhite, black: refusedBlack };
  const refusedOf = ofBoth((name) => {
    const { places } = lines[name];
    if (isSeparate) return peopleIn(shares[name], places);
    return places.filter((place) => place < ofAll).length;
  });
  const groups = ofBoth((name) => groupAt(lines[name], refusedOf[name]));
  // A group's line stands at its first applicant who is approved.
  const lineOf = (name: keyof Groups): number =>
    ((isSeparate ? (lines[name].places[refusedOf[name]] ?? count) : ofAll) * COLUMNS) / count;
  const compared = SHARES.map((share) => [
    share,
    isBank && share !== 'approval' ? null : comparedBy(share, groups),
  ]);
  return {
    ...{ isBank, isSeparate, groups, ...told },
    lines: ofBoth(lineOf),
    compared: Object.fromEntries(compared) as OfficerOutcome['compared'],
    redraws: redraws(groups, 100, seed),
  };
}

/** The run behind the widget. */
export const runThreeOfficers: Run<typeof params, OfficerOutcome> = async (settings, show, env) => {
  await show(outcomeOf(readApplicants(await env.readData('hmda.bin')), settings), 1);
};
