/** What is kept of a training, and how two of them are compared. */
import { mean, range, sum } from 'd3-array';
import type { Missing } from '#kit/contract';
import type { Numbers } from '../../shared/network/layer.ts';
import { TOGETHER, type Differing, type Logged } from './outcome.ts';
import type { Recipe } from './recipe.ts';
import type { Trained } from './train.ts';

/** Losses within this share of each other count as one: twice as precise numbers differ in the seventh digit. */
const ALIKE = 0.001;

/** What would be logged of a recipe before anything is learned. */
export interface Before {
  readonly rows: number;
  readonly checksum: string;
  readonly norm: number;
}

/** The facts of a recipe. */
export function beforeOf({ labels, pixels, network }: Recipe): Before {
  return {
    rows: labels.length,
    checksum: checksum(pixels, labels),
    norm: lengthOf(network.weights),
  };
}

/** FNV-1a over the pixels, in 240ths of full ink, and the labels; folded to 16 bits. */
function checksum(pixels: Numbers, labels: Uint8Array): string {
  let hash = 0x811c9dc5;
  const add = (value: number): void => {
    hash = Math.imul(hash ^ value, 0x01000193);
  };
  pixels.forEach((ink) => add(Math.round(ink * 240)));
  labels.forEach(add);
  return ((hash >>> 16) ^ (hash & 0xffff)).toString(16).padStart(4, '0');
}

function lengthOf(values: Numbers): number {
  return Math.sqrt(sum(values, (value) => value * value));
}

/** What is logged of a training, held against the first one. */
export function logged(
  { losses, answers }: Trained,
  before: Before,
  right: Uint8Array,
  first: Trained,
): Logged {
  const parts = losses.findIndex((loss, step) => {
    const other = first.losses[step] ?? loss;
    return Math.abs(loss - other) > ALIKE * other;
  });
  return {
    ...before,
    losses: thinned(losses),
    accuracy: sharesRight(answers.at(-1) ?? new Uint8Array(0), right),
    partAt: parts < 0 ? null : parts + 1,
  };
}

function thinned(losses: readonly number[]): number[] {
  return range(0, losses.length, TOGETHER).map(
    (from) => mean(losses.slice(from, from + TOGETHER)) ?? 0,
  );
}

function sharesRight(answers: Uint8Array, right: Uint8Array): number {
  return answers.filter((answer, i) => answer === right[i]).length / right.length;
}

/** How two lists of answers differ, image by image. */
export function differing(first: Uint8Array, second: Uint8Array, right: Uint8Array): Differing {
  let [lost, won, other] = [0, 0, 0];
  right.forEach((label, i) => {
    if (first[i] === second[i]) return;
    if (first[i] === label) lost += 1;
    else if (second[i] === label) won += 1;
    else other += 1;
  });
  return { lost, won, other };
}

/** How far two networks lie apart, in lengths of the first. */
export function gapOf(first: Numbers, second: Numbers): number | Missing {
  if (first.length !== second.length)
    return { why: 'the second network has more weights than the first' };
  const apart = Float64Array.from(first, (weight, i) => weight - (second[i] as number));
  return lengthOf(apart) / lengthOf(first);
}

/** Whether two trainings are the same one, number for number. */
export function isSame(one: Trained, other: Trained): boolean {
  return (
    one.losses.length === other.losses.length &&
    one.losses.every((loss, step) => loss === other.losses[step])
  );
}
