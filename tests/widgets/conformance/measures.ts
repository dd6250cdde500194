/** Measures of two runs held against each other, and of runs that had nothing to learn. */
import { expect } from 'vitest';
import type { AnySettings } from '../../../widgets/kit/contract/params.ts';
import { measureAll, type AnyWidget, type Measured } from '../../../widgets/kit/contract/widget.ts';
import { seeded } from '../../../widgets/kit/numbers/random.ts';
import { PIXELS as EIGHT } from '../../../widgets/shared/digits/eight.ts';
import { MNIST14 } from '../../../widgets/shared/digits/mnist14.ts';
import { ALL } from '../../all.ts';
import { watched } from './watched.ts';

/** Half a point of a share; of what else is measured, the same of its own size. */
const HALF_A_POINT = 0.005;

/** Holds that two runs of the same settings are alike in everything they measure, or have no value alike. */
export function measuredAlike(
  { tag }: AnyWidget,
  one: Measured,
  other: Measured,
  within = HALF_A_POINT,
): void {
  expect(Object.keys(one)).toEqual(Object.keys(other));
  for (const [name, value] of Object.entries(one)) {
    const beside = other[name];
    if (value === null || typeof beside !== 'number') expect(value, `${tag}: ${name}`).toBe(beside);
    else
      expect(Math.abs(value - beside), `${tag}: ${name} ${value}, ${beside}`).toBeLessThanOrEqual(
        within * Math.max(1, Math.abs(beside)) + 1e-9,
      );
  }
}

/** What holds items and, behind all of them, a label for each: the bytes of an item and its label. */
const LABELLED = [
  { files: /^mnist14/, record: MNIST14.size / MNIST14.perByte + 1 },
  { files: /8(-stretched)?\.bin$/, record: EIGHT + 1 },
  { files: /^sms\.bin$/, record: 51 },
];

/** What is measured of whoever has learned nothing: one of ten digits right, a rank as good as any other. */
const CHANCE = [
  {
    measures: /ccuracy$/,
    of: 'digits',
    seeds: ALL ? 5 : 2,
    each: [0.05, 0.17],
    mean: [0.07, 0.13],
  },
  { measures: /^rocAuc$/, of: 'messages', seeds: 5, each: [0.35, 0.65], mean: [0.44, 0.56] },
] as const;

function shuffledBy(seed: number) {
  return (bytes: Uint8Array, name: string): Uint8Array => {
    const record = LABELLED.find(({ files }) => files.test(name))?.record;
    if (record === undefined) return bytes;
    const altered = Uint8Array.from(bytes);
    const count = bytes.length / record;
    const labels = altered.subarray(bytes.length - count);
    const order = seeded(seed, 'shuffle').order(count);
    labels.set(Uint8Array.from(order, (i) => labels[i] as number));
    return altered;
  };
}

/** Holds that what was learned from true labels was learned from them: with labels shuffled it is as good as chance. */
export async function learnsNothing(
  widget: AnyWidget,
  start: AnySettings,
  { shows, files }: Awaited<ReturnType<typeof watched>>,
): Promise<void> {
  const kind = files.has('sms.bin') ? 'messages' : 'digits';
  const { measures, seeds, each, mean } = CHANCE.find(({ of }) => of === kind) ?? CHANCE[0];
  const learned = measureAll(widget, shows.at(-1)?.outcome).measures;
  const names = Object.keys(learned).filter(
    (name) => measures.test(name) && (learned[name] ?? 0) > 0.25,
  );
  expect(names.length).toBeGreaterThan(0);
  const found: Measured[] = [];
  for (let seed = 1; seed <= seeds; seed += 1) {
    const settings = { ...start, ...('seed' in start && { seed }) };
    const run = await watched(widget, settings, { alter: shuffledBy(seed) });
    found.push(measureAll(widget, run.shows.at(-1)?.outcome).measures);
  }
  for (const name of names) {
    const values = found.map((one) => one[name] ?? Number.NaN);
    for (const value of values) within(value, each, name);
    within(values.reduce((sum, one) => sum + one, 0) / seeds, mean, `mean of ${name}`);
  }
}

function within(value: number, [low, high]: readonly [number, number], what: string): void {
  expect(value, what).toBeGreaterThan(low);
  expect(value, what).toBeLessThan(high);
}
