/** Answers to work outside: all numbers right; as each known wrong way has them; and what is no list of them. */
import type { Sample } from '../../sample.ts';
import type { OutsideItem, OutsideItemKey } from './item.ts';

const SCRIPT = 'import csv';

/** In a variant of a set; nothing where the key has no such variant. */
export function sampleIn(
  { asks }: OutsideItem,
  { answers }: OutsideItemKey,
  seed: number,
): Sample | undefined {
  const own = answers[seed];
  if (!own) return undefined;
  const told = (ways: Readonly<Record<string, number>> = {}): readonly string[] => [
    ...asks.map(({ id }) => String(ways[id] ?? own.right[id])),
    SCRIPT,
  ];
  return {
    right: [told()],
    wrong: Object.entries(own.wrong).flatMap(([id, ways]) =>
      asks.some((ask) => ways[ask.id] !== undefined) ? [{ id, answer: told(ways) }] : [],
    ),
    invalid: ['x', ['1'], told().slice(1)],
  };
}
