/** A model packed into bytes, and unpacked again: what is shipped is what is tested. */
import { range, sum } from 'd3-array';
import { KINDS } from '../../shared/digits/digits.ts';
import type { Network } from '../../shared/network/network.ts';
import { gapOf, levelOf, outermost, stepFor } from './levels.ts';
import { FLOAT } from './lent.ts';
import type { ShrinkSettings } from './params.ts';

/** How weights are stored. */
export type Coding = Pick<ShrinkSettings, 'bits' | 'placing' | 'range'>;

/** One layer in a network's list: inputs x outputs weights, then a bias for each output; and the places of both. */
export interface Layer {
  readonly from: number;
  readonly inputs: number;
  readonly outputs: number;
  readonly weights: readonly number[];
  readonly biases: readonly number[];
}

/** A model on its way: its bytes, and what has to be known to unpack them. */
export interface Packed extends Pick<Network, 'features' | 'hidden'>, Omit<Coding, 'range'> {
  readonly bytes: Uint8Array;
  /** Whether a bit for each weight says if it is there. */
  readonly hasMask: boolean;
}

/** The layers of a network. */
export function layersOf({ features, hidden }: Pick<Network, 'features' | 'hidden'>): Layer[] {
  const layerAt = (from: number, inputs: number, outputs: number): Layer => {
    const biases = range(from + inputs * outputs, from + (inputs + 1) * outputs);
    return { from, inputs, outputs, weights: range(from, from + inputs * outputs), biases };
  };
  if (hidden === 0) return [layerAt(0, features, KINDS)];
  return [layerAt(0, features, hidden), layerAt((features + 1) * hidden, hidden, KINDS)];
}

/** The places of all weights. */
export function placesIn(network: Network): number[] {
  return layersOf(network).flatMap(({ weights }) => weights);
}

type Places = readonly number[];

/** The places of a layer's weights that share a range. */
export function rangesOf({ outputs, weights }: Layer, placing: Coding['placing']): Places[] {
  if (placing === 'perLayer') return [weights];
  return range(outputs).map((unit) => weights.filter((_, i) => i % outputs === unit));
}

/** Those of some weights that are there. */
export function valuesAt({ weights }: Network, isKept: Uint8Array, places: Places): number[] {
  return places.flatMap((place) => (isKept[place] === 1 ? [weights[place] as number] : []));
}

/** Packs a network; `isKept` tells which weights are there, and the others are 0. */
export function pack(network: Network, isKept: Uint8Array, coding: Coding): Packed {
  const { features, hidden, weights } = network;
  const { bits, placing } = coding;
  const all = placesIn(network);
  const kept = valuesAt(network, isKept, all).length;
  const isLess = kept * bits + all.length < all.length * bits;
  // Without a level at 0, what is left out cannot be told otherwise.
  const hasMask = kept < all.length && (bits === 1 || isLess);
  const out = writer();
  for (const layer of layersOf(network)) {
    for (const place of layer.biases) out.float(weights[place] as number);
    for (const places of rangesOf(layer, placing)) {
      const step = stepFor(valuesAt(network, isKept, places), coding);
      if (bits < FLOAT) out.float(step);
      if (hasMask) for (const place of places) out.bits(isKept[place] as number, 1);
      for (const place of places) {
        const weight = weights[place] as number;
        if (hasMask && isKept[place] === 0) continue;
        if (bits === FLOAT) out.float(weight);
        else out.bits((levelOf(weight, step, bits) + outermost(bits)) / gapOf(bits), bits);
      }
    }
  }
  return { bytes: out.bytes(), features, hidden, bits, placing, hasMask };
}

/** Unpacks a model: the network that its bytes are. */
export function unpack({ bytes, features, hidden, bits, placing, hasMask }: Packed): Network {
  const layers = layersOf({ features, hidden });
  const weights = new Float64Array(sum(layers, ({ inputs, outputs }) => (inputs + 1) * outputs));
  const from = reader(bytes);
  for (const layer of layers) {
    for (const place of layer.biases) weights[place] = from.float();
    for (const places of rangesOf(layer, placing)) {
      const step = bits < FLOAT ? from.float() : 0;
      const level = (): number => from.bits(bits) * gapOf(bits) - outermost(bits);
      for (const place of hasMask ? places.filter(() => from.bits(1) === 1) : places)
        weights[place] = bits === FLOAT ? from.float() : step * level();
    }
  }
  return { features, hidden, weights };
}

const FOUR_BYTES = new DataView(new ArrayBuffer(4));

/** Writes numbers one after another, whatever their bits. */
function writer() {
  const written: number[] = [];
  const bits = (value: number, count: number): void => {
    for (let bit = count - 1; bit >= 0; bit -= 1) written.push((value >>> bit) & 1);
  };
  const float = (value: number): void => {
    FOUR_BYTES.setFloat32(0, value);
    bits(FOUR_BYTES.getUint32(0), 32);
  };
  const byteAt = (at: number): number =>
    range(8).reduce((byte, i) => 2 * byte + (written[at + i] ?? 0), 0);
  return { bits, float, bytes: () => Uint8Array.from(range(0, written.length, 8), byteAt) };
}

/** Reads them again. */
function reader(bytes: Uint8Array) {
  let at = 0;
  const bits = (count: number): number => {
    let value = 0;
    for (const end = at + count; at < end; at += 1)
      value = 2 * value + (((bytes[at >> 3] as number) >> (7 - (at & 7))) & 1);
    return value;
  };
  const float = (): number => {
    FOUR_BYTES.setUint32(0, bits(32));
    return FOUR_BYTES.getFloat32(0);
  };
  return { bits, float };
}
