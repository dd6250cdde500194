/** Answers to a matching: all pairs right, in each way that can be defended; one pair wrong as each mistake has it; and no pair. */
import type { MatchItem, MatchItemKey } from './item.ts';
import type { Sample } from '../../sample.ts';
import { pairOf, type MatchingKey } from './check.ts';
import { matchingKey } from './grade.ts';

export function sampleOf({ left, right, wrong }: MatchingKey): Sample {
  const given = (change: Readonly<Record<string, string>> = {}): string[] =>
    left.map(({ id, right: [own = ''] }) => pairOf(id, change[id] ?? own));
  const other = left.flatMap(({ id, right: own }) => {
    const to = right.find(
      (one) => !own.includes(one) && !wrong.some((pair) => pair.left === id && pair.right === one),
    );
    return to === undefined ? [] : [{ id, answer: given({ [id]: to }) }];
  });
  const known = wrong.flatMap(({ id, left: from, right: to }) =>
    left.some((one) => one.id === from && one.right.includes(to))
      ? []
      : [{ id, answer: given({ [from]: to }) }],
  );
  return {
    right: [
      given(),
      ...left.flatMap(({ id, right: own }) => own.slice(1).map((to) => given({ [id]: to }))),
    ],
    wrong: [...known, ...other],
    invalid: ['x', [], ['x:y'], [`${left[0]?.id ?? ''}:`]],
  };
}

/** The same in a variant of a set; nothing where the key has no such variant. */
export function sampleIn(item: MatchItem, key: MatchItemKey, seed: number): Sample | undefined {
  const own = matchingKey(item, key, seed);
  return own && sampleOf(own);
}
