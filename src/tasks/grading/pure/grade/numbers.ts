/** What is right where a number is asked, and what follows from a student’s own earlier answers where those go on in it. */
import { cited } from '../../../../../widgets/kit/contract/cited.ts';
import { readNumber } from '../../../judge/read-number.ts';
import type { Numbers } from '../../../kinds/number/item.ts';
import type { Key } from '../../../sets/pure/format/assignment.ts';
import type { Written } from '../../../sets/pure/format/head.ts';
import { evaluated, FormulaFault } from '../../../sets/pure/format/formula.ts';
import type { HandedItem } from '../../../sets/pure/submission/submission.ts';
import { drawn, variantOf } from '../../../sets/pure/variants/variant.ts';

/** The number that goes on from an earlier item, by its id. */
export type Earlier = (id: string) => number | undefined;

/**
 * What is right in an item, and each known wrong number, for a student; nothing where the key has none, or where no number
 * comes out. `own` gives what they have answered before; where it gives nothing, what is right there goes on.
 */
export function numbersFor(
  key: Key,
  id: string,
  number: string,
  own: Earlier = () => undefined,
): Numbers | undefined {
  const item = key.assignment.items.find((one) => one.id === id);
  const known = Object.hasOwn(key.items, id) ? key.items[id] : undefined;
  if (item?.kind !== 'number' || known?.kind !== 'number') return undefined;
  const seed = variantOf(key.assignment, item, number);
  if (!known.carried) return known.answers[seed];
  const values: Record<string, number | string | undefined> = { ...drawn(item, seed) };
  for (const [name, from] of Object.entries(item.carried ?? {}))
    values[name] = own(from) ?? numbersFor(key, from, number)?.right;
  const right = numberIn(known.carried.right, values);
  if (right === undefined) return undefined;
  const wrong = Object.entries(known.carried.wrong).flatMap(([name, written]) => {
    const value = numberIn(written, values);
    return value === undefined ? [] : [[name, value] as const];
  });
  return { right, wrong: Object.fromEntries(wrong) };
}

function numberIn(written: Written, values: Readonly<Record<string, unknown>>): number | undefined {
  if (typeof written === 'number') return written;
  try {
    return cited(evaluated(written.replace(/^=/, ''), values));
  } catch (error) {
    // A student may have answered 0, by which nothing is divided.
    if (error instanceof FormulaFault) return undefined;
    throw error;
  }
}

/** What a student has answered before, as far as it can be read as a number. */
export function earlierIn(
  { assignment }: Key,
  items: Readonly<Record<string, Pick<HandedItem, 'answer'>>>,
): Earlier {
  return (id) => {
    const item = assignment.items.find((one) => one.id === id);
    const answer = Object.hasOwn(items, id) ? items[id]?.answer : undefined;
    if (item?.kind !== 'number' || typeof answer !== 'string') return undefined;
    const read = readNumber(answer, item.unit);
    return 'problem' in read ? undefined : read.value;
  };
}
