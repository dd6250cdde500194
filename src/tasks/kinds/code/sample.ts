/** Programs: the key’s own, each known wrong one, and what is none or too long. */
import type { CodeItem, CodeItemKey } from './item.ts';
import { drawn } from '../../sets/pure/variants/variant.ts';
import type { Sample } from '../../sample.ts';
import { LONGEST_CODE, withValues } from './pure/cases.ts';

export function sampleIn(item: CodeItem, { solve, wrong }: CodeItemKey, seed: number): Sample {
  const own = (code: string): string => withValues(code, drawn(item, seed));
  return {
    right: [own(solve)],
    wrong: wrong.map(({ id, code }) => ({ id, answer: own(code) })),
    invalid: ['', ['a'], 'x'.repeat(LONGEST_CODE + 1)],
  };
}
