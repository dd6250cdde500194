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

/** Digits under a shift. */
export type Arriving = ReturnType<typeof arrivingOf>;

/** Digits, each with numbers of its own: its noise, and whether it is among those that a share takes. */
export function arrivingOf(digits: Digits, shift: Shift, seed: number) {
  const { count, pixels, labels } = digits;
  const drawn = seeded(seed, 'noise');
  const length = shift === 'noise' ? pixels.length : 0;
  const noise = Float32Array.from({ length }, () => drawn.normal());
  const random = seeded(seed, 'chance');
  const chances = Array.from(labels, () => random.uniform());
  const pictures = (amount: number): ((i: number) => number[]) => {
    const change = changeOf(shift, amount / 100);
    return (i) => change(imageAt(digits, i), noise.subarray(i * PIXELS, (i + 1) * PIXELS));
  };
  const own = (i: number): [label: number, chance: number] => [
    labels[i] as number,
    chances[i] as number,
  ];
  const comes = (i: number, amount: number): boolean => arrives(shift, amount / 100, ...own(i));
  const means = (i: number, amount: number): number => meaning(shift, amount / 100, ...own(i));
  const coming = (amount: number): number[] => range(count).filter((i) => comes(i, amount));
  return {
    count,
    /** Whether a digit still arrives. */
    comes,
    /** All pictures at an amount. */
    at: (amount: number): Float32Array => {
      if (amount === 0) return pixels;
      const all = new Float32Array(pixels.length);
      const picture = pictures(amount);
      for (const i of range(count)) all.set(picture(i), i * PIXELS);
      return all;
    },
    judged: (amount: number, answers: readonly Answer[]): Point => {
      const here = coming(amount);
      const right = here.filter((i) => answers[i]?.answer === means(i, amount));
      const confidence = mean(here, (i) => answers[i]?.confidence) ?? 0;
      return { amount, accuracy: right.length / here.length, confidence };
    },
    /** The first digits that arrive: a fair sample. */
    samples: (amount: number, answers?: readonly Answer[]): Sample[] => {
      const picture = pictures(amount);
      return coming(amount)
        .slice(0, SEEN)
        .map((i) => ({
          pixels: picture(i).map((ink) => Math.round(ink * FULL_INK)),
          label: means(i, amount),
          answer: answers?.[i]?.answer ?? null,
        }));
    },
  };
}
