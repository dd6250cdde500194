/** Back-propagation of weighted cross-entropy written out with plain loops, in double precision. */
import type { Targets, NetworkSize } from '../../../widgets/engine/pure/targets.ts';

interface Given {
  readonly inputs: Float32Array;
  readonly order: Int32Array;
  readonly targets: readonly Targets[];
  /** models x units x (features + 1); the last are biases. */
  readonly first: Float32Array;
  /** models x (hidden + 1) x classes. */
  readonly second: Float32Array;
}

/** The slopes of each layer, laid out as the layer is; `NaN` for the units that are always 1, which do not learn. */
export function slopesByHand(size: NetworkSize, given: Given): Float64Array[] {
  const first = new Float64Array(given.first.length);
  const second = new Float64Array(given.second.length);
  given.targets.forEach((_, model) => addModel(size, given, model, first, second));
  return size.hidden === 0 ? [first] : [first, second];
}

function addModel(
  { features, hidden, classes }: NetworkSize,
  { inputs, order, targets, first, second }: Given,
  model: number,
  slopes1: Float64Array,
  slopes2: Float64Array,
): void {
  const { labels, weights } = targets[model] as Targets;
  const units = hidden === 0 ? classes : hidden + 1;
  const at1 = (i: number, unit: number): number => (model * units + unit) * (features + 1) + i;
  const at2 = (unit: number, kind: number): number =>
    (model * (hidden + 1) + unit) * classes + kind;
  const sum = [...order].reduce((total, row) => total + (weights[row] as number), 0);
  for (const row of order) {
    const x = [...inputs.subarray(row * features, (row + 1) * features), 1];
    const side = Array.from({ length: units }, (_, j) =>
      x.reduce((total, value, i) => total + value * (first[at1(i, j)] as number), 0),
    );
    const values = side.map((value) => Math.max(0, value));
    const scores =
      hidden === 0
        ? side
        : Array.from({ length: classes }, (_, k) =>
            values.reduce((total, value, j) => total + value * (second[at2(j, k)] as number), 0),
          );
    const powers = scores.map(Math.exp);
    const total = powers.reduce((a, b) => a + b, 0);
    const off = powers.map(
      (power, k) =>
        ((power / total - (labels[row] === k ? 1 : 0)) * (weights[row] as number)) / sum,
    );
    const back = side.map((value, j) => {
      if (hidden === 0) return off[j] as number;
      if (j === hidden) return Number.NaN;
      if (value <= 0) return 0;
      return off.reduce((all, slope, k) => all + slope * (second[at2(j, k)] as number), 0);
    });
    back.forEach((slope, j) =>
      x.forEach((value, i) => {
        const at = at1(i, j);
        slopes1[at] = (slopes1[at] as number) + slope * value;
      }),
    );
    if (hidden === 0) continue;
    values.forEach((value, j) =>
      off.forEach((slope, k) => {
        const at = at2(j, k);
        slopes2[at] = (slopes2[at] as number) + slope * value;
      }),
    );
  }
}
