import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { errorsIn, packErrors } from '../../../../scripts/pack/label-errors.mjs';
import { imageAt } from '../../../../widgets/shared/digits/digits.ts';
import { errorsApart, LABEL_ERRORS } from '../../../../widgets/shared/digits/label-errors.ts';
import { MNIST14 } from '../../../../widgets/shared/digits/mnist14.ts';
import { unpack } from '../../../../widgets/shared/digits/packed.ts';

const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(`public/data/${name}`));
const digits = unpack(MNIST14, bytesOf(MNIST14.name));
const apart = errorsApart(digits, bytesOf(LABEL_ERRORS));
const card = JSON.parse(readFileSync('public/data/mnist-label-errors.json', 'utf8')) as {
  rows: number;
};

describe('the fifteen errors', () => {
  test('are as many as the card says; at most two of five people agree with each label', () => {
    expect([apart.errors.count, apart.checks.length]).toEqual([card.rows, card.rows]);
    for (const { forLabel, forGuess, forNeither } of apart.checks) {
      expect(forLabel).toBeLessThanOrEqual(2);
      expect(forLabel + forGuess + forNeither).toBe(5);
    }
  });
  test('have the labels that they were published with, and another guess', () => {
    expect([...apart.errors.labels]).toEqual(apart.checks.map(({ label }) => label));
    for (const { label, guess } of apart.checks) expect(guess).not.toBe(label);
  });
  test('in six cases stand in the packed set, and are not in the rest of it', () => {
    expect(apart.rest.count).toBe(digits.count - 6);
    const inks = (set: typeof digits) =>
      new Set(Array.from({ length: set.count }, (_, i) => imageAt(set, i).join()));
    const [all, rest] = [inks(digits), inks(apart.rest)];
    const inAll = [...inks(apart.errors)].filter((ink) => all.has(ink));
    expect(inAll).toHaveLength(6);
    expect(inAll.some((ink) => rest.has(ink))).toBe(false);
  });
  test('are refused where the bytes cannot be they', () => {
    expect(() => errorsApart(digits, bytesOf(LABEL_ERRORS).subarray(1))).toThrow(
      /does not hold digits/,
    );
  });
});

describe('packing', () => {
  const check = (id: number, given: number) => ({
    id,
    given_original_label: 4,
    our_guessed_label: 9,
    mturk: { given, guessed: 5 - given, neither: 0 },
  });
  test('takes what at most two people agree with, in the order of the images', () => {
    const checks = [check(7, 2), check(5, 3), check(3, 0)];
    expect(errorsIn(checks).map(({ id }: { id: number }) => id)).toEqual([3, 7]);
  });
  test('leaves out images that the packed set has, and notes all', () => {
    const labels = new Uint8Array(10).fill(4);
    const packed = packErrors(new Uint8Array(10 * 784), labels, [check(7, 2), check(3, 0)]);
    expect(packed.length).toBe(99 + 2 * 7);
    expect([...packed.subarray(98)]).toEqual([4, 0, 3, 4, 9, 0, 5, 0, 0, 7, 4, 9, 2, 3, 0]);
  });
  test('stops where a label is not the one that people were shown', () => {
    const labels = new Uint8Array(10).fill(5);
    expect(() => packErrors(new Uint8Array(10 * 784), labels, [check(7, 2)])).toThrow(/image 7/);
  });
});
