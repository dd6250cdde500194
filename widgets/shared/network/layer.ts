/** The layers of a network in plain loops: most of an image is paper, and paper costs nothing here. */

/** Numbers that a network is kept in: their precision is that of every sum which is stored in them. */
export type Numbers = Float32Array | Float64Array;

/** What is not 0 of the inputs of a layer, or of one input in all rows of a batch, and where the numbers that it is multiplied by begin. */
const amounts = new Float64Array(1000);
const begins = new Int32Array(1000);

/** A stretch of numbers: where it begins in them. */
interface Stretch {
  readonly numbers: Numbers;
  readonly at: number;
}

/**
 * Sums of the first `count` amounts, each times its own number of `factors`, beginning with what stands in `first`. Four at a
 * time are held until they are whole, and precise and short numbers have loops of their own: together in a third of the time.
 */
function addUp(
  count: number,
  factors: Numbers,
  outputs: number,
  first: Stretch,
  sums: Stretch,
): void {
  // Of shorter numbers each step is to be rounded.
  const isShort = sums.numbers instanceof Float32Array;
  let i = 0;
  for (; i + 3 < outputs; i += 4) {
    let a = first.numbers[first.at + i] as number;
    let b = first.numbers[first.at + i + 1] as number;
    let c = first.numbers[first.at + i + 2] as number;
    let d = first.numbers[first.at + i + 3] as number;
    if (isShort) {
      for (let k = 0; k < count; k += 1) {
        const value = amounts[k] as number;
        const from = (begins[k] as number) + i;
        a = Math.fround(a + value * (factors[from] as number));
        b = Math.fround(b + value * (factors[from + 1] as number));
        c = Math.fround(c + value * (factors[from + 2] as number));
        d = Math.fround(d + value * (factors[from + 3] as number));
      }
    } else {
      for (let k = 0; k < count; k += 1) {
        const value = amounts[k] as number;
        const from = (begins[k] as number) + i;
        a += value * (factors[from] as number);
        b += value * (factors[from + 1] as number);
        c += value * (factors[from + 2] as number);
        d += value * (factors[from + 3] as number);
      }
    }
    sums.numbers[sums.at + i] = a;
    sums.numbers[sums.at + i + 1] = b;
    sums.numbers[sums.at + i + 2] = c;
    sums.numbers[sums.at + i + 3] = d;
  }
  for (; i < outputs; i += 1) {
    let sum = first.numbers[first.at + i] as number;
    for (let k = 0; k < count; k += 1) {
      sum += (amounts[k] as number) * (factors[(begins[k] as number) + i] as number);
      if (isShort) sum = Math.fround(sum);
    }
    sums.numbers[sums.at + i] = sum;
  }
}

/** Weighted sums of a layer that begins at `from`: inputs x outputs, then the biases. */
export function weighted(
  weights: Numbers,
  from: number,
  inputs: number,
  outputs: number,
  row: Numbers,
  sums: Numbers,
): void {
  let count = 0;
  for (let input = 0; input < inputs; input += 1) {
    const value = row[input] as number;
    if (value === 0) continue;
    amounts[count] = value;
    begins[count] = from + input * outputs;
    count += 1;
  }
  const biases = { numbers: weights, at: from + inputs * outputs };
  addUp(count, weights, outputs, biases, { numbers: sums, at: 0 });
}

/** The slopes of a layer: over the rows of a batch, the inputs times the slopes of its sums, which are rows x outputs. */
export function slopesOfLayer(
  slopes: Numbers,
  from: number,
  inputs: number,
  outputs: number,
  rows: readonly Numbers[],
  inSums: Numbers,
): void {
  for (let input = 0; input <= inputs; input += 1) {
    let count = 0;
    for (let row = 0; row < rows.length; row += 1) {
      // The last is the bias, whose input is always 1.
      const value = input < inputs ? ((rows[row] as Numbers)[input] as number) : 1;
      if (value === 0) continue;
      amounts[count] = value;
      begins[count] = row * outputs;
      count += 1;
    }
    const own = { numbers: slopes, at: from + input * outputs };
    if (count > 0) addUp(count, inSums, outputs, own, own);
  }
}
