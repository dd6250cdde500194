/** Weights that are left out, the smallest first; and those that are left, trained on. */
import { range } from 'd3-array';
import { seeded } from '#kit/numbers';
import { descend, rowOf, type Lessons, type Network } from '../../shared/network/network.ts';
import { layersOf } from './pack.ts';

/** The learning rate of the second training: small, for the network can read already. */
const RATE = 0.002;

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
export function trainOn(
  network: Network,
  isKept: Uint8Array,
  lessons: Lessons,
  seed: number,
  pause: () => Promise<void>,
): Promise<Network> {
  const random = seeded(seed, 'trained on');
  const { labels, versions } = lessons;
  const draw = () => rowOf(lessons, random.whole(labels.length), random.whole(versions.length));
  return descend(network, draw, pause, { rate: RATE, isKept });
}
