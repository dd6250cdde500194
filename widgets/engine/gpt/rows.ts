/** What a transformer does to its rows of numbers besides products, and the way back: norms, rectifiers, chances. */

/** So that a row of zeros is not divided by 0. */
const LEAST = 1e-5;

/** One over the root of the mean of a row's squares. */
function scaleOf(numbers: Float32Array, at: number, width: number): number {
  let squares = 0;
  for (let x = at; x < at + width; x += 1) squares += (numbers[x] as number) ** 2;
  return 1 / Math.sqrt(squares / width + LEAST);
}

/** Each row of `from` divided by the root of the mean of its squares (RMS norm; Zhang and Sennrich 2019). */
export function normalise(
  numbers: Float32Array,
  to: number,
  from: number,
  rows: number,
  width: number,
): void {
  for (let row = 0; row < rows; row += 1) {
    const [is, at] = [from + row * width, to + row * width];
    const scale = scaleOf(numbers, is, width);
    for (let x = 0; x < width; x += 1) numbers[at + x] = (numbers[is + x] as number) * scale;
  }
}

/** Adds to `to` the slopes in the rows of `stream`, from those in `norm`, what came of them, which stand in `off`. */
export function normaliseBack(
  numbers: Float32Array,
  { to, off, norm, stream }: Readonly<Record<'to' | 'off' | 'norm' | 'stream', number>>,
  rows: number,
  width: number,
): void {
  for (let row = 0; row < rows; row += 1) {
    const at = row * width;
    const scale = scaleOf(numbers, stream + at, width);
    let along = 0;
    for (let x = at; x < at + width; x += 1)
      along += (numbers[off + x] as number) * (numbers[norm + x] as number);
    along /= width;
    for (let x = at; x < at + width; x += 1)
      numbers[to + x] =
        (numbers[to + x] as number) +
        scale * ((numbers[off + x] as number) - along * (numbers[norm + x] as number));
  }
}

/** Negative numbers become 0 (ReLU). */
export function rectify(numbers: Float32Array, at: number, count: number): void {
  for (let x = at; x < at + count; x += 1) if ((numbers[x] as number) < 0) numbers[x] = 0;
}

/** Scores become chances, which come to 1. */
export function softmax(numbers: Float32Array | Float64Array, at: number, count: number): void {
  let most = -Infinity;
  for (let x = at; x < at + count; x += 1) most = Math.max(most, numbers[x] as number);
  let sum = 0;
  for (let x = at; x < at + count; x += 1) {
    const value = Math.exp((numbers[x] as number) - most);
    numbers[x] = value;
    sum += value;
  }
  for (let x = at; x < at + count; x += 1) numbers[x] = (numbers[x] as number) / sum;
}
