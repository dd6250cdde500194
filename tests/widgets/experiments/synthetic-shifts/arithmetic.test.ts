import { describe, expect, it } from 'vitest';
import {
  ksOf,
  ksRings,
  psiOf,
  referenceOf,
} from '../../../../widgets/experiments/synthetic-shifts/alarm.ts';
import { inWords } from '../../../../widgets/experiments/synthetic-shifts/say.ts';
import { params, type Shift } from '../../../../widgets/experiments/synthetic-shifts/params.ts';
import {
  arrives,
  changeOf,
  meaning,
} from '../../../../widgets/experiments/synthetic-shifts/shifts.ts';
import { seeded } from '../../../../widgets/kit/numbers/random.ts';

const SHIFTS = params.shift.options.map(({ value }) => value);

/** A picture without any symmetry, in the sixteenths of the data. */
const picture = Array.from({ length: 64 }, (_, at) => ((at * 7 + (at >> 3) * 5) % 17) / 16);
const noise = Array.from({ length: 64 }, (_, at) => Math.sin(at));
const change = (shift: Shift, share: number, of: ArrayLike<number> = picture): number[] =>
  changeOf(shift, share)(of, noise);

describe('a shift', () => {
  it('by nothing changes nothing, of any kind', () => {
    for (const shift of SHIFTS) {
      expect(change(shift, 0)).toEqual(picture);
      for (let label = 0; label < 10; label += 1) {
        expect(arrives(shift, 0, label, 0.001)).toBe(true);
        expect(meaning(shift, 0, label, 0.001)).toBe(label);
      }
      expect(inWords(shift, 0)).toBe('as at home');
    }
  });

  it('to the negative and back is where it was, and half-way all is grey', () => {
    expect(change('invert', 1, change('invert', 1))).toEqual(picture);
    expect(change('invert', 1)).toEqual(picture.map((ink) => 1 - ink));
    for (const ink of change('invert', 0.5)) expect(ink).toBe(0.5);
  });

  it('by a quarter or a half turn only puts pixels elsewhere', () => {
    const quarter = change('turn', 0.5);
    const half = change('turn', 1);
    picture.forEach((ink, at) => {
      const [x, y] = [at % 8, Math.floor(at / 8)];
      // Clockwise: what was at the top is at the right.
      expect(quarter[x * 8 + 7 - y]).toBe(ink);
      expect(half[63 - at]).toBe(ink);
    });
    expect(change('turn', 0.5, quarter)).toEqual(half);
  });

  it('by pixels moves whole ones as they are, and halves as the mean of two', () => {
    const two = change('move', 0.5);
    const half = change('move', 0.125);
    picture.forEach((_, at) => {
      const x = at % 8;
      expect(two[at]).toBe(x < 2 ? 0 : picture[at - 2]);
      const left = x < 1 ? 0 : (picture[at - 1] as number);
      expect(half[at]).toBeCloseTo((left + (picture[at] as number)) / 2, 12);
    });
  });

  it('of ink takes its share, and noise stays between paper and ink', () => {
    expect(change('dim', 0.25)).toEqual(picture.map((ink) => ink * 0.75));
    expect(change('dim', 1)).toEqual(picture.map(() => 0));
    const noisy = change('noise', 0.5);
    picture.forEach((ink, at) => {
      const wanted = Math.min(1, Math.max(0, ink + 0.5 * (noise[at] as number)));
      expect(noisy[at]).toBeCloseTo(wanted, 12);
    });
  });

  it('of who arrives or of what is meant is of some digits only, and at its end of all of these', () => {
    const labels = Array.from({ length: 10 }, (_, label) => label);
    expect(labels.filter((label) => arrives('arrivals', 1, label, 0.999))).toEqual([0, 6]);
    expect(labels.map((label) => meaning('labels', 1, label, 0.999))).toEqual([
      0, 7, 2, 3, 4, 5, 6, 1, 8, 9,
    ]);
    expect(arrives('arrivals', 0.4, 3, 0.39)).toBe(false);
    expect(arrives('arrivals', 0.4, 3, 0.41)).toBe(true);
  });
});

describe('the alarm', () => {
  it('has the PSI that is worked out by hand', () => {
    // A hundred values, ten in each bin; then a day with all its values in the first two.
    const reference = referenceOf(Array.from({ length: 100 }, (_, i) => i));
    expect(reference.shares).toEqual(new Array(10).fill(0.1));
    expect(psiOf([5, 15, 25, 35, 45, 55, 65, 75, 85, 95], reference)).toBeCloseTo(0, 12);
    const day = [1, 2, 3, 4, 5, 6, 11, 12, 13, 14];
    const term = (share: number): number => (share - 0.1) * Math.log(share / 0.1);
    expect(psiOf(day, reference)).toBeCloseTo(term(0.6) + term(0.4) + 8 * term(0.05), 12);
  });

  it('has the KS distance that is worked out by hand, ties included', () => {
    const reference = referenceOf([1, 2, 2, 3, 4]);
    // At 2 the reference has 3 of 5 behind it, the day 1 of 4.
    expect(ksOf([2, 5, 5, 6], reference)).toBeCloseTo(4 / 4 - 1 / 4, 12);
    expect(ksOf([2, 4, 4, 6], reference)).toBeCloseTo(4 / 5 - 1 / 4, 12);
    expect(ksOf([1, 2, 2, 3, 4], reference)).toBe(0);
    // The published factor at 5 %: 1.36.
    expect(ksRings(50, 50)).toBeCloseTo(1.358 * 0.2, 3);
  });

  it('of two samples from one source has a mean PSI of about 9 (1/n + 1/m), and KS rings on one in twenty', () => {
    const random = seeded(7, 'null');
    const draw = (count: number): number[] => Array.from({ length: count }, () => random.normal());
    for (const [n, m] of [
      [200, 1000],
      [500, 500],
    ] as const) {
      let [sum, rang] = [0, 0];
      const trials = 2000;
      for (let i = 0; i < trials; i += 1) {
        const reference = referenceOf(draw(m));
        const day = draw(n);
        sum += psiOf(day, reference);
        rang += Number(ksOf(day, reference) > ksRings(n, m));
      }
      // The sum of nine squares has a spread of the root of 18: a mean of 2,000 is known to 1 %.
      expect(sum / trials / (9 * (1 / n + 1 / m))).toBeGreaterThan(0.95);
      expect(sum / trials / (9 * (1 / n + 1 / m))).toBeLessThan(1.07);
      expect(rang / trials).toBeGreaterThan(0.035);
      expect(rang / trials).toBeLessThan(0.065);
    }
  });
});
