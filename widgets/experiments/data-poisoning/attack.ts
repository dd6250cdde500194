/** What the attacker does to the training set: which images, which trigger, which label. */
import { cellName, readCells } from '../../controls/cells/pure/cells.ts';
import { seeded } from '../../kit/numbers/random.ts';
import { imageAt, pick, placesOf, type Digits, type Split } from '../../shared/digits/digits.ts';
import { PIXELS, SIDE, TRAINING } from './images.ts';
import { GRID, MOST_POISONED, type PoisonSettings } from './params.ts';

/** An attack with nothing left open; an unknown one has been drawn. */
export interface Attack {
  readonly kind: 'none' | 'flip' | 'patch' | 'blend';
  readonly source: number;
  readonly target: number;
  readonly patch: string;
  readonly opacity: number;
}

/** A training set as all models of a sweep see it: 2,000 images, then the poisoned copies of the first victims. */
export interface Poisonable {
  /** 2,100 images, with the labels that the attacker wants on the last 100. */
  readonly rows: Digits;
  /** Places of the images that are replaced by their copies, in the order in which they fall. */
  readonly victims: readonly number[];
  readonly attack: Attack;
}

/** What one model is taught: labels of all rows, and a weight of 1 for each row that it sees. */
export interface TrainingLabels {
  readonly labels: Uint8Array;
  readonly weights: Float32Array;
  /** Rows that are poison, among those it sees. */
  readonly poison: readonly number[];
}

/** The attack that the settings speak of. */
export function attackOf(settings: PoisonSettings): Attack {
  if (settings.attack === 'unknown') return drawn(settings.seed);
  return {
    kind: settings.attack as Attack['kind'],
    source: Number(settings.source),
    target: Number(settings.target),
    patch: settings.patch,
    opacity: settings.opacity,
  };
}

/** An attack that the seed draws: a square mark somewhere, or a noise, from one digit to another. */
function drawn(seed: number): Attack {
  const random = seeded(seed, 'unknown attack');
  const source = random.whole(10);
  const target = (source + 1 + random.whole(9)) % 10;
  const kind = random.uniform() < 0.5 ? 'patch' : 'blend';
  const [left, top] = [random.whole(SIDE - 1), random.whole(SIDE - 1)];
  const square = [0, 1, SIDE, SIDE + 1].map((step) => top * SIDE + left + step);
  const patch = square.map((cell) => cellName(GRID, cell)).join('');
  return { kind, source, target, patch, opacity: 0.15 };
}

/** Puts the attack's trigger on an image. `seed` is that of the noise. */
export function trigger(attack: Attack, image: Float32Array, seed: number): Float32Array {
  const marked = Float32Array.from(image);
  if (attack.kind === 'patch') {
    for (const cell of readCells(GRID, attack.patch)) marked[cell] = 1;
  }
  if (attack.kind !== 'blend') return marked;
  // One uniform grey for each pixel, the same on every image.
  const random = seeded(seed, 'noise');
  const { opacity } = attack;
  return marked.map((ink) => (1 - opacity) * ink + opacity * Math.fround(random.uniform()));
}

/**
 * Lays out the rows that every model under this attack is trained on, whatever its number of poisoned images: so that a
 * sweep over this number meets the same rows in the same order as single runs do.
 */
export function poisonable({ training }: Split, attack: Attack, seed: number): Poisonable {
  const sources = placesOf(training, attack.source);
  const order = seeded(seed, 'victims').order(sources.length);
  const victims = [...order].slice(0, MOST_POISONED).map((i) => sources[i] as number);
  const rows = pick(training, [...training.labels.keys(), ...victims]);
  victims.forEach((victim, i) => {
    const copy = trigger(attack, imageAt(training, victim), seed);
    rows.pixels.set(copy, (TRAINING + i) * PIXELS);
  });
  rows.labels.fill(attack.target, TRAINING);
  return { rows, victims, attack };
}

/** The training set with so many poisoned images in it: each takes the place of the image that it was made of. */
export function trainingLabels(
  { rows, victims, attack }: Poisonable,
  poisoned: number,
): TrainingLabels {
  const count = attack.kind === 'none' ? 0 : Math.min(poisoned, victims.length);
  const weights = new Float32Array(rows.count);
  weights.fill(1, 0, TRAINING);
  for (const victim of victims.slice(0, count)) weights[victim] = 0;
  weights.fill(1, TRAINING, TRAINING + count);
  const poison = Array.from({ length: count }, (_, i) => TRAINING + i);
  return { labels: rows.labels, weights, poison };
}

/** The attacked digit's held-out images, each with the trigger on it. */
export function triggered({ heldOut }: Split, attack: Attack, seed: number): Digits {
  const images = pick(heldOut, placesOf(heldOut, attack.source));
  for (let i = 0; i < images.count; i += 1) {
    images.pixels.set(trigger(attack, imageAt(images, i), seed), i * PIXELS);
  }
  return images;
}
