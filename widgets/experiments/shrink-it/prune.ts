/** Weights that are left out, the smallest first; and those that are left, trained on. */
import { range } from 'd3-array';
import { seeded } from '#kit/numbers';
import {
  BATCH,
  move,
  passOf,
  slopesOf,
  STEPS,
  type Descent,
  type Lessons,
  type Network,
} from '../../shared/network/network.ts';
import { layersOf } from './pack.ts';

/** The learning rate of the second training: small, for the network can read already. */
const RATE = 0.002;
/** Steps between two chances to stop. */
const BETWEEN = 50;

/** Which numbers of a network are there, 1 or 0: all biases, and all weights but a share of them, the smallest. */
export function keptOf(network: Network, share: number): Uint8Array {
  const { weights } = network;
  const places = layersOf(network).flatMap(({ from, inputs, outputs }) =>
    range(from, from + inputs * outputs),
  );
  const size = (place: number): number => Math.abs(weights[place] as number);
  const smallest = places.toSorted((a, b) => size(a) - size(b));
  const isKept = new Uint8Array(weights.length).fill(1);
  for (const place of smallest.slice(0, Math.round(share * places.length))) isKept[place] = 0;
  return isKept;
}

/** The network without what is left out. */
export function pruned({ features, hidden, weights }: Network, isKept: Uint8Array): Network {
  return { features, hidden, weights: weights.map((one, i) => (isKept[i] === 1 ? one : 0)) };
}

/** Trains what is left, in place, for as many steps as the whole network was trained. `pause` is awaited now and then, and may throw to end it. */
export async function trainOn(
  network: Network,
  isKept: Uint8Array,
  { features, versions, labels }: Lessons,
  seed: number,
  pause: () => Promise<void>,
): Promise<Network> {
  const room = (): Float64Array => new Float64Array(network.weights.length);
  const slopes = room();
  const descent: Descent = { means: room(), squares: room(), left: [1, 1] };
  const pass = passOf(network);
  const random = seeded(seed, 'trained on');
  for (let step = 0; step < STEPS; step += 1) {
    if (step % BETWEEN === 0) await pause();
    const batch = Array.from({ length: BATCH }, () => {
      const at = random.whole(labels.length);
      const rows = versions[random.whole(versions.length)] as Float64Array;
      return {
        row: rows.subarray(at * features, (at + 1) * features),
        label: labels[at] as number,
      };
    });
    slopesOf(network, batch, slopes, pass);
    // What is left out has no slope, and so it stays at 0.
    for (let i = 0; i < slopes.length; i += 1) if (isKept[i] === 0) slopes[i] = 0;
    move(network.weights, slopes, descent, RATE);
  }
  return network;
}
