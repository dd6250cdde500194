/** A model packed into bytes, and unpacked again: what is shipped is what is tested. */
import { range } from 'd3-array';
import { KINDS } from '../../shared/digits/digits.ts';
import type { Network } from '../../shared/network/network.ts';
import { levelOf, outermost, stepFor } from './levels.ts';
import { FLOAT } from './lent.ts';
import type { ShrinkSettings } from './params.ts';

/** How weights are stored. */
export type Coding = Pick<ShrinkSettings, 'bits' | 'placing' | 'range'>;

/** One layer in a network's list: inputs x outputs weights, then a bias for each output. */
export interface Layer {
  readonly from: number;
  readonly inputs: number;
  readonly outputs: number;
}

/** What has to be known to unpack a model besides its bytes. */
export interface Shape extends Pick<Network, 'features' | 'hidden'>, Omit<Coding, 'range'> {
  /** Whether a bit for each weight says if it is there. */
  readonly hasMask: boolean;
}

/** A model on its way: its bytes, and how to read them. */
export interface Packed {
  readonly bytes: Uint8Array;
  readonly shape: Shape;
}

/** The layers of a network. */
export function layersOf({ features, hidden }: Pick<Network, 'features' | 'hidden'>): Layer[] {
  if (hidden === 0) return [{ from: 0, inputs: features, outputs: KINDS }];
  const second = (features + 1) * hidden;
  return [
    { from: 0, inputs: features, outputs: hidden },
    { from: second, inputs: hidden, outputs: KINDS },
  ];
}

/** The places of a layer's weights that share a range. */
export function rangesOf(
  { from, inputs, outputs }: Layer,
  { placing }: Pick<Coding, 'placing'>,
): number[][] {
  const end = from + inputs * outputs;
  if (placing === 'perLayer') return [range(from, end)];
  return range(from, from + outputs).map((first) => range(first, end, outputs));
}

/** Packs a network; `isKept` tells which weights are there, and the others are 0. */
export function pack(network: Network, isKept: Uint8Array, coding: Coding): Packed {
  const { bits, placing } = coding;
  const layers = layersOf(network);
  const weights = layers.flatMap((layer) => rangesOf(layer, { placing: 'perLayer' }).flat());
  const kept = weights.filter((place) => isKept[place] === 1).length;
  const isLess = kept * bits + weights.length < weights.length * bits;
  // Without a level at 0, what is left out cannot be told otherwise.
  const hasMask = kept < weights.length && (bits === 1 || isLess);
  const out = new Writer();
  for (const layer of layers) {
    const biases = layer.from + layer.inputs * layer.outputs;
    for (let i = 0; i < layer.outputs; i += 1) out.float(network.weights[biases + i] as number);
    for (const places of rangesOf(layer, coding)) {
      const own = places.filter((place) => isKept[place] === 1);
      const step = stepFor(
        Float64Array.from(own, (place) => network.weights[place] as number),
        coding,
      );
      if (bits < FLOAT) out.float(step);
      for (const place of places) {
        if (hasMask) out.bits(isKept[place] as number, 1);
        if (hasMask && isKept[place] === 0) continue;
        const weight = network.weights[place] as number;
        if (bits === FLOAT) out.float(weight);
        else out.bits(codeOf(levelOf(weight, step, bits), bits), bits);
      }
    }
  }
  const { features, hidden } = network;
  return { bytes: out.whole(), shape: { features, hidden, bits, placing, hasMask } };
}

/** Unpacks a model: the network that its bytes are. */
export function unpack({ bytes, shape }: Packed): Network {
  const { features, hidden, bits, hasMask } = shape;
  const layers = layersOf(shape);
  const last = layers.at(-1) as Layer;
  const weights = new Float64Array(last.from + (last.inputs + 1) * last.outputs);
  const from = new Reader(bytes);
  for (const layer of layers) {
    const biases = layer.from + layer.inputs * layer.outputs;
    for (let i = 0; i < layer.outputs; i += 1) weights[biases + i] = from.float();
    for (const places of rangesOf(layer, shape)) {
      const step = bits < FLOAT ? from.float() : 0;
      for (const place of places) {
        if (hasMask && from.bits(1) === 0) continue;
        weights[place] = bits === FLOAT ? from.float() : step * levelIn(from.bits(bits), bits);
      }
    }
  }
  return { features, hidden, weights };
}

/** Levels as whole numbers from 0 on. */
function codeOf(level: number, bits: number): number {
  return bits === 1 ? (level + 1) / 2 : level + outermost(bits);
}

function levelIn(code: number, bits: number): number {
  return bits === 1 ? 2 * code - 1 : code - outermost(bits);
}

/** Writes numbers one after another, whatever their bits. */
class Writer {
  #bytes: number[] = [];
  #free = 0;

  bits(value: number, count: number): void {
    for (let bit = count - 1; bit >= 0; bit -= 1) {
      if (this.#free === 0) {
        this.#bytes.push(0);
        this.#free = 8;
      }
      this.#free -= 1;
      const last = this.#bytes.length - 1;
      this.#bytes[last] = (this.#bytes[last] as number) | (((value >>> bit) & 1) << this.#free);
    }
  }

  float(value: number): void {
    const view = new DataView(new ArrayBuffer(4));
    view.setFloat32(0, value);
    this.bits(view.getUint32(0), 32);
  }

  whole(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}

/** Reads them again. */
class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  bits(count: number): number {
    let value = 0;
    for (let i = 0; i < count; i += 1, this.#at += 1) {
      const byte = this.#bytes[this.#at >> 3] ?? 0;
      value = 2 * value + ((byte >> (7 - (this.#at & 7))) & 1);
    }
    return value;
  }

  float(): number {
    const view = new DataView(new ArrayBuffer(4));
    view.setUint32(0, this.bits(32));
    return view.getFloat32(0);
  }
}
