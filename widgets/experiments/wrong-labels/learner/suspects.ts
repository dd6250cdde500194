/** Labels from the most to the least suspicious, in one of five ways. */
import { range, sort } from 'd3-array';
import { onRows } from '../../../engine/look.ts';
import type { NetworkSize } from '../../../engine/nn.ts';
import { trainMany } from '../../../engine/train-many.ts';
import { seeded } from '#kit/numbers';
import { KINDS } from '../../../shared/digits/digits.ts';
import { lossScores, neighbourScores, type Seen } from '../../../shared/digits/suspicion.ts';
import type { WrongSettings } from '../params.ts';
import { IMAGES } from '../sizes.ts';

/** Passes after which the network is asked early. */
export const EARLY = 5;
/** Parts of the labels; each is judged by a network that has learned from the others. */
const FOLDS = 5;

/** What the network made of all rows: early, and at last. */
export interface Looks {
  early?: Float32Array;
  late?: Float32Array;
}

/** How the networks learn that judge what they have not seen. */
interface Ways extends NetworkSize {
  readonly batch: number;
  readonly learningRate: number;
  readonly seed: number;
  readonly weights: Float32Array;
  readonly pause: () => Promise<void>;
}

/** The rows of `seen`, the most suspicious first. */
export async function suspectsOf(
  way: WrongSettings['suspects'],
  seen: Seen,
  { early, late }: Looks,
  ways: Ways,
): Promise<number[]> {
  const { rows } = seen;
  const rowsAt = (order: Iterable<number>) => Array.from(order, (i) => rows[i] as number);
  if (way === 'random') return rowsAt(seeded(ways.seed, 'by chance').order(rows.length));
  const chances =
    way === 'crossValidated' ? await outOfFold(seen, ways) : way === 'late' ? late : early;
  const scores =
    way === 'neighbours'
      ? await neighbourScores(seen, ways.pause)
      : lossScores(seen, chances as Float32Array);
  return rowsAt(sort(range(rows.length), (i) => -(scores[i] as number)));
}

/** What networks make of the labels that they have not learned from: five at once, each without a fifth of the rows. */
async function outOfFold(seen: Seen, ways: Ways): Promise<Float32Array> {
  const { seed, weights, pause } = ways;
  const fold = new Uint8Array(IMAGES);
  const order = seeded(seed, 'folds').order(IMAGES);
  order.forEach((row, i) => (fold[row] = i % FOLDS));
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
