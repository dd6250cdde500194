/** What a key says to a student, in that student’s own numbers. */
import type { Item, ItemKey } from '../../../tables/item.ts';
import { inOwn } from '../../../sets/pure/variants/in-own.ts';
import { drawn } from '../../../sets/pure/variants/variant.ts';

/** The parts of a key that are read out; not every kind has each of them. */
interface Spoken {
  readonly solution: string;
  readonly wrong?: readonly { readonly feedback: string }[];
  readonly otherwise?: Readonly<Record<string, string>>;
  readonly rubric?: readonly { readonly text: string }[];
}

/** The key of an item as it speaks in a variant: what is drawn stands in its sentences. */
export function toldIn<K extends ItemKey>(key: K, item: Item, seed: number): K {
  const values = drawn(item, seed);
  const own = (text: string): string => inOwn(text, values);
  const { wrong, otherwise, rubric }: Spoken = key;
  return {
    ...key,
    ...(wrong && { wrong: wrong.map((one) => ({ ...one, feedback: own(one.feedback) })) }),
    ...(rubric && { rubric: rubric.map((one) => ({ ...one, text: own(one.text) })) }),
    ...(otherwise && {
      otherwise: Object.fromEntries(Object.entries(otherwise).map(([id, text]) => [id, own(text)])),
    }),
  };
}
