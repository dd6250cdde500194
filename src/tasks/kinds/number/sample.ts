/** Answers to a number: as its author would write it, what each known mistake makes of it, and what is no number. */
import type { NumberItem, NumberItemKey } from './item.ts';
import type { Sample } from '../../sample.ts';
import type { NumberKey } from './check.ts';
import { numberKey } from './grade.ts';

const NONSENSE = ['', 'x', 'NaN', '1e999', '12 apples and 3'];

export function sampleOf({ answer, unit, wrong }: NumberKey): Sample {
  const told = (value: number): string => (unit === undefined ? String(value) : `${value} ${unit}`);
  return {
    right: [told(answer)],
    wrong: wrong.map(({ id, value }) => ({ id, answer: told(value) })),
    invalid: NONSENSE,
  };
}

/** The same in a variant of a set; nothing where the key has no such variant. */
export function sampleIn(item: NumberItem, key: NumberItemKey, seed: number): Sample | undefined {
  const own = numberKey(item, key, key.answers[seed]);
  return own && sampleOf(own);
}
