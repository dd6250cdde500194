/**
 * Matrix products in 32 bits, as WebAssembly that is written here, byte by byte: four numbers at a time (SIMD), four rows and
 * eight columns of the result in registers. No operation of it is left to the machine: the same numbers give the same bits in
 * every browser. Where there is no SIMD, a loop does the same, and a training takes some thirteen times as long.
 */

/** Numbers that a product reads and writes: of one memory, from `at` on; `row` and `column` are how many numbers lie from one to the next. */
export interface Matrix {
  readonly at: number;
  readonly row: number;
  readonly column?: number;
}

export interface Products {
  /** All numbers that there are room for. */
  readonly numbers: Float32Array;
  readonly engine: 'own SIMD' | 'typed arrays';
  /** Adds to c (m x n) the product of a (m x k) and b (k x n). The columns of b and c lie one beside the other, and n is a multiple of 8. */
  add(c: Matrix, a: Matrix, b: Matrix, m: number, k: number, n: number): void;
}

/** Products over a memory of so many numbers. `isPlain` asks for the loop. */
export function productsOver(count: number, isPlain = false): Products {
  // Some have turned it off.
  if (isPlain || typeof WebAssembly === 'undefined' || !WebAssembly.validate(BYTES)) {
    const numbers = new Float32Array(count);
    return { numbers, engine: 'typed arrays', add: plainly(numbers) };
  }
  const memory = new WebAssembly.Memory({ initial: Math.ceil((4 * count) / 65_536) });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(BYTES), { m: { m: memory } });
  const product = exports['p'] as (...sizes: readonly number[]) => void;
  return {
    numbers: new Float32Array(memory.buffer),
    engine: 'own SIMD',
    add: (c, a, b, m, k, n) => {
      if (m === 0 || k === 0 || n === 0) return;
      const bytes = [a.at, a.row, a.column ?? 1, b.at, b.row, c.at, c.row].map((one) => 4 * one);
      product(...bytes, m, k, n);
    },
  };
}

const plainly =
  (numbers: Float32Array): Products['add'] =>
  (c, a, b, m, k, n) => {
    const step = a.column ?? 1;
    for (let i = 0; i < m; i += 1) {
      const [to, from] = [c.at + i * c.row, a.at + i * a.row];
      for (let p = 0; p < k; p += 1) {
        const factor = numbers[from + p * step] as number;
        const other = b.at + p * b.row;
        for (let j = 0; j < n; j += 1)
          numbers[to + j] = (numbers[to + j] as number) + factor * (numbers[other + j] as number);
      }
    }
  };

// ── The bytes (WebAssembly Core Specification 2.0, chapter 5) ───────────────────────────────────────────────────────

const [I32, V128] = [0x7f, 0x7b];
const [GET, SET, ADD, SUB, CONST] = [0x20, 0x21, 0x6a, 0x6b, 0x41];
const [LOOP, BLOCK, EMPTY, AGAIN, LEAVE, END] = [0x03, 0x02, 0x40, 0x0d, 0x0d, 0x0b];
const LESS = 0x48; // i32.lt_s

/** An unsigned number in LEB128; of a signed one below 64 the bytes are the same. */
function leb(value: number): number[] {
  const [low, high] = [value & 127, value >>> 7];
  return high === 0 ? [low] : [low | 128, ...leb(high)];
}
const simd = (code: number, ...rest: number[]): number[] => [0xfd, ...leb(code), ...rest];
const loaded = (offset: number): number[] => simd(0, 2, ...leb(offset));
const stored = (offset: number): number[] => simd(11, 2, ...leb(offset));
const SPLAT = simd(9, 2, 0);
const [F32X4_ADD, F32X4_MUL] = [simd(0xe4, 1).slice(0, -1), simd(0xe6, 1).slice(0, -1)];
const ZERO = simd(12, ...Array.from({ length: 16 }, () => 0));

const names = ['a', 'ra', 'ca', 'b', 'rb', 'c', 'rc', 'm', 'k', 'n'] as const;
const counters = ['ai', 'ci', 'i', 'p', 'pb', 'pa0', 'pa1', 'pa2', 'pa3'] as const;
const vectors = ['b0', 'b1', ...[0, 1, 2, 3].flatMap((r) => [`s${r}0`, `s${r}1`])];
const place = new Map([...names, ...counters, ...vectors].map((name, i) => [name, i]));
const get = (name: string): number[] => [GET, ...leb(place.get(name) as number)];
const set = (name: string, ...value: number[]): number[] => [
  ...value,
  SET,
  ...leb(place.get(name) as number),
];
const plus = (name: string, ...value: number[]): number[] => set(name, ...get(name), ...value, ADD);
const number = (value: number): number[] => [CONST, ...leb(value)];

/** While `name` is at least `least`. */
const whileLeft = (name: string, least: number, ...body: number[]): number[] => [
  ...[BLOCK, EMPTY, LOOP, EMPTY],
  ...[...get(name), ...number(least), LESS, LEAVE, 1],
  ...body,
  ...[...number(1), AGAIN, 0, END, END],
];

/** So many rows of c, eight columns wide: their sums stay in registers until k is through. */
function rowsOfC(rows: number): number[] {
  const all = [0, 1, 2, 3].slice(0, rows);
  const halves = all.flatMap((r) => [0, 1].map((h) => [r, h] as const));
  const times = (name: string, count: number): number[] =>
    Array.from({ length: count }, () => [...get(name), ADD]).flat();
  const sum = ([r, h]: readonly [number, number]): string => `s${r}${h}`;
  return whileLeft(
    'i',
    rows,
    ...halves.flatMap((one) => set(sum(one), ...ZERO)),
    ...all.flatMap((r) => set(`pa${r}`, ...get('ai'), ...times('ra', r))),
    ...[...set('pb', ...get('b')), ...set('p', ...get('k'))],
    ...[LOOP, EMPTY],
    ...[...set('b0', ...get('pb'), ...loaded(0)), ...set('b1', ...get('pb'), ...loaded(16))],
    ...all.flatMap((r) => [
      ...[0, 1].flatMap((h) =>
        set(
          sum([r, h]),
          ...[...get(sum([r, h])), ...get(`pa${r}`), ...SPLAT, ...get(`b${h}`)],
          ...[...F32X4_MUL, ...F32X4_ADD],
        ),
      ),
      ...plus(`pa${r}`, ...get('ca')),
    ]),
    ...plus('pb', ...get('rb')),
    ...set('p', ...get('p'), ...number(1), SUB),
    ...[...get('p'), AGAIN, 0, END],
    ...all.flatMap((r) => [
      ...[0, 1].flatMap((h) => [
        ...[...get('ci'), ...get('ci'), ...loaded(16 * h), ...get(sum([r, h]))],
        ...[...F32X4_ADD, ...stored(16 * h)],
      ]),
      ...plus('ci', ...get('rc')),
    ]),
    ...set('ai', ...get('ai'), ...times('ra', rows)),
    ...set('i', ...get('i'), ...number(rows), SUB),
  );
}

const CODE = [
  ...whileLeft(
    'n',
    8,
    ...[...set('ai', ...get('a')), ...set('ci', ...get('c')), ...set('i', ...get('m'))],
    ...[...rowsOfC(4), ...rowsOfC(2), ...rowsOfC(1)],
    ...[...plus('b', ...number(32)), ...plus('c', ...number(32))],
    ...set('n', ...get('n'), ...number(8), SUB),
  ),
  END,
];

const sized = (bytes: readonly number[]): number[] => [...leb(bytes.length), ...bytes];
const section = (id: number, ...bytes: number[]): number[] => [id, ...sized(bytes)];
const text = (letters: string): number[] => sized([...letters].map((one) => one.charCodeAt(0)));

const BYTES = Uint8Array.from([
  ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  ...section(1, 1, 0x60, ...sized(names.map(() => I32)), 0),
  ...section(2, 1, ...text('m'), ...text('m'), 2, 0, 1),
  ...section(3, 1, 0),
  ...section(7, 1, ...text('p'), 0, 0),
  ...section(
    10,
    1,
    ...sized([2, ...leb(counters.length), I32, ...leb(vectors.length), V128, ...CODE]),
  ),
]);
