/** Proves that the runs give the order that the author has written, whatever the seed. */
import { shuffled } from '../../../../fields/judge/shuffle.ts';
import { judgeSorted } from '../../../../fields/judge/sorted.ts';
import { marginOf } from '../../../../practice/author/seeds.ts';
import type { Faults } from '../../../../practice/contract.ts';
import type { ProofBench } from '../../form.ts';
import { isApart, readingsOverSeeds, sharedIds } from '../../runs/prove.ts';
import { orderAsks, sortedKey } from './data.ts';
import type { OrderPrediction } from './schema.ts';

/** The faults of an order, each with what to do. */
export async function proveOrder(question: OrderPrediction, bench: ProofBench): Promise<Faults> {
  const twice = sharedIds('items', question.items);
  if (twice.length > 0) return twice;
  const key = sortedKey(question);
  const faults = new Set<string>();
  if (judgeSorted(key, shuffled(question.id, key)).correct) {
    faults.add('its items stand in the right order at the start; choose another id');
  }
  const margin = marginOf(bench.widget);
  const sign = question.first === 'smallest' ? 1 : -1;
  for (const { at, values } of await readingsOverSeeds(orderAsks(question), bench)) {
    for (const [i, one] of values.entries()) {
      const before = values[i - 1];
      if (!before) continue;
      if (sign * (one.value - before.value) > 0 && isApart(one, before, margin)) continue;
      const [a, b] = [before.value, one.value].map((value) => Number(value.toPrecision(4)));
      faults.add(
        `${before.id} (${a}) does not come before ${one.id} (${b})${at}; the ${question.first} stands first, and what is as good as equal has no order`,
      );
    }
  }
  return [...faults];
}
