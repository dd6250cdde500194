/** Scores of all applicants, each by a model that has not seen this applicant: the one that learned from the other four parts. */
import { bisectLeft, bisectRight, descending, permute, rollup, sum } from 'd3-array';
import { fitted, logOdds, seeded } from '#kit/numbers';
import type { Applicants, Fact } from './applicants.ts';
import type { OfficerSettings } from './params.ts';

export type Decider = OfficerSettings['features'];

/** Parts that the applicants are dealt into. */
const PARTS = 5;

/** The facts that weigh most in a guess at who is Black; a test holds that it is these. */
export const PROXIES: readonly string[] = [
  'loan to value',
  'consumer credit history',
  'condominium',
];

/** The facts that may be used; race is none of them. */
function factsFor({ facts }: Applicants, decider: Decider): readonly Fact[] {
  return decider === 'noProxies' ? facts.filter(({ name }) => !PROXIES.includes(name)) : facts;
}

/** The columns as rows, each of mean 0 and spread 1: no other scores come of it, but steadier sums. The last is 1. */
export function rowsOf(columns: readonly ArrayLike<number>[], count: number): Float64Array[] {
  const scaled = columns.map((column) => {
    const values = Float64Array.from(column);
    const middle = sum(values) / count;
    const square = sum(values, (value) => (value - middle) ** 2) / count;
    return values.map((value) => (value - middle) / Math.sqrt(square));
  });
  return Array.from({ length: count }, (_, i) =>
    Float64Array.from([...scaled.map((column) => column[i] as number), 1]),
  );
}

/** A score for each row by the model fitted to the other parts; `weigh` says how much each row of these counts. */
function unseenScores(
  rows: readonly Float64Array[],
  labels: Uint8Array,
  seed: number,
  weigh?: (learned: readonly number[]) => ArrayLike<number>,
): Float64Array {
  const order = [...seeded(seed, 'parts').order(rows.length)];
  const scores = new Float64Array(rows.length);
  for (let part = 0; part < PARTS; part += 1) {
    const learned = order.filter((_, place) => place % PARTS !== part);
    const known = { rows: permute(rows, learned), labels: permute(labels, learned) };
    const weights = fitted({ ...known, ...(weigh && { weights: weigh(learned) }) });
    order.forEach((i, place) => {
      if (place % PARTS === part) scores[i] = logOdds(weights, rows[i] as Float64Array);
    });
  }
  return scores;
}

/** How much each counts so that, in what is learned from, decision and group have nothing to do with each other (Kamiran and Calders 2012). */
export function reweighed({ isBlack, isApproved }: Applicants) {
  return (learned: readonly number[]): number[] => {
    const shareBy = (kind: (i: number) => number): ((i: number) => number) => {
      const shares = rollup(learned, (alike) => alike.length / learned.length, kind);
      return (i) => shares.get(kind(i)) as number;
    };
    const group = shareBy((i) => Number(isBlack[i]));
    const label = shareBy((i) => Number(isApproved[i]));
    const both = shareBy((i) => 2 * Number(isBlack[i]) + Number(isApproved[i]));
    return learned.map((i) => (group(i) * label(i)) / both(i));
  };
}

/** The log-odds of approval of each applicant; the banks know only yes and no. */
export function scoresOf(applicants: Applicants, decider: Decider, seed: number): Float64Array {
  const { isApproved, isBlack, count } = applicants;
  if (decider === 'bank') return Float64Array.from(isApproved);
  const columns: ArrayLike<number>[] = factsFor(applicants, decider).map(({ values }) => values);
  if (decider === 'all') columns.push(isBlack);
  const weigh = decider === 'reweighed' ? reweighed(applicants) : undefined;
  return unseenScores(rowsOf(columns, count), isApproved, seed, weigh);
}

/** A second model's guess at who is Black, from the facts that the first one uses: how well race can be guessed from them. */
export function guessOf(applicants: Applicants, decider: Decider, seed: number) {
  const { isBlack, count } = applicants;
  const used = factsFor(applicants, decider);
  const columns = used.map(({ values }) => values);
  const byFact = used.map(({ name, values }) => {
    const pairs = pairsWon(values, isBlack);
    return [name, Math.max(pairs, 1 - pairs)] as const;
  });
  return {
    /** The share of pairs, a Black and a white applicant, in which the Black one gets the higher score. */
    pairs: pairsWon(unseenScores(rowsOf(columns, count), isBlack, seed), isBlack),
    /** The same by each fact alone, up or down. */
    byFact: byFact.toSorted(([, one], [, other]) => descending(one, other)),
  };
}
export type Guess = ReturnType<typeof guessOf>;

/** Of all pairs of a 1 and a 0, the share in which the 1 has the larger value; equal ones count half. */
export function pairsWon(values: Float64Array, labels: Uint8Array): number {
  const ones = values.filter((_, i) => labels[i] === 1);
  const zeros = values.filter((_, i) => labels[i] !== 1).sort();
  const won = sum(ones, (one) => (bisectLeft(zeros, one) + bisectRight(zeros, one)) / 2);
  return won / (zeros.length * ones.length);
}
