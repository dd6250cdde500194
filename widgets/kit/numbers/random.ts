/** Seeded random numbers: the same seed gives the same stream on every machine. */

/** A stream of numbers. Integer arithmetic only, so that every engine agrees bit for bit. */
export interface Random {
  /** Uniform on (0, 1): never 0, so its logarithm is finite. */
  readonly uniform: () => number;
  /** A whole number from 0 to `below` - 1. */
  readonly whole: (below: number) => number;
  /** Exponential with the given mean. */
  readonly exponential: (mean: number) => number;
  /** Standard normal, by the polar method. */
  readonly normal: () => number;
  /** A random order of 0 to `count` - 1 (Fisher and Yates). */
  readonly order: (count: number) => Int32Array;
}

/**
 * A stream from a seed and a name: streams of different names are independent, so that a change in one part of a model
 * does not disturb the numbers of another. Generator: sfc32 (Doty-Humphrey), seeded by splitmix-style mixing.
 */
export function seeded(seed: number, name = ''): Random {
  let state = mix(Math.trunc(seed) | 0, 0x9e3779b9);
  for (let i = 0; i < name.length; i += 1) state = mix(state, name.charCodeAt(i));
  let a = mix(state, 1);
  let b = mix(state, 2);
  let c = mix(state, 3);
  let counter = 1;
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return sum >>> 0;
  };
  for (let i = 0; i < 12; i += 1) next();
  // 52 random bits and a half step: strictly between 0 and 1.
  const uniform = (): number => ((next() >>> 6) * 67108864 + (next() >>> 6) + 0.5) / 2 ** 52;
  const whole = (below: number): number => Math.floor(uniform() * below);
  return {
    uniform,
    whole,
    exponential: (mean) => -mean * Math.log(uniform()),
    normal: () => {
      for (;;) {
        const x = 2 * uniform() - 1;
        const y = 2 * uniform() - 1;
        const square = x * x + y * y;
        if (square < 1 && square > 0) return x * Math.sqrt((-2 * Math.log(square)) / square);
      }
    },
    order: (count) => {
      const list = Int32Array.from({ length: count }, (_, i) => i);
      for (let i = count - 1; i > 0; i -= 1) {
        const j = whole(i + 1);
        const held = list[i] as number;
        list[i] = list[j] as number;
        list[j] = held;
      }
      return list;
    },
  };
}

function mix(state: number, value: number): number {
  let z = (state ^ Math.imul(value + 0x7f4a7c15, 0x85ebca6b)) | 0;
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return (z ^ (z >>> 15)) | 0;
}
