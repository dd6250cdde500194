/** Whether an item has an answer, whatever it is: what is typed or picked, runs, or both. */
import type { Item } from '../format/assignment.ts';
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
  const given = typeof answer === 'string' ? [answer] : (answer ?? []);
  if (item.kind === 'number') return /\d/.test(given[0] ?? '');
  if (item.kind === 'match') return given.length >= item.left.length;
  if (item.kind === 'claim') return runs.length >= item.least;
  if (item.kind !== 'outside') return true;
  return item.asks.every((_, i) => (given[i] ?? '').trim() !== '');
}
