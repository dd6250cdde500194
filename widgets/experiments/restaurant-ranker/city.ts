/** A city by chance: restaurants and what they pay, kinds of visitor and what they like, and the lists that are asked for. */
import { mean, range, sum } from 'd3-array';
import { seeded, weighted, type Random } from '#kit/numbers';

export const RESTAURANTS = 40;
export const KINDS = 12;
/** Restaurants near a visitor, and how many of them are shown. */
export const NEAR = 16;
export const SHOWN = 5;
/** Traits of a pairing of visitor and restaurant that matter; a ranker of size s knows the first s of them. */
export const TRAITS = 64;
/** Lists asked for by each kind of visitor: the exact expectation is taken over them. */
const LISTS = 20;

/** Spread of appeal in logits: by the restaurant itself, its traits for this kind, what no trait tells, altogether, and in a log. */
const SPREAD = { own: 0.5, traits: 0.75, rest: 0.3, all: 0.85, log: 0.5 } as const;
/** A trait's weight falls as its number to this power. */
const FALL = 0.75;
/** Fees: their middle in dollars and the spread of their logarithm. */
const FEE = { middle: 0.06, spread: 0.75 } as const;

/** Everything that stays as it is while rankers, prices and the year change. */
export type City = ReturnType<typeof cityOf>;

/** The city of a seed. */
export function cityOf(seed: number) {
  const traits = normals(seeded(seed, 'traits'), KINDS * RESTAURANTS * TRAITS);
  const appeal = spread(appealOf(seeded(seed, 'appeal'), traits), SPREAD.all);
  const moved = appealOf(seeded(seed, 'drift'), traits);
  const noise = normals(seeded(seed, 'log'), appeal.length);
  const fees = spread(normals(seeded(seed, 'fees'), RESTAURANTS), FEE.spread);
  const random = seeded(seed, 'kinds');
  const sizes = range(KINDS).map(() => 0.5 + random.exponential(1));
  const lists = seeded(seed, 'lists');
  const near = range(KINDS * LISTS).flatMap(() => [...lists.order(RESTAURANTS).slice(0, NEAR)]);
  return {
    /** Traits of each pairing, by kind, restaurant and trait. */
    traits,
    /** How much each pairing appeals on the day of a release, in logits, by kind and restaurant. */
    appeal,
    /** The direction in which tastes move, of the same spread. */
    drift: spread(apart(moved, appeal), SPREAD.all),
    /** What a restaurant pays for being shown once, in dollars. */
    fees: fees.map((z) => FEE.middle * Math.exp(z)),
    /** The share of visits by each kind. */
    shares: Float64Array.from(sizes, (size) => size / sum(sizes)),
    /** What a log of orders says of each appeal: true but for chance. */
    logged: appeal.map((value, i) => value + SPREAD.log * (noise[i] as number)),
    /** The restaurants near a visitor, sixteen for each list, lists by kind. */
    near: Int32Array.from(near),
  };
}

/** The same values about a mean of 0, with this standard deviation. */
export function spread(values: Float64Array, wanted: number): Float64Array {
  const middle = mean(values) ?? 0;
  const square = mean(values, (value) => (value - middle) ** 2) ?? 0;
  return values.map((value) => ((value - middle) * wanted) / Math.sqrt(square));
}

/** What of some values has nothing to do with others, whose mean is 0. */
function apart(values: Float64Array, others: Float64Array): Float64Array {
  const dot = (one: Float64Array): number => sum(others, (other, i) => other * (one[i] as number));
  const along = dot(values) / dot(others);
  return values.map((value, i) => value - along * (others[i] as number));
}

function normals(random: Random, count: number): Float64Array {
  return Float64Array.from({ length: count }, () => random.normal());
}

function appealOf(random: Random, traits: Float64Array): Float64Array {
  const own = normals(random, RESTAURANTS);
  const fall = Float64Array.from({ length: TRAITS }, (_, j) => (j + 1) ** -FALL);
  const signed = fall.map((size) => (random.uniform() < 0.5 ? -size : size));
  const length = Math.sqrt(sum(signed, (weight) => weight * weight));
  const weights = signed.map((weight) => weight / length);
  return Float64Array.from({ length: KINDS * RESTAURANTS }, (_, i) => {
    const told = weighted(weights, traits.subarray(i * TRAITS, (i + 1) * TRAITS));
    const known = SPREAD.own * (own[i % RESTAURANTS] as number) + SPREAD.traits * told;
    return known + SPREAD.rest * random.normal();
  });
}
