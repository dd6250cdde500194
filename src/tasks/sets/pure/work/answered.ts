/** Whether an item has an answer, whatever it is: what is typed or picked, runs, or both. */
import * as ITEMS from '../../../tables/item.ts';
import type { Item } from '../../../tables/item.ts';
import type { HandedItem } from '../submission/submission.ts';

export function isAnswered(
  { by }: Pick<Item, 'by'>,
  { answer, runs }: Pick<HandedItem, 'answer' | 'runs'>,
): boolean {
  const hasAnswer = answer !== null && answer.length > 0;
  return (by === 'runs' || hasAnswer) && (by === 'answer' || runs.length > 0);
}

/** Whether nothing is missing in an answer: no field, no pair, no run that the item asks for. */
export function isWhole(
  item: Item,
  { answer, runs }: Pick<HandedItem, 'answer' | 'runs'>,
): boolean {
  const { isWhole: whole = () => true } = (ITEMS as Wholes)[item.kind] ?? {};
  return whole(item as never, [answer ?? []].flat(), runs.length);
}

/** By kind; one that has nothing to say takes every answer for whole. */
type Wholes = Readonly<
  Record<
    string,
    { isWhole?: (item: never, given: readonly string[], runs: number) => boolean } | undefined
  >
>;
