/** A city by chance: restaurants and what they pay, kinds of visitor and what they like, and the lists that are asked for. */
import { mean, sum } from 'd3-array';
import type { Random } from '#kit/numbers';
import { seeded } from '#kit/numbers';

export const RESTAURANTS = 40;
export const KINDS = 12;
/** Restaurants near a visitor, and how many of them are shown. */
export const NEAR = 16;
export const SHOWN = 5;
/** Traits of a pairing of visitor and restaurant that matter; a ranker of size s knows the first s of them. */
export const TRAITS = 64;
/** Lists asked for by each kind of visitor: the exact expectation is taken over them. */
const LISTS = 20;

/** Everything that stays as it is while rankers, prices and the year change. */
export interface City {
  /** What a restaurant pays for being shown once, in dollars. */
  readonly fees: Float64Array;
  /** The share of visits by each kind. */
  readonly shares: Float64Array;
  /** Traits of each pairing, by kind, restaurant and trait. */
  readonly traits: Float64Array;
  /** How much each pairing appeals on the day of a release, in logits, by kind and restaurant. */
  readonly appeal: Float64Array;
  /** The direction in which tastes move, of the same spread. */
  readonly drift: Float64Array;
  /** What a log of orders says of each appeal: true but for chance. */
  readonly logged: Float64Array;
  /** The restaurants near a visitor, sixteen for each list, lists by kind. */
  readonly near: Int32Array;
}

/** Spread of appeal by what it comes from, in logits: the restaurant itself, its traits for this kind, what no trait tells. */
const SPREAD = { own: 0.5, traits: 0.75, rest: 0.3, log: 0.5 } as const;
/** Spread of appeal altogether. */
const APPEAL = 0.85;
/** A trait's weight falls as its number to this power. */
const FALL = 0.75;
/** Fees: their middle in dollars and the spread of their logarithm. */
const FEE = { middle: 0.06, spread: 0.75 } as const;

/** The city of a seed. */
export function cityOf(seed: number): City {
  const traits = normals(seeded(seed, 'traits'), KINDS * RESTAURANTS * TRAITS);
  const appeal = spread(appealOf(seeded(seed, 'appeal'), traits), APPEAL);
  const moved = appealOf(seeded(seed, 'drift'), traits);
  const drift = spread(apart(moved, appeal), APPEAL);
  const noise = normals(seeded(seed, 'log'), appeal.length);
  const random = seeded(seed, 'kinds');
  const sizes = Array.from({ length: KINDS }, () => 0.5 + random.exponential(1));
  const all = sum(sizes);
  const lists = seeded(seed, 'lists');
  return {
    traits,
    appeal,
    drift,
    fees: spread(normals(seeded(seed, 'fees'), RESTAURANTS), FEE.spread).map(
      (z) => FEE.middle * Math.exp(z),
    ),
    shares: Float64Array.from(sizes, (size) => size / all),
    logged: appeal.map((value, i) => value + SPREAD.log * (noise[i] as number)),
    near: Int32Array.from(
      Array.from({ length: KINDS * LISTS }, () => [
        ...lists.order(RESTAURANTS).slice(0, NEAR),
      ]).flat(),
    ),
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
  const weights = fall.map((size) => (random.uniform() < 0.5 ? -size : size));
  const length = Math.sqrt(sum(weights, (weight) => weight * weight));
  return Float64Array.from({ length: KINDS * RESTAURANTS }, (_, i) => {
    let told = 0;
    for (let j = 0; j < TRAITS; j += 1)
      told += ((weights[j] as number) / length) * (traits[i * TRAITS + j] as number);
    return (
      SPREAD.own * (own[i % RESTAURANTS] as number) +
      SPREAD.traits * told +
      SPREAD.rest * random.normal()
    );
  });
}
