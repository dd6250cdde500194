/** What a transformer does to its rows of numbers besides products, and the way back: norms, attention, chances. */

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

/** One head of one character: where its numbers lie. */
export interface Head {
  /** Its query; the first key and the first value that it looks at; and how far it is from one to the next. */
  readonly query: number;
  readonly key: number;
  readonly value: number;
  readonly stride: number;
  /** Where it is kept how much it takes of each; -1: nowhere. */
  readonly share: number;
  /** What it finds: the values, each by its share. */
  readonly found: number;
  /** Characters that it looks back on, and numbers of a query. */
  readonly count: number;
  readonly part: number;
}

let scratch = new Float64Array(256);
/** Room for a number of each character that is looked at. */
function roomFor(count: number): Float64Array {
  if (scratch.length < count) scratch = new Float64Array(2 * count);
  return scratch;
}

/** The nearer a key is to the query, the more is taken of its value; `into` takes what is found. */
export function attend(
  numbers: Float32Array,
  { query, key, value, stride, share, found, count, part }: Head,
  into = numbers,
): void {
  const shares = roomFor(count);
  const scale = 1 / Math.sqrt(part);
  let most = -Infinity;
  for (let j = 0; j < count; j += 1) {
    const at = key + j * stride;
    let near = 0;
    for (let x = 0; x < part; x += 1)
      near += (numbers[query + x] as number) * (numbers[at + x] as number);
    shares[j] = near * scale;
    most = Math.max(most, near * scale);
  }
  let sum = 0;
  for (let j = 0; j < count; j += 1) {
    shares[j] = Math.exp((shares[j] as number) - most);
    sum += shares[j] as number;
  }
  for (let x = 0; x < part; x += 1) into[found + x] = 0;
  for (let j = 0; j < count; j += 1) {
    const taken = (shares[j] as number) / sum;
    if (share >= 0) numbers[share + j] = taken;
    const at = value + j * stride;
    for (let x = 0; x < part; x += 1)
      into[found + x] = (into[found + x] as number) + taken * (numbers[at + x] as number);
  }
}

/** From the slopes in what was found, which stand in `found`, to those in query, keys and values: they are added `shift` behind these. */
export function attendBack(numbers: Float32Array, head: Head, shift: number): void {
  const { query, key, value, stride, share, found, count, part } = head;
  const slopes = roomFor(count);
  let mean = 0;
  for (let j = 0; j < count; j += 1) {
    const at = value + j * stride;
    const taken = numbers[share + j] as number;
    let along = 0;
    for (let x = 0; x < part; x += 1) {
      const slope = numbers[found + x] as number;
      const to = shift + at + x;
      along += slope * (numbers[at + x] as number);
      numbers[to] = (numbers[to] as number) + taken * slope;
    }
    slopes[j] = along;
    mean += taken * along;
  }
  for (let j = 0; j < count; j += 1) {
    const at = key + j * stride;
    const slope =
      ((numbers[share + j] as number) * ((slopes[j] as number) - mean)) / Math.sqrt(part);
    for (let x = 0; x < part; x += 1) {
      const [q, k] = [shift + query + x, shift + at + x];
      numbers[q] = (numbers[q] as number) + slope * (numbers[at + x] as number);
      numbers[k] = (numbers[k] as number) + slope * (numbers[query + x] as number);
    }
  }
}

/** Scores become chances, which come to 1. */
export function softmax(numbers: Float32Array, at: number, count: number): void {
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
