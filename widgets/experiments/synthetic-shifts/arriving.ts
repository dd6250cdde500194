/** The digits that arrive, at any amount of a shift. */
import { mean, range } from 'd3-array';
import { seeded } from '#kit/numbers';
import type { Answer } from '../../shared/digits/answers.ts';
import { imageAt, type Digits } from '../../shared/digits/digits.ts';
import { FULL_INK, PIXELS } from '../../shared/digits/eight.ts';
import type { Point, Sample } from './outcome.ts';
import type { Shift } from './params.ts';
import { arrives, changeOf, meaning } from './shifts.ts';

/** Digits that the reader sees. */
const SEEN = 15;

/** Digits, each with numbers of its own: its noise, and whether it is among those that a share takes. */
export class Arriving {
  readonly #digits: Digits;
  readonly #shift: Shift;
  readonly #noise: Float32Array;
  readonly #chances: readonly number[];

  constructor(digits: Digits, shift: Shift, seed: number) {
    this.#digits = digits;
    this.#shift = shift;
    const noise = seeded(seed, 'noise');
    const length = shift === 'noise' ? digits.pixels.length : 0;
    this.#noise = Float32Array.from({ length }, () => noise.normal());
    const chance = seeded(seed, 'chance');
    this.#chances = Array.from({ length: digits.count }, () => chance.uniform());
  }

  get count(): number {
    return this.#digits.count;
  }

  /** All pictures at an amount. */
  at(amount: number): Float32Array {
    const { count, pixels } = this.#digits;
    if (amount === 0) return pixels;
    const all = new Float32Array(pixels.length);
    const picture = this.#pictures(amount);
    for (let i = 0; i < count; i += 1) all.set(picture(i), i * PIXELS);
    return all;
  }

  #pictures(amount: number): (i: number) => number[] {
    const change = changeOf(this.#shift, amount / 100);
    return (i) =>
      change(imageAt(this.#digits, i), this.#noise.subarray(i * PIXELS, (i + 1) * PIXELS));
  }

  /** Whether a digit still arrives. */
  comes(i: number, amount: number): boolean {
    const { labels } = this.#digits;
    return arrives(this.#shift, amount / 100, labels[i] as number, this.#chances[i] as number);
  }

  #meaning(i: number, amount: number): number {
    const { labels } = this.#digits;
    return meaning(this.#shift, amount / 100, labels[i] as number, this.#chances[i] as number);
  }

  #coming(amount: number): number[] {
    return range(this.count).filter((i) => this.comes(i, amount));
  }

  judged(amount: number, answers: readonly Answer[]): Point {
    const coming = this.#coming(amount);
    const right = coming.filter((i) => answers[i]?.answer === this.#meaning(i, amount));
    const confidence = mean(coming, (i) => answers[i]?.confidence) ?? 0;
    return { amount, accuracy: right.length / coming.length, confidence };
  }

  /** The first digits that arrive: a fair sample. */
  samples(amount: number, answers?: readonly Answer[]): Sample[] {
    const picture = this.#pictures(amount);
    return this.#coming(amount)
      .slice(0, SEEN)
      .map((i) => ({
        pixels: picture(i).map((ink) => Math.round(ink * FULL_INK)),
        label: this.#meaning(i, amount),
        answer: answers?.[i]?.answer ?? null,
      }));
  }
}
