/** Labels from the most to the least suspicious, in one of five ways. */
import { range, sort } from 'd3-array';
import { trainAndTest, type TestedPlan } from '../../../engine/train-and-test.ts';
import { seeded } from '#kit/numbers';
import { KINDS } from '../../../shared/digits/digits.ts';
import { lossScores, neighbourScores } from '../../../shared/digits/suspicion.ts';
import type { Taught } from '../outcome.ts';
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

/** How all networks learn. */
export type Course = Omit<TestedPlan, 'epochs' | 'order' | 'targets' | 'tests' | 'onTest'>;

/** The rows in use that nobody has checked, the most suspicious first. */
export async function suspectsOf(
  { suspects, seed, trusted, images }: WrongSettings,
  taught: Taught,
  { early, late }: Looks,
  course: Course,
): Promise<number[]> {
  const rows = range(trusted, images);
  if (suspects === 'random')
    return Array.from(seeded(seed, 'by chance').order(rows.length), (i) => trusted + i);
  const seen = { ...taught.training, labels: taught.labels, rows };
  let chances = suspects === 'late' ? late : early;
  if (suspects === 'crossValidated') chances = await outOfFold(taught, seed, course);
  const scores =
    suspects === 'neighbours'
      ? await neighbourScores(seen, course.pause)
      : lossScores(seen, chances as Float32Array);
  return sort(rows, (row) => -(scores[row - trusted] as number));
}

/** What networks make of the labels that they have not learned from: five at once, each without a fifth of the rows. */
async function outOfFold({ labels, weights }: Taught, seed: number, course: Course) {
  const fold = new Uint8Array(IMAGES);
  const order = seeded(seed, 'folds').order(IMAGES);
  order.forEach((row, i) => (fold[row] = i % FOLDS));
  const chances = new Float32Array(IMAGES * KINDS);
  await trainAndTest({
    ...course,
    epochs: EARLY,
    order: seeded(seed, 'order'),
    targets: range(FOLDS).map((own) => {
      const others = weights.map((weight, row) => (fold[row] === own ? 0 : weight));
      return { labels, weights: others, seed };
    }),
    tested: course.inputs,
    tests: (epoch) => epoch === EARLY,
    onTest: (_, found) => {
      fold.forEach((own, row) => {
        const all = found[own] as Float32Array;
        chances.set(all.subarray(row * KINDS, (row + 1) * KINDS), row * KINDS);
      });
      return Promise.resolve();
    },
  });
  return chances;
}
