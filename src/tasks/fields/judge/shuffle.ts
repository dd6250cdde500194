/** The order in which a question shows its items first: the same for every reader, and never the right one. */
import { seeded } from '../../../../widgets/kit/numbers/random.ts';
import { creditOf, judgeSorted, type SortedKey } from './sorted.ts';

/** Orders that are drawn; of three items every second one will do. */
const DRAWS = 200;

/** The items' ids as they stand at first, fixed by the question's id; they earn nothing and betray nothing known. */
export function shuffled(id: string, key: SortedKey): readonly string[] {
  const { order } = key;
  const draws = Array.from({ length: DRAWS }, (_, seed) =>
    Array.from(seeded(seed + 1, id).order(order.length), (i) => order[i] ?? ''),
  );
  const plain = draws.find((one) => {
    const { credit, about } = judgeSorted(key, one);
    return credit === 0 && about.length === 0;
  });
  return plain ?? draws.find((one) => creditOf(order, one) === 0) ?? order.toReversed();
}
