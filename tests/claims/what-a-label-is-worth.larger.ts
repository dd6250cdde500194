/**
 * The larger run that the lesson on what a label is worth quotes: `node tests/claims/what-a-label-is-worth.larger.ts FOLDER [SEEDS]`.
 * FOLDER holds t10k-images-idx3-ubyte.gz and t10k-labels-idx1-ubyte.gz. All 10,000 images, 8,000 to learn from and 2,000 to be tested on,
 * with the code of the experiment: more labels, a wider network and more steps than a page can ask of a reader's machine. Some five
 * minutes for three seeds.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { lengthOf, shown } from '../../widgets/shared/digits/shown.ts';
import { answersOf, train, untrained } from '../../widgets/shared/network/network.ts';
import type { MindSettings } from '../../widgets/experiments/mind-vs-data/params.ts';
import { seeded } from '../../widgets/kit/numbers/random.ts';
import { readMnist } from '../../scripts/pack-digits.mjs';
import { halved } from '../../scripts/pack-mnist14.mjs';

const TESTED = 2000;
const SIZES = [200, 800, 2500, 8000];
const STEPS = 4000;
const FULL = 15;
const RIVALS = [
  { name: 'raw pixels, network of 256 units', features: 'raw', hidden: 256 },
  { name: 'strokes, network of 256 units', features: 'strokes', hidden: 256 },
  { name: 'strokes, logistic regression', features: 'strokes', hidden: 0 },
] as const;

const [folder, seeds = '3'] = process.argv.slice(2);
if (folder === undefined) {
  console.error(
    'Say where the raw files are: node tests/claims/what-a-label-is-worth.larger.ts FOLDER',
  );
  process.exit(2);
}
const bytes = (name: string): Uint8Array => gunzipSync(readFileSync(join(folder, name)));
const { side, pixels, labels } = readMnist(
  bytes('t10k-images-idx3-ubyte.gz'),
  bytes('t10k-labels-idx1-ubyte.gz'),
  { every: 1 },
);

/** Rows of all images as a model is shown them. */
function rowsOf(features: MindSettings['features']): Float64Array {
  const length = lengthOf(features);
  const rows = new Float64Array(labels.length * length);
  for (let i = 0; i < labels.length; i += 1) {
    const small = halved(pixels.subarray(i * side * side, (i + 1) * side * side));
    rows.set(
      shown(
        Float64Array.from(small, (ink: number) => ink / FULL),
        features,
      ),
      i * length,
    );
  }
  return rows;
}

for (const { name, features, hidden } of RIVALS) {
  const [rows, length] = [rowsOf(features), lengthOf(features)];
  const at = (places: Int32Array): Float64Array => {
    const found = new Float64Array(places.length * length);
    places.forEach((place, i) =>
      found.set(rows.subarray(place * length, (place + 1) * length), i * length),
    );
    return found;
  };
  for (const size of SIZES) {
    const errors: number[] = [];
    for (let seed = 1; seed <= Number(seeds); seed += 1) {
      const order = seeded(seed, 'split').order(labels.length);
      const [learned, tested] = [order.subarray(TESTED, TESTED + size), order.subarray(0, TESTED)];
      const lessons = {
        features: length,
        versions: [at(learned)],
        labels: Uint8Array.from(learned, (place) => labels[place] ?? 0),
      };
      const start = untrained(length, hidden, seeded(seed, 'weights'));
      const network = await train(
        start,
        lessons,
        seeded(seed, 'order'),
        () => Promise.resolve(),
        STEPS,
      );
      const wrong = answersOf(network, at(tested)).filter(
        (answer, i) => answer !== labels[tested[i] ?? 0],
      );
      errors.push((100 * wrong.length) / TESTED);
    }
    const mean = errors.reduce((sum, one) => sum + one, 0) / errors.length;
    const range = `${Math.min(...errors).toFixed(1)} to ${Math.max(...errors).toFixed(1)}`;
    console.log(`${name}, ${size} labels: ${mean.toFixed(1)} % wrong (${range})`);
  }
}
