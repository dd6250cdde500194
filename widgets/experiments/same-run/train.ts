/** A training, step by step, and what it answers after each epoch. */
import { seeded } from '#kit/numbers';
import type { Numbers } from '../../shared/network/layer.ts';
import { answersOf, move, passOf, slopesOf, type Descent } from '../../shared/network/network.ts';
import type { Recipe } from './recipe.ts';

/** Rows in a step. */
const BATCH = 32;

/** A training that has ended. */
export interface Trained {
  /** The loss of each step's batch, before the step. */
  readonly losses: readonly number[];
  readonly weights: Numbers;
  /** What it answers to each tested image, after each epoch. */
  readonly answers: readonly Uint8Array[];
}

/** Trains by a recipe, in place: batches of 32 rows, Adam. `told` is awaited after every epoch, and may throw to end it. */
export async function train(
  { features, pixels, labels, tested, network, orderOf, rateOf, isReversed }: Recipe,
  { seed, epochs }: { readonly seed: number; readonly epochs: number },
  told: (soFar: Trained) => Promise<void> = () => Promise.resolve(),
): Promise<Trained> {
  const { weights } = network;
  const room = (): Numbers => weights.slice().fill(0);
  const [slopes, pass] = [room(), passOf(network)];
  const descent: Descent = { means: room(), squares: room(), left: [1, 1] };
  const random = seeded(seed, orderOf);
  const soFar = { losses: [] as number[], weights, answers: [] as Uint8Array[] };
  for (let epoch = 1; epoch <= epochs; epoch += 1) {
    const order = random.order(labels.length);
    for (let from = 0; from < order.length; from += BATCH) {
      const batch = Array.from(order.subarray(from, from + BATCH), (at) => ({
        row: pixels.subarray(at * features, (at + 1) * features),
        label: labels[at] as number,
      }));
      if (isReversed) batch.reverse();
      soFar.losses.push(slopesOf(network, batch, slopes, pass));
      move(weights, slopes, descent, rateOf(epoch));
    }
    soFar.answers.push(answersOf(network, tested));
    await told(soFar);
  }
  return soFar;
}
