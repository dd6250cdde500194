/** Judges one item by what the grader has found itself: the variant, the key, the runs that it has repeated. */
import { missing, unsure, type Judged, type Judging } from './judging.ts';
import { GRADES } from '#words/src/tasks/grading/pure/grade/words';
import { judgeOf } from '../../../sets/judges.ts';
import { inOwn } from '../../../sets/pure/variants/in-own.ts';
import { drawn } from '../../../sets/pure/variants/variant.ts';
import { isAnswered } from '../../../sets/pure/work/answered.ts';
import type { Item, ItemKey } from '../../../tables/item.ts';

/** Judges what was handed in for an item. */
export function judgeItem(judging: Judging): Judged {
  const { item, key, handed } = judging;
  if (handed.version !== item.version) return unsure(GRADES.otherVersion);
  if (!isAnswered(item, handed)) return missing;
  if (key.kind !== item.kind) return unsure(GRADES.noKey);
  return judgeOf(item).judge({ ...judging, key: toldIn(key, item, judging.seed) });
}

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
