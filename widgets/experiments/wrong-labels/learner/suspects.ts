/** Labels from the most to the least suspicious, in one of five ways. */
import { range } from 'd3-array';
import { onRows } from '../../../engine/look.ts';
import type { NetworkSize } from '../../../engine/nn.ts';
import { trainMany } from '../../../engine/train-many.ts';
import { seeded } from '#kit/numbers';
import { KINDS } from '../../../shared/digits/digits.ts';
import {
  lossScores,
  neighbourScores,
  type Seen as Ranked,
} from '../../../shared/digits/suspicion.ts';
import { IMAGES } from '../sizes.ts';

/** Passes after which the network is asked early. */
export const EARLY = 5;
/** Parts of the labels; each is judged by a network that has learned from the others. */
const FOLDS = 5;

export type Seen = Ranked;

/** How the networks learn that judge what they have not seen. */
interface Ways extends NetworkSize {
  readonly batch: number;
  readonly learningRate: number;
  readonly seed: number;
  readonly weights: Float32Array;
  readonly pause: () => Promise<void>;
}

/** The rows of `seen`, the most suspicious first; `looks` are what the network made of all rows. */
export async function suspectsOf(
  way: string,
  seen: Seen,
  looks: { readonly early?: Float32Array; readonly late?: Float32Array },
  ways: Ways,
): Promise<number[]> {
  const { rows } = seen;
  if (way === 'random')
    return [...seeded(ways.seed, 'by chance').order(rows.length)].map((i) => rows[i] as number);
  const scores = await scoresOf(way, seen, looks, ways);
  const order = range(rows.length).sort((a, b) => (scores[b] as number) - (scores[a] as number));
  return order.map((i) => rows[i] as number);
}

async function scoresOf(
  way: string,
  seen: Seen,
  looks: { readonly early?: Float32Array; readonly late?: Float32Array },
  ways: Ways,
): Promise<Float64Array> {
  if (way === 'neighbours') return neighbourScores(seen, ways.pause);
  if (way === 'crossValidated') return lossScores(seen, await outOfFold(seen, ways));
  return lossScores(seen, (way === 'late' ? looks.late : looks.early) as Float32Array);
}

/** What networks make of the labels that they have not learned from: five at once, each without a fifth of the rows. */
async function outOfFold(seen: Seen, ways: Ways): Promise<Float32Array> {
  const { seed, weights, pause } = ways;
  const fold = new Uint8Array(IMAGES);
  seeded(seed, 'folds')
    .order(IMAGES)
    .forEach((row, i) => (fold[row] = i % FOLDS));
  const chances = new Float32Array(IMAGES * KINDS);
  const targets = range(FOLDS).map((own) => ({
    labels: seen.labels,
    weights: weights.map((weight, row) => (fold[row] === own ? 0 : weight)),
    seed,
  }));
  await onRows(seen.pixels, ways.features, (rows) =>
    trainMany({
      ...ways,
      epochs: EARLY,
      inputs: seen.pixels,
      order: seeded(seed, 'order'),
      targets,
      pause,
      onEpoch: async (epoch, models) => {
        if (epoch < EARLY) return;
        const all = await models.probabilities(rows);
        for (const row of range(IMAGES)) {
          const own = all[fold[row] as number] as Float32Array;
          chances.set(own.subarray(row * KINDS, (row + 1) * KINDS), row * KINDS);
        }
      },
    }),
  );
  return chances;
}
