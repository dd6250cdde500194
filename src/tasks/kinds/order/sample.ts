/** Answers to an order: its own, for each known mistake an order in which it is met, and what is no order of its items. */
import { contains } from '../../fields/judge/sorted.ts';
import type { Sample } from '../../sample.ts';
import { check, type OrderKey } from './check.ts';

export function sampleOf(key: OrderKey): Sample {
  const { order, wrong } = key;
  const all = [...permutations(order)];
  return {
    right: [order],
    wrong: wrong.flatMap(({ id, order: mistaken }) => {
      const met = all.filter((one) => contains(one, mistaken));
      const [answer = met[0]] = met.filter((one) => check(key, one).about[0] === id);
      return answer ? [{ id, answer }] : [];
    }),
    invalid: ['x', [], order.slice(1), [...order.slice(1), order[1] ?? ''], [...order, 'x']],
  };
}

/** Every order of a few items; seven have 5,040. */
export function* permutations<T>(items: readonly T[]): Generator<readonly T[]> {
  if (items.length === 0) yield [];
  for (const [i, first] of items.entries()) {
    for (const rest of permutations(items.toSpliced(i, 1))) yield [first, ...rest];
  }
}
