/** What the bench of sweeps trains: a model for each value, all on the same rows, two epochs of batches of 32, as a lesson's spread has them. */
import { seeded, type Random } from '../../widgets/kit/numbers/random.ts';
import type { Targets } from '../../widgets/engine/batches.ts';
import type { NetworkSize } from '../../widgets/engine/nn.ts';
import type { Sizes } from './parts.ts';

/** Models of one size and what they learn from. */
export interface Case extends NetworkSize {
  readonly name: string;
  /** rows x features, in the order in which they are learned from. */
  readonly inputs: Float32Array;
  readonly targets: readonly Targets[];
  readonly epochs: number;
  readonly batch: number;
  readonly learningRate: number;
}

/** Rows as they come: the comparison needs the same batches on both sides. */
export const AS_THEY_COME: Pick<Random, 'order'> = {
  order: (count) => Int32Array.from({ length: count }, (_, i) => i),
};

function made(name: string, size: NetworkSize, rows: number, models: number): Case {
  const random = seeded(1, name);
  const { features, classes } = size;
  const teacher = Float32Array.from({ length: features * classes }, () => random.normal());
  const inputs = Float32Array.from({ length: rows * features }, () => random.uniform());
  const labels = Uint8Array.from({ length: rows }, (_, row) => {
    const scores = Array.from({ length: classes }, (__, kind) => {
      let sum = 0;
      for (let i = 0; i < features; i += 1) {
        const at = i * classes + kind;
        sum += ((inputs[row * features + i] as number) - 0.5) * (teacher[at] as number);
      }
      return sum;
    });
    return scores.indexOf(Math.max(...scores));
  });
  const targets = Array.from({ length: models }, (_, value) => ({
    // 0, 5, … 50 per cent of the labels are replaced by chance.
    labels: labels.map((label) => (random.uniform() < value / 20 ? random.whole(classes) : label)),
    weights: new Float32Array(rows).fill(1),
    seed: value + 1,
  }));
  return { ...size, name, inputs, targets, epochs: 2, batch: 32, learningRate: 0.005 };
}

/** The networks of 14 x 14 pixels, and the regressions of a small table. */
const KINDS = {
  '196-32-10 networks': { features: 196, hidden: 32, classes: 10 },
  'logistic regressions on 11 inputs': { features: 11, hidden: 0, classes: 2 },
} as const;
export type Kind = keyof typeof KINDS;

/** So many models of a kind, each of them with so many rows to learn from. */
export function caseOf(kind: Kind, { rows, models }: Pick<Sizes, 'rows' | 'models'>): Case {
  return made(kind, KINDS[kind], rows, models);
}

/** The mean cross-entropy of a model on its own labels; `chances`: rows x classes. */
export function lossOf(
  { classes }: NetworkSize,
  { labels }: Targets,
  chances: Float32Array,
): number {
  let sum = 0;
  labels.forEach((label, row) => (sum -= Math.log(chances[row * classes + label] as number)));
  return sum / labels.length;
}
