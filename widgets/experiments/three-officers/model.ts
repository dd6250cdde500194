/** Three officers: the banks, a model that is not told of race, and one that is, judged by the same five shares. */
import { range, sum } from 'd3-array';
import type { Run } from '#kit/contract';
import { chance, latest, seeded } from '#kit/numbers';
import { readApplicants, type Applicants } from './applicants.ts';
import { COLUMNS, MAP, type Column, type OfficerOutcome } from './outcome.ts';
import type { OfficerSettings, params } from './params.ts';
import { comparedBy, redraws, SHARES, type Group, type Groups } from './rates.ts';
import { guessOf, scoresOf, type Guess } from './scores.ts';

/** Draws of as many people, to show what chance does. */
const REDRAWS = 100;
/** A share of so many people, as people: a hair more, so that 0.29 of 100 are 29. */
const HAIR = 1e-9;

/** All that who decides and the seed settle: the order of the applicants, and the guess at race. */
interface Judged {
  /** From the lowest score to the highest. */
  readonly order: readonly number[];
  readonly guess: Guess;
  /** By group, the banks' decisions in that order. */
  readonly white: Line;
  readonly black: Line;
  readonly chances: OfficerOutcome['chances'];
  readonly columns: readonly Column[];
  readonly map: readonly number[];
}

/** A group from its lowest score to its highest: how many of the first so many the banks approved, from none of them on. */
interface Line {
  readonly approvedBefore: readonly number[];
  /** Places in the order of all. */
  readonly places: readonly number[];
}

/** The latest: nothing else in the settings changes them. A spread over seeds needs a few at once. */
const kept = latest<Judged>(20);

function judge(
  applicants: Applicants,
  features: OfficerSettings['features'],
  seed: number,
): Judged {
  const { count, isBlack, isApproved } = applicants;
  const scores = scoresOf(applicants, features, seed);
  // Dealt first, and sorted by a sort that leaves ties as they lie: the file has the groups in clumps.
  const order = [...seeded(seed, 'ties').order(count)].sort(
    (i, j) => (scores[i] as number) - (scores[j] as number),
  );
  const line = (black: number): Line => {
    const places = [...order.keys()].filter((place) => isBlack[order[place] as number] === black);
    const approvedBefore = [0];
    for (const place of places) {
      const approved = isApproved[order[place] as number] as number;
      approvedBefore.push((approvedBefore.at(-1) as number) + approved);
    }
    return { approvedBefore, places };
  };
  const [white, black] = [line(0), line(1)];
  return {
    order,
    guess: guessOf(applicants, features, seed),
    white,
    black,
    chances:
      features === 'bank'
        ? null
        : { white: meanChance(white, order, scores), black: meanChance(black, order, scores) },
    columns: columnsOf(applicants, order),
    map: features === 'bank' ? [] : mapOf(white, black),
  };
}

function meanChance({ places }: Line, order: readonly number[], scores: Float64Array): number {
  return sum(places, (at) => chance(scores[order[at] as number] as number)) / places.length;
}

/** A group of which the first so many are refused. */
function groupAt({ approvedBefore }: Line, refused: number): Group {
  const all = approvedBefore.length - 1;
  const wronged = approvedBefore[refused] as number;
  const bothApproved = (approvedBefore[all] as number) - wronged;
  return {
    bothApproved,
    onlyBanks: wronged,
    onlyModel: all - refused - bothApproved,
    neither: refused - wronged,
  };
}

/** How many of each group are refused. */
function refusedOf(
  { white, black, order }: Judged,
  { features, rule, refused, refusedWhite, refusedBlack }: OfficerSettings,
): Readonly<Record<'white' | 'black', number>> {
  const of = (share: number, { length }: readonly number[]): number =>
    Math.floor(share * length + HAIR);
  if (features !== 'bank' && rule === 'separate')
    return { white: of(refusedWhite, white.places), black: of(refusedBlack, black.places) };
  const approved = sum([white, black], ({ approvedBefore }) => approvedBefore.at(-1));
  const ofAll = features === 'bank' ? order.length - approved : of(refused, order);
  const before = ({ places }: Line): number => places.filter((place) => place < ofAll).length;
  return { white: before(white), black: before(black) };
}

function columnsOf({ isBlack, isApproved }: Applicants, order: readonly number[]): Column[] {
  const columns = range(COLUMNS).map((): [number, number, number, number] => [0, 0, 0, 0]);
  order.forEach((i, place) => {
    const column = columns[Math.floor((place * COLUMNS) / order.length)];
    const kind = 2 * (isBlack[i] as number) + (isApproved[i] as number);
    if (column) column[kind] = (column[kind] as number) + 1;
  });
  return columns;
}

/** How many shares every pair of lines makes equal. */
function mapOf(white: Line, black: Line): number[] {
  const at = (line: Line): Group[] =>
    range(MAP.steps).map((i) =>
      groupAt(line, Math.floor(i * MAP.step * line.places.length + HAIR)),
    );
  const [whites, blacks] = [at(white), at(black)];
  return blacks.flatMap((one) => whites.map((other) => equalOf({ white: other, black: one })));
}

function equalOf(groups: Groups): number {
  return SHARES.filter((share) => comparedBy(share, groups)?.lamp === 'lit').length;
}

/** The run of these settings on these applicants. */
export function outcomeOf(applicants: Applicants, settings: OfficerSettings): OfficerOutcome {
  const { features, seed } = settings;
  const judged = kept(`${features} ${seed}`, () => judge(applicants, features, seed));
  const isBank = features === 'bank';
  const refused = refusedOf(judged, settings);
  const groups = {
    white: groupAt(judged.white, refused.white),
    black: groupAt(judged.black, refused.black),
  };
  const { count } = applicants;
  const isSeparate = !isBank && settings.rule === 'separate';
  const ofAll = refused.white + refused.black;
  // A group's line stands at its first applicant who is approved.
  const lineOf = (name: 'white' | 'black'): number =>
    ((isSeparate ? (judged[name].places[refused[name]] ?? count) : ofAll) * COLUMNS) / count;
  const compared = SHARES.map((share) => [
    share,
    isBank && share !== 'approval' ? null : comparedBy(share, groups),
  ]);
  return {
    isBank,
    isSeparate,
    columns: judged.columns,
    lines: { white: lineOf('white'), black: lineOf('black') },
    groups,
    chances: judged.chances,
    compared: Object.fromEntries(compared) as OfficerOutcome['compared'],
    redraws: redraws(groups, REDRAWS, settings.seed),
    guess: judged.guess,
    map: judged.map,
  };
}

/** The run behind the widget. */
export const runThreeOfficers: Run<typeof params, OfficerOutcome> = async (
  settings,
  show,
  { readData },
) => {
  await show(outcomeOf(readApplicants(await readData('hmda.bin')), settings), 1);
};
