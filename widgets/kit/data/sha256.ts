/** SHA-256 (FIPS 180-4), because `crypto.subtle` is missing where a page comes over plain http in a local network. */

/** The square or cube roots of the first primes, their first 32 bits after the point. */
function roots(count: number, power: number): Uint32Array {
  const words = new Uint32Array(count);
  let found = 0;
  for (let n = 2; found < count; n += 1) {
    let isPrime = true;
    for (let d = 2; d * d <= n; d += 1) isPrime = isPrime && n % d !== 0;
    if (!isPrime) continue;
    words[found] = (n ** power % 1) * 2 ** 32;
    found += 1;
  }
  return words;
}
const START = roots(8, 1 / 2);
const ROUND = roots(64, 1 / 3);
const turn = (x: number, by: number): number => (x >>> by) | (x << (32 - by));

/** Bytes of one step: less than ten milliseconds of work on a slow telephone. */
const STEP = 32_768;

/** The hash of the bytes as 64 hexadecimal digits. */
export function sha256(bytes: Uint8Array): string {
  const steps = sha256InSteps(bytes);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** The same in steps of 32,768 bytes, for a thread on which others wait: it may pause at each `yield`. */
export function* sha256InSteps(bytes: Uint8Array): Generator<undefined, string> {
  const padded = new Uint8Array((((bytes.length + 8) >> 6) + 1) * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setBigUint64(padded.length - 8, BigInt(bytes.length) * 8n);
  const state = START.slice();
  for (let from = 0; from < padded.length; from += STEP) {
    if (from > 0) yield;
    compressAll(state, view, from, Math.min(from + STEP, padded.length));
  }
  return [...state].map((word) => word.toString(16).padStart(8, '0')).join('');
}

function compressAll(state: Uint32Array, view: DataView, from: number, to: number): void {
  const words = new Uint32Array(64);
  for (let at = from; at < to; at += 64) {
    for (let i = 0; i < 16; i += 1) words[i] = view.getUint32(at + i * 4);
    compress(state, words);
  }
}

/** One block: the first 16 words are given, the other 48 follow from them. */
function compress(state: Uint32Array, w: Uint32Array): void {
  for (let i = 16; i < 64; i += 1) {
    const early = w[i - 15] as number;
    const late = w[i - 2] as number;
    const small = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3);
    const large = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10);
    w[i] = (w[i - 16] as number) + small + (w[i - 7] as number) + large;
  }
  let [a, b, c, d, e, f, g, h] = [...state] as Eight;
  for (let i = 0; i < 64; i += 1) {
    const choice = (e & f) ^ (~e & g);
    const big = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const first = (h + big + choice + (ROUND[i] as number) + (w[i] as number)) | 0;
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const second = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + majority;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  for (const [i, value] of [a, b, c, d, e, f, g, h].entries()) {
    state[i] = (state[i] as number) + value;
  }
}
type Eight = [number, number, number, number, number, number, number, number];
