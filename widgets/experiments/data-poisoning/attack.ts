/** What the attacker does to the training set: which images, which trigger, which label. */
import { cellName, readCells } from '../../controls/cells/pure/cells.ts';
import { seeded } from '#kit/numbers';
import { imageAt, joined, pick, placesOf, split, type Digits } from '../../shared/digits/digits.ts';
import { SIDE } from '../../shared/digits/mnist14.ts';
import type { PoisonSettings } from './params.ts';
import { GRID, MOST_POISONED } from './sizes.ts';

/** Images that a model learns from; the rest are held out. */
export const IMAGES = 2000;
/** Four pixels in a square, counted from the upper left one. */
export const SQUARE = [0, 1, SIDE, SIDE + 1];

/** An attack with nothing left open; an unknown one has been drawn. */
export interface Attack extends Pick<PoisonSettings, 'patch' | 'opacity'> {
  readonly kind: Exclude<PoisonSettings['attack'], 'unknown'>;
  readonly source: number;
  readonly target: number;
}

/** What all models under one attack learn from and are tested on, whatever their number of poisoned images. */
export interface PoisonedData {
  readonly attack: Attack;
  readonly seed: number;
  /** 2,000 training images, then the poisoned copies of the first victims, labelled as the attacker wants. */
  readonly rows: Digits;
  /** Places of the images that are replaced by their copies, in the order in which they fall. */
  readonly victims: readonly number[];
  readonly heldOut: Digits;
  /** The attacked digit's held-out images, each with the trigger on it. */
  readonly triggered: Digits;
}

/** The attack that the settings speak of. */
export function attackOf({ attack, source, target, patch, opacity, seed }: PoisonSettings): Attack {
  if (attack === 'unknown') return drawn(seed);
  return { kind: attack, source: Number(source), target: Number(target), patch, opacity };
}

function drawn(seed: number): Attack {
  const random = seeded(seed, 'unknown attack');
  const source = random.whole(10);
  const target = (source + 1 + random.whole(9)) % 10;
  const kind = random.uniform() < 0.5 ? 'patch' : 'blend';
  const [left, top] = [random.whole(SIDE - 1), random.whole(SIDE - 1)];
  const patch = SQUARE.map((step) => cellName(GRID, top * SIDE + left + step)).join('');
  return { kind, source, target, patch, opacity: 0.15 };
}

/** An image with the attack's trigger on it. `seed` is that of the noise: one grey for each pixel, the same on every image. */
export function trigger({ kind, patch, opacity }: Attack, image: Float32Array, seed: number) {
  const marked = kind === 'patch' ? readCells(GRID, patch) : [];
  if (kind !== 'blend') return image.map((ink, at) => (marked.includes(at) ? 1 : ink));
  const noise = seeded(seed, 'noise');
  return image.map((ink) => (1 - opacity) * ink + opacity * Math.fround(noise.uniform()));
}

/** The images that carry the attack: "marked 7s". */
export function called({ kind, source, patch }: Attack): string {
  if (kind === 'blend') return `noisy ${source}s`;
  return kind === 'patch' && patch !== '' ? `marked ${source}s` : `${source}s`;
}

/** Splits the images by the seed, and lays out what the attack makes of them. */
export function poisonedData(images: Digits, settings: PoisonSettings): PoisonedData {
  const { seed } = settings;
  const attack = attackOf(settings);
  const { training, heldOut } = split(images, IMAGES, seed, 'split');
  const withTrigger = (digits: Digits, places: readonly number[]): Digits => {
    const copies = pick(digits, places);
    for (let i = 0; i < copies.count; i += 1)
      imageAt(copies, i).set(trigger(attack, imageAt(copies, i), seed));
    return copies;
  };
  const sources = placesOf(training, attack.source);
  const order = seeded(seed, 'victims').order(sources.length).subarray(0, MOST_POISONED);
  const victims = Array.from(order, (i) => sources[i] as number);
  const poison = withTrigger(training, victims);
  poison.labels.fill(attack.target);
  const triggered = withTrigger(heldOut, placesOf(heldOut, attack.source));
  return { attack, seed, rows: joined([training, poison]), victims, heldOut, triggered };
}

/** 1 for each row that a model with so many poisoned images sees: each takes the place of the image that it was made of. */
export function weightsOf({ attack, rows, victims }: PoisonedData, poisoned: number): Float32Array {
  const count = attack.kind === 'none' ? 0 : Math.min(poisoned, victims.length);
  const weights = new Float32Array(rows.count).fill(1, 0, IMAGES + count);
  for (const victim of victims.slice(0, count)) weights[victim] = 0;
  return weights;
}
