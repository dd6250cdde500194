/** Lists of restaurants as a ranker sorts them, and what comes of them: exact expectations, no visitor is drawn. */
import { latest } from '#kit/numbers';
import { KINDS, NEAR, RESTAURANTS, SHOWN, spread, type City } from './city.ts';
import { predicted } from './ranker.ts';
import { WEEKS } from './params.ts';

/** How much each place of a list is looked at, from the top. */
const LOOKED_AT = [1, 0.85, 0.72, 0.61, 0.52] as const;
/** Appeal of a restaurant of the middle against ordering nothing, in logits. */
const BASE = -2.2;
/** How far tastes turn away from those of the release in a week, in radians. */
const TURN = 1.3 / 52;
/** Four moments that stand for the time between two releases, in parts of it. */
const MOMENTS = [0.125, 0.375, 0.625, 0.875] as const;

/** The score of a restaurant when fees have this weight. */
export function mixed(appeal: number, fee: number, share: number): number {
  return (1 - share) * appeal + share * fee;
}

/**
 * What a ranker mixes, appeal by kind and restaurant and fee by restaurant: both about 0 with a spread of 1, so that weights are
 * shares. Of size 0 it knows no traits, and what is ordered most comes first for everybody.
 */
function scoresOf(city: City, size: number) {
  return { appeal: spread(predicted(city, size), 1), fee: spread(city.fees, 1) };
}
type Scores = ReturnType<typeof scoresOf>;

/** The best of a list by score, the best first, into `shown`: five of sixteen need no whole sort. */
function pick(near: Int32Array, scores: Float64Array, shown: Int32Array): void {
  let taken = 0;
  for (const restaurant of near) {
    const score = scores[restaurant] as number;
    let place = taken < SHOWN ? taken : SHOWN;
    while (place > 0 && score > (scores[shown[place - 1] as number] as number)) place -= 1;
    if (place >= SHOWN) continue;
    shown.copyWithin(place + 1, place, SHOWN - 1);
    shown[place] = restaurant;
    taken += 1;
  }
}

/** What its lists bring per 1,000 visits, before any is lost to waiting: orders by the weeks between two releases, fees in dollars. */
function yieldOf({ near, fees, shares }: City, pulls: Pulls, scores: Scores, share: number) {
  const each = near.length / NEAR / KINDS;
  const orders = new Map<number, number>();
  const shown = new Int32Array(SHOWN);
  let paid = 0;
  for (let kind = 0; kind < KINDS; kind += 1) {
    const visits = (1000 * (shares[kind] as number)) / each;
    const appeal = scores.appeal.subarray(kind * RESTAURANTS, (kind + 1) * RESTAURANTS);
    const both = appeal.map((one, i) => mixed(one, scores.fee[i] as number, share));
    for (let list = kind * each; list < (kind + 1) * each; list += 1) {
      pick(near.subarray(list * NEAR, (list + 1) * NEAR), both, shown);
      for (const restaurant of shown) paid += visits * (fees[restaurant] as number);
      for (const [weeks, moments] of pulls) {
        let chance = 0;
        for (const pull of moments) chance += orderChance(pull, kind, shown) / moments.length;
        orders.set(weeks, (orders.get(weeks) ?? 0) + visits * chance);
      }
    }
  }
  return { orders, fees: paid };
}

/** The chance that a visitor orders from a list (a logit choice, with leaving as one choice). */
function orderChance(pull: Float64Array, kind: number, shown: Int32Array): number {
  let sum = 0;
  for (let place = 0; place < SHOWN; place += 1) {
    const restaurant = kind * RESTAURANTS + (shown[place] as number);
    sum += (LOOKED_AT[place] as number) * (pull[restaurant] as number);
  }
  return sum / (1 + sum);
}

/** By the weeks between two releases, at four moments: how much each pairing pulls against ordering nothing, as odds. */
function pullsOf({ appeal, drift }: City) {
  const after = (turn: number): Float64Array => {
    const [still, moved] = [Math.cos(turn), Math.sin(turn)];
    return appeal.map((one, i) => Math.exp(BASE + still * one + moved * (drift[i] as number)));
  };
  return WEEKS.map((weeks) => [weeks, MOMENTS.map((part) => after(TURN * weeks * part))] as const);
}
type Pulls = ReturnType<typeof pullsOf>;

/** A city, and the yields of its rankers, each worked out once. */
export function marketOf(city: City) {
  const [known, found] = [latest<Scores>(Infinity), latest<ReturnType<typeof yieldOf>>(Infinity)];
  const pulls = pullsOf(city);
  const scores = (size: number) => known(size, () => scoresOf(city, size));
  const yields = (size: number, share: number) =>
    found(`${size} ${share}`, () => yieldOf(city, pulls, scores(size), share));
  return { city, scores, yields };
}
export type Market = ReturnType<typeof marketOf>;
