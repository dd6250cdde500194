/** The nearest neighbour: a new image gets the label of the labelled one that is most like it. It learns nothing, and looks everything up. */
import { KINDS } from '../../shared/digits/digits.ts';
import type { Lessons } from '../../shared/network/network.ts';

/** Labelled rows between two chances to stop. */
const BETWEEN = 25;

/**
 * Shares of wrong answers as labels come, in the order of the rows: one for each of `sizes`, rising, told as it is known. The tested rows lie
 * one after the other. `pause` is awaited now and then, and may throw to end it.
 */
export async function neighbourErrors(
  { features, versions, labels }: Lessons,
  tested: { readonly rows: Float64Array; readonly labels: Uint8Array },
  sizes: readonly number[],
  pause: () => Promise<void>,
  told: (size: number, error: number) => Promise<void>,
): Promise<void> {
  const count = tested.labels.length;
  const inked = inkOf(tested.rows, features);
  const nearest = new Float64Array(count).fill(Infinity);
  const answers = new Uint8Array(count).fill(KINDS);
  let next = 0;
  for (const size of sizes) {
    for (; next < size; next += 1) {
      if (next % BETWEEN === 0) await pause();
      for (const version of versions) {
        const row = version.subarray(next * features, (next + 1) * features);
        compare(row, labels[next] as number, inked, nearest, answers);
      }
    }
    await told(size, shareWrong(answers, tested.labels));
  }
}

/** The share of wrong answers. */
export function shareWrong(answers: Uint8Array, right: Uint8Array): number {
  return answers.filter((answer, i) => answer !== right[i]).length / right.length;
}

/** Where rows are not 0, and what they are there: most of an image is paper. */
interface Inked {
  /** Where each row begins, and where the last one ends. */
  readonly starts: Int32Array;
  readonly places: Int32Array;
  readonly values: Float64Array;
}

function inkOf(rows: Float64Array, features: number): Inked {
  const places: number[] = [];
  const values: number[] = [];
  const starts = new Int32Array(rows.length / features + 1);
  rows.forEach((value, at) => {
    if (at % features === 0) starts[at / features] = places.length;
    if (value === 0) return;
    places.push(at % features);
    values.push(value);
  });
  starts[rows.length / features] = places.length;
  return { starts, places: Int32Array.from(places), values: Float64Array.from(values) };
}

/** A labelled row becomes the neighbour of those it is nearer to than any before. Squared distance, less what is the same for all labelled rows. */
function compare(
  row: Float64Array,
  label: number,
  { starts, places, values }: Inked,
  nearest: Float64Array,
  answers: Uint8Array,
): void {
  const own = row.reduce((sum, value) => sum + value * value, 0);
  for (let i = 0; i < nearest.length; i += 1) {
    const end = starts[i + 1] as number;
    let common = 0;
    for (let at = starts[i] as number; at < end; at += 1)
      common += (values[at] as number) * (row[places[at] as number] as number);
    const distance = own - 2 * common;
    if (distance >= (nearest[i] as number)) continue;
    nearest[i] = distance;
    answers[i] = label;
  }
}
