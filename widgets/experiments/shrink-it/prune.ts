/** Weights that are left out, the smallest first; and those that are left, trained on. */
import { seeded } from '#kit/numbers';
import { descend, rowOf, type Lessons, type Network } from '../../shared/network/network.ts';
import { placesIn } from './pack.ts';
import type { ShrinkSettings } from './params.ts';

/** The learning rate of the second training: small, for the network can read already. */
const RATE = 0.002;

/** What is left of a network before its weights are rounded. */
export interface Lean {
  readonly network: Network;
  readonly isKept: Uint8Array;
}

/** Which numbers of a network are there, 1 or 0: all biases, and all weights but a share of them, the smallest. */
export function keptOf(network: Network, share: number): Uint8Array {
  const { weights } = network;
  const places = placesIn(network);
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

/** Leaves weights out, and trains those that are left for as many steps as the whole network was, if it is asked. `pause` is awaited now and then, and may throw to end it. */
export async function leanOf(
  whole: Network,
  lessons: Lessons,
  { prune, retrain, seed }: ShrinkSettings,
  pause: () => Promise<void>,
): Promise<Lean> {
  const isKept = keptOf(whole, prune);
  if (prune === 0) return { network: whole, isKept };
  const network = pruned(whole, isKept);
  const { labels, versions } = lessons;
  const random = seeded(seed, 'trained on');
  const draw = () => rowOf(lessons, random.whole(labels.length), random.whole(versions.length));
  if (retrain === '1') await descend(network, draw, pause, { rate: RATE, isKept });
  return { network: { ...network, weights: network.weights.map(Math.fround) }, isKept };
}
