/** What is to be expected of a winner, exactly: nothing here is drawn. */
import { range, sum } from 'd3-array';
import { within } from '#kit/numbers';
import { binomial } from './binomial.ts';
import type { BoardSettings } from './params.ts';
import { shownCounts } from './submit.ts';

/** Shares of the items, from 0 to 1. */
export interface Expected {
  /** The winner's score on the board. */
  readonly best: number;
  /** What the winner loses on new items. */
  readonly gap: number;
}

/** On how many items all teams meet one fate, and on how many each has its own. */
export function itemsOf({ items, likeness }: BoardSettings): { shared: number; own: number } {
  const shared = Math.round(items * likeness);
  return { shared, own: items - shared };
}

/** The chance to be right on an item of one's own, for a team so many standard deviations above the others. */
export function ownSkill({ skill, spread, likeness }: BoardSettings, z: number): number {
  return within(1e-6, skill + (spread / 100 / (1 - likeness)) * z, 1 - 1e-6);
}

/**
 * The winner of teams whose skills are drawn from one normal distribution: its expected score and loss. Chances of the
 * greatest of m counts are those of one count to the power of m; the winner's skill is the mean skill of those with its count.
 */
export function expected(settings: BoardSettings): Expected {
  const { teams, items, skill } = settings;
  const { shared, own } = itemsOf(settings);
  // Of each count of one team: its chance over all skills, and these skills, weighted by it.
  const [chance, skills] = [new Float64Array(own + 1), new Float64Array(own + 1)];
  for (const { z, weight } of nodesOf(settings, own)) {
    const p = ownSkill(settings, z);
    const shown = shownCounts(binomial(own, p), settings);
    shown.chance.forEach((share, i) => {
      const at = shown.low + i;
      chance[at] = (chance[at] as number) + weight * share;
      skills[at] = (skills[at] as number) + weight * share * p;
    });
  }
  let [best, right, upTo, before] = [0, 0, 0, 0];
  chance.forEach((share, count) => {
    upTo += share;
    const now = Math.min(1, upTo) ** teams;
    best += (now - before) * count;
    if (share) right += (now - before) * ((skills[count] as number) / share);
    before = now;
  });
  const on = (count: number): number => (shared * skill + count) / items;
  return { best: on(best), gap: on(best) - on(own * right) };
}

/** Places and weights that stand for the normal distribution, close enough together for counts of so many items. */
function nodesOf({ spread, skill, likeness }: BoardSettings, own: number) {
  if (spread === 0) return [{ z: 0, weight: 1 }];
  const blur = Math.sqrt((skill * (1 - skill)) / own) / (spread / 100 / (1 - likeness));
  const gap = Math.min(0.125, 0.7 * blur);
  const most = Math.ceil(6 / gap);
  const places = range(-most, most + 1).map((i) => i * gap);
  const weightOf = (z: number): number => Math.exp((-z * z) / 2);
  const all = sum(places, weightOf);
  return places.map((z) => ({ z, weight: weightOf(z) / all }));
}

/** The chance that a standard normal number is below x: a series that converges for every x of use here. */
export function normalBelow(x: number): number {
  let term = x;
  let sum = x;
  for (let k = 1; Math.abs(term) > 1e-16 * Math.abs(sum); k += 1) {
    term *= (x * x) / (2 * k + 1);
    sum += term;
  }
  return Math.min(1, 0.5 + (sum * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI));
}

/**
 * The board's score of the vote of a blind attacker, on items with two answers, by normal approximation: one that scored above a
 * half agrees with an answer by sqrt(2 / (pi n)) more often than not, and k / 2 of them vote.
 */
export function expectedBlind({ items, attempts }: BoardSettings): number {
  return normalBelow(Math.sqrt(attempts / (Math.PI * items)));
}

/** The share of items on which two equally good teams differ: one is right and the other wrong. */
export function differOf({ skill, likeness }: BoardSettings): number {
  return (1 - likeness) * 2 * skill * (1 - skill);
}

/** The difference between two teams that the next count is about. */
const HALF_A_POINT = 0.005;
/** Standard normal quantiles: a test at 5 % on both sides, and four chances in five to find the difference. */
const [AT_5_PERCENT, IN_4_OF_5] = [1.959964, 0.841621];

/**
 * So many items tell apart two teams that lie half a point apart, in four tests of five: what varies is on how many items they
 * differ, taken as if they were equally good.
 */
export function itemsToTell(settings: BoardSettings): number {
  return Math.ceil(((AT_5_PERCENT + IN_4_OF_5) / HALF_A_POINT) ** 2 * differOf(settings));
}
