/** Keys and answers as texts, in the student’s own numbers. Without a judge: pages that only tell need none. */
import { inOwn } from '../../../sets/pure/variants/in-own.ts';
import { drawn } from '../../../sets/pure/variants/variant.ts';
import type { Given } from '../../../sets/pure/submission/submission.ts';
import type { Item, ItemKey } from '../../../tables/item.ts';

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

/** What was given, as text: what is named by an id, as its text; of a pair, both. */
export const givenText = (answer: Given, texts: Readonly<Record<string, string>>): string =>
  [answer ?? []]
    .flat()
    .map((part) => {
      const names = Object.hasOwn(texts, part) ? [part] : part.split(/[=:>|]/);
      const isNamed = names.every((name) => name === '' || Object.hasOwn(texts, name));
      return isNamed ? names.map((name) => texts[name] ?? '–').join(': ') : part;
    })
    .join('\n');
